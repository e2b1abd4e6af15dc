import { beforeAll, describe, expect, test } from "vitest";
import { revokeCertificateUseCase } from "#certificates/app/end-certificate";
import { certificateIssued } from "#certificates/events/certificate-issued";
import { proofs } from "#certificates/store/proofs";
import { DomainError } from "#kernel/domain-error";
import { mint } from "#kernel/id";
import { OfferingId } from "#kernel/ids";
import { part } from "#kernel/transaction-part";
import { bitAt } from "#platform/credentials/bitstring";
import { systemRandom } from "#platform/random";
import { type Academy, documents, openAcademy, ownSigner } from "#test/certificates";
import { brokenOf } from "#test/rules";

let academy: Academy;
beforeAll(async () => {
  academy = await openAcademy();
});

async function codeOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
    return "done";
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** The bit of a certificate in the list that is served. */
async function bitOf({ statusEntry }: { statusEntry: { list: number; index: number } }) {
  const list = await academy.ports.statusLists.get(statusEntry.list);
  const { credentialSubject } = JSON.parse(list?.credential ?? "{}");
  return bitAt(credentialSubject.encodedList, statusEntry.index);
}

describe("a cohort's certificates are issued", () => {
  test("to those who have earned one, to each one, whatever is asked or delivered twice", async () => {
    const { cohort, participant, request, issue, administrator, shop, listed } = academy;
    const made = await cohort(9);
    const { cohortId } = made;
    const passed = [
      await participant(made, { absent: 1 }),
      await participant(made, { portfolio: { status: "approved", documents: documents(5) } }),
    ];
    await participant(made, { absent: 2 });
    await participant(made, { portfolio: { status: "approved", documents: documents(2) } });
    await participant(made, { portfolio: { status: "approved", documents: documents(6) } });
    await participant(made, { essay: { status: "returned" } });
    await participant(made, { status: "withdrawn" });
    const answer = await request(shop.origin(), cohortId, {}, administrator);
    expect(answer).toEqual({ cohortId, qualified: 2, toBeIssued: 2 });
    const round = { cohortId, by: administrator };
    await Promise.all([issue(round, {}, 3), issue(round), issue(round)]);
    const found = await listed(made);
    expect(found.map(({ placeId }) => placeId).sort()).toEqual(passed.map(({ placeId }) => placeId).sort());
    const facts = (await shop.facts(certificateIssued.type)).map(({ data }) => certificateIssued.data.parse(data));
    expect(facts.filter((fact) => fact.cohortId === cohortId)).toHaveLength(2);
    for (const { email } of passed) expect(await academy.counted(email)).toBe(1);
    expect((await request(shop.origin(), cohortId, {}, administrator)).toBeIssued).toBe(0);
  });

  test("36 of them, in pages", async () => {
    const { cohort, participant, issue, administrator, listed, check } = academy;
    const made = await cohort(10);
    for (let count = 0; count < 36; count++) await participant(made, { absent: 2 });
    expect(await issue({ cohortId: made.cohortId, by: administrator }, {}, 2)).toBe(3);
    const found = await listed(made);
    expect(found).toHaveLength(36);
    const entries = found.map(({ statusEntry: { list, index } }) => `${list}#${index}`);
    expect(new Set(entries).size).toBe(36);
    const [first] = found;
    expect(first && (await check(first.certificateId)).answers).toEqual({
      signature: true,
      expiry: true,
      status: true,
      issuer: true,
    });
  });

  /** Issues to one participant whose attendance is corrected after the round has read and before it writes; how many get one. */
  async function issuedDespiteCorrection(guard: "real" | "none"): Promise<number> {
    const { cohort, participant, issue, administrator, listed, ports, participations, shop } = await openAcademy();
    const made = await cohort(9);
    const person = await participant(made, { absent: 1 });
    let corrected = false;
    const proofs: typeof ports.proofs = {
      ...ports.proofs,
      async sign(...asked) {
        if (!corrected) {
          corrected = true;
          const d2 = { mark: "absent" as const, markedAt: shop.clock() };
          const after = { ...person, attendance: { ...person.attendance, d2 } };
          await shop.ports.unitOfWork.handle(shop.origin(), async () => [participations.replace(person, after)]);
        }
        return ports.proofs.sign(...asked);
      },
    };
    const grounds = guard === "real" ? ports.grounds : { unchanged: () => part([]) };
    await issue({ cohortId: made.cohortId, by: administrator }, { proofs, grounds });
    return (await listed(made)).length;
  }

  test("and not to somebody whose attendance is corrected at the same moment", async () => {
    expect(await issuedDespiteCorrection("real")).toBe(0);
    expect(await issuedDespiteCorrection("none")).toBe(1);
  });

  test("refused for somebody named who has not earned one, and for a cohort that there isn't", async () => {
    const { cohort, participant, request, administrator, shop } = academy;
    const made = await cohort(9);
    const { placeId } = await participant(made, { absent: 2 });
    expect(await codeOf(request(shop.origin(), made.cohortId, { placeIds: [placeId] }, administrator))).toBe(
      "certificate-not-earned",
    );
    const nowhere = mint(OfferingId, systemRandom);
    expect(await codeOf(request(shop.origin(), nowhere, {}, administrator))).toBe("not-found");
  });
});

describe("an index of the status list", () => {
  test("comes from the next list when half of this one is handed out", async () => {
    const fresh = await openAcademy();
    const made = await fresh.cohort(1);
    for (let count = 0; count < 4; count++) await fresh.participant(made);
    for (const { placeId } of await fresh.participations.ofCohort(made.cohortId)) {
      const round = { cohortId: made.cohortId, by: fresh.administrator, placeIds: [placeId] };
      await fresh.issue(round, { listEntries: 4 });
    }
    const lists = (await fresh.listed(made)).map(({ statusEntry }) => statusEntry.list);
    expect(lists.sort()).toEqual([1, 1, 2, 2]);
  });
});

describe("the rules recounted from rows", () => {
  type Rows = Awaited<ReturnType<typeof academy.shop.everything>>;
  const broken = (rows: Rows) => brokenOf(["certificates", "holders", "status-lists"], rows).join("\n");
  let rows: Rows;
  beforeAll(async () => {
    const fresh = await openAcademy();
    const made = await fresh.cohort(1);
    for (let count = 0; count < 2; count++) await fresh.participant(made);
    await fresh.issueAll(made);
    const [first] = await fresh.listed(made);
    if (!first) throw new Error("there is one");
    await fresh.revoke(fresh.shop.origin(), first.certificateId, { reason: "Feil person." }, fresh.administrator);
    rows = await fresh.shop.everything();
  });

  test("hold", () => {
    expect(broken(rows)).toBe("");
  });

  test.each<[string, string, (row: Rows[number]) => Rows[number], RegExp]>([
    ["a counted trainer", "TRAINER", (row) => ({ ...row, valid: 3 }), /counted 3 times/],
    ["what is held", "HELD#", (row) => ({ ...row, valid: row["valid"] !== true }), /holds|nobody holds/],
    ["a revoked index", "LIST#", (row) => ({ ...row, revoked: [] }), /revokes none, and ended/],
    ["indexes handed out", "LIST#", (row) => ({ ...row, handedOut: 9 }), /counts 9/],
    ["an essay", "PARTICIPANT#", (row) => ({ ...row, essay: { status: "returned" } }), /an essay that is returned/],
  ])("notice a lie about %s", (_, sort, change, says) => {
    const lied = rows.map((row) => (String(row["sk"]).startsWith(sort) ? change(row) : row));
    expect(broken(lied)).toMatch(says);
  });
});

describe("a certificate that ends", () => {
  test("revoked: at once everywhere, for good, and given anew only by name", async () => {
    const { cohort, participant, issueAll, revoke, administrator, shop, listed, check, counted, request, issue } =
      academy;
    const made = await cohort(1);
    const person = await participant(made);
    const neighbour = await participant(made);
    await issueAll(made);
    const all = await listed(made);
    const certificate = all.find(({ placeId }) => placeId === person.placeId);
    const other = all.find(({ placeId }) => placeId === neighbour.placeId);
    if (!certificate || !other) throw new Error("both have one");
    const reason = { reason: "Dokumentene var en annens." };
    const answers = await Promise.all(
      [1, 2].map(() => codeOf(revoke(shop.origin(), certificate.certificateId, reason, administrator))),
    );
    expect(answers.sort()).toEqual(["certificate-is-final", "done"]);
    expect((await check(certificate.certificateId)).answers).toMatchObject({ signature: true, status: false });
    expect([await bitOf(certificate), await bitOf(other)]).toEqual([true, false]);
    expect([await counted(person.email), await counted(neighbour.email)]).toEqual([0, 1]);
    expect((await request(shop.origin(), made.cohortId, {}, administrator)).toBeIssued).toBe(0);
    await issue({ cohortId: made.cohortId, by: administrator, placeIds: [person.placeId] });
    expect(await counted(person.email)).toBe(1);
    const mine = (await listed(made)).filter(({ placeId }) => placeId === person.placeId);
    expect(mine.map(({ status }) => status).sort()).toEqual(["revoked", "valid"]);
    expect(mine.find(({ status }) => status === "revoked")?.history).toMatchObject([
      { what: "issued", by: administrator },
      { what: "revoked", by: administrator, ...reason },
    ]);
  });

  test("replaced by one with the right name, on the grounds that were certified, in one transaction", async () => {
    const { cohort, participant, issueAll, replace, revoke, administrator, shop, listed, check, counted } = academy;
    const made = await cohort(1);
    const person = await participant(made, { name: "Anne Eksempel" });
    await issueAll(made);
    const [before] = await listed(made);
    if (!before) throw new Error("there is one");
    const command = { name: "Ánne Eksempel-Sara", reason: "Navnet var feil." };
    const [first, second] = await Promise.all(
      [1, 2].map(() => codeOf(replace(shop.origin(), before.certificateId, command, administrator))),
    );
    expect([first, second].sort()).toEqual(["certificate-is-final", "done"]);
    const { certificate: old, answers } = await check(before.certificateId);
    if (old.status !== "replaced") throw new Error("it says so");
    expect(answers).toMatchObject({ signature: true, status: false });
    const { certificate: next, answers: fine } = await check(old.replacedBy);
    expect(fine).toEqual({ signature: true, expiry: true, status: true, issuer: true });
    expect(next.snapshot).toEqual({ ...before.snapshot, name: command.name, issuedAt: shop.clock() });
    expect(next.replaces).toBe(before.certificateId);
    expect([await bitOf(old), await bitOf(next)]).toEqual([true, false]);
    expect(await counted(person.email)).toBe(1);
    const again = { reason: "Feil person." };
    expect(await codeOf(revoke(shop.origin(), before.certificateId, again, administrator))).toBe(
      "certificate-is-final",
    );
    expect(await codeOf(revoke(shop.origin(), next.certificateId, again, administrator))).toBe("done");
    expect(await counted(person.email)).toBe(0);
  });

  test("many at once: the signed list has them all", async () => {
    const { cohort, participant, issueAll, revoke, administrator, shop, listed } = academy;
    const made = await cohort(1);
    for (let count = 0; count < 6; count++) await participant(made);
    await issueAll(made);
    const all = await listed(made);
    const reason = { reason: "Kullet ble ikke holdt." };
    await Promise.all(all.map(({ certificateId }) => revoke(shop.origin(), certificateId, reason, administrator)));
    for (const each of all) expect(await bitOf(each)).toBe(true);
  });

  test("by another key than the one that issued it: the key that signed the list stays listed", async () => {
    const { cohort, participant, issueAll, administrator, shop, listed, check, ports } = academy;
    const made = await cohort(1);
    await participant(made);
    await issueAll(made);
    const [certificate] = await listed(made);
    if (!certificate) throw new Error("there is one");
    const { certificateId, statusEntry } = certificate;
    const next = proofs(ownSigner(), ports.addresses);
    const revoke = revokeCertificateUseCase({ ...ports, proofs: next });
    await revoke(shop.origin(), certificateId, { reason: "Feil person." }, administrator);
    const list = await ports.statusLists.get(statusEntry.list);
    expect(await ports.proofs.check(list?.credential ?? "{}", await ports.issuerKeys.all())).toBe(true);
    expect((await check(certificateId)).answers).toMatchObject({ signature: true, status: false });
  });

  test("leaves the rules as they were", async () => {
    expect(brokenOf(["certificates", "holders", "status-lists"], await academy.shop.everything())).toEqual([]);
  });
});
