import { beforeEach, describe, expect, test } from "vitest";
import { heldKey } from "#certificates/store/keys";
import { addDocumentUseCase } from "#education/app/add-document";
import { part, type TransactionPart } from "#kernel/transaction-part";
import { pdf, photo } from "#local/demo/sample-files";
import { openPortfolio, type Portfolio } from "#test/portfolio";
import { brokenOf } from "#test/rules";
import { scanFound } from "../../functions/education/scan-found.ts";

let at: Portfolio;
beforeEach(async () => {
  at = await openPortfolio();
});

const outcomes = (asked: readonly PromiseSettledResult<unknown>[]) =>
  asked.map((one) => (one.status === "fulfilled" ? "added" : one.reason.message)).toSorted();
const rejectedFacts = () => at.facts("education.document-rejected.v1");
const statusOf = async (kind: "portfolio" | "essay") =>
  (await at.handIn(kind))?.documents.map(({ file }) => file?.status);

describe("two who add the fifth document at once", () => {
  const bare = (written: TransactionPart) => part(written.writes.map((write) => ({ ...write, guards: [] })));

  /** B has read, and then A is quicker. */
  async function addBoth({ handIns, participations }: Pick<Portfolio["ports"], "handIns" | "participations">) {
    for (let count = 0; count < 4; count += 1) await at.addText();
    const read: (typeof handIns)["get"] = async (ref) => {
      const found = await handIns.get(ref);
      if (found?.documents.length === 4) await at.addText("A");
      return found;
    };
    const { toPortfolio } = addDocumentUseCase({ ...at.ports, participations, handIns: { ...handIns, get: read } });
    await toPortfolio(
      at.origin(),
      at.who,
      { kind: "text", title: "B", datedOn: "2023-01-10", text: "Tekst", noChildRecognisable: true },
      at.own,
    );
  }
  const titles = async () => (await at.handIn("portfolio"))?.documents.map(({ title }) => title).slice(4);

  test("get one place: the slower is refused", async () => {
    await expect(addBoth(at.ports)).rejects.toThrow("too-many-documents");
    expect(await titles()).toEqual(["A"]);
  });

  test("would both be told that theirs is in, without the guards on what was read", async () => {
    const { handIns, participations } = at.ports;
    await addBoth({
      handIns: { ...handIns, write: (...args) => bare(handIns.write(...args)) },
      participations: { ...participations, replace: (...args) => bare(participations.replace(...args)) },
    });
    expect(await titles()).toEqual(["B"]);
  });
});

describe("an uploaded file", () => {
  test("is kept once it is scanned and looked into, without where the photo was taken", async () => {
    const taken = photo();
    const { key, documentId } = await at.upload("portfolio", taken, "image/jpeg");
    await at.scanned(key);
    expect(at.waiting.size).toBe(0);
    const [kept] = [...at.kept.values()];
    expect(kept?.bytes.length).toBeLessThan(taken.length);
    expect(kept?.contentType).toBe("image/jpeg");
    expect((await at.participation())?.portfolio.documents).toEqual([{ documentId, datedOn: "2023-01-10" }]);
  });

  test("is counted for the reviewer when it is the essay", async () => {
    const { key } = await at.upload("essay", await pdf(4));
    await at.scanned(key);
    expect((await at.handIn("essay"))?.documents[0]?.file).toMatchObject({ measure: { unit: "pages", count: 4 } });
    expect((await at.participation())?.essay.documentId).toMatch(/^doc_/);
  });

  test.each([
    { what: "malware", found: "threats", reason: "malware" },
    { what: "what can't be scanned", found: "unscannable", reason: "unreadable" },
  ] as const)("with $what is deleted, and its participant told", async ({ found, reason }) => {
    const { key } = await at.upload("portfolio", await pdf(1));
    await at.scanned(key, found);
    expect([at.waiting.size, at.kept.size]).toEqual([0, 0]);
    expect((await at.handIn("portfolio"))?.documents[0]?.file).toMatchObject({ status: "rejected", reason });
    expect(await rejectedFacts()).toHaveLength(1);
  });

  test("whose scan failed waits, untouched, and its message fails until GuardDuty is seen to", async () => {
    const { key } = await at.upload("portfolio", await pdf(1));
    await expect(at.scanned(key, "scan-failed")).rejects.toThrow("waits for a scan that failed");
    expect(at.waiting.size).toBe(1);
    expect(await statusOf("portfolio")).toEqual(["awaiting-upload"]);
    expect(await rejectedFacts()).toEqual([]);
    await at.scanned(key);
    expect(await statusOf("portfolio")).toEqual(["ready"]);
  });

  test("whose scan failed is nobody's business once its place was given up", async () => {
    const { key } = await at.upload("portfolio", await pdf(1));
    at.pass(3601);
    await at.settleDue(at.origin(), { ...at.who, kind: "portfolio" });
    await at.scanned(key, "scan-failed");
    expect(at.waiting.size).toBe(0);
  });

  test("is turned away for what the scan says of it, and never for what went wrong with the scan", () => {
    expect(scanFound).toEqual({
      NO_THREATS_FOUND: "nothing",
      THREATS_FOUND: "threats",
      UNSUPPORTED: "unscannable",
      ACCESS_DENIED: "scan-failed",
      FAILED: "scan-failed",
    });
  });

  test.each([
    { what: "a program called .pdf", bytes: Buffer.from("MZ a program"), reason: "other-type" },
    {
      what: "another file than announced",
      bytes: Buffer.from("%PDF-1.7 short"),
      instead: Buffer.from("%PDF-1.7 other"),
      reason: "other-content",
    },
    { what: "a broken PDF", bytes: Buffer.from("%PDF-1.7 broken"), reason: "unreadable" },
  ])("that is $what is turned away: $reason", async ({ bytes, instead, reason }) => {
    const { key } = await at.upload("portfolio", bytes, "application/pdf", instead ?? bytes);
    await at.scanned(key);
    expect((await at.handIn("portfolio"))?.documents[0]?.file).toMatchObject({ status: "rejected", reason });
    expect([at.waiting.size, at.kept.size]).toEqual([0, 0]);
  });

  test("told of twice, and uploaded twice, is settled once", async () => {
    const bytes = await pdf(1);
    const { key } = await at.upload("portfolio", bytes);
    await at.scanned(key, "nothing", "first");
    await at.scanned(key, "nothing", "first");
    at.waiting.set(key, { bytes, contentType: "application/pdf" });
    await at.scanned(key);
    expect(await statusOf("portfolio")).toEqual(["ready"]);
    expect([at.waiting.size, at.kept.size]).toEqual([0, 1]);
  });

  test("that comes after its place was given up, or its document removed, is deleted", async () => {
    const late = await at.upload("portfolio", await pdf(1));
    at.pass(3601);
    await at.settleDue(at.origin(), { ...at.who, kind: "portfolio" });
    expect((await at.handIn("portfolio"))?.documents).toEqual([]);
    const removed = await at.upload("portfolio", await pdf(1));
    await at.changeHandIn.removeDocument(at.origin(), { ...at.who, kind: "portfolio" }, removed.documentId, at.own);
    for (const { key } of [late, removed]) await at.scanned(key);
    expect([at.waiting.size, at.kept.size]).toEqual([0, 0]);
  });

  test("survives a stop at every step: delivered again, it is ready once and lies in one place", async () => {
    for (const when of ["before", "after"] as const) {
      for (let step = 1; step <= 3; step += 1) {
        const { key } = await at.upload("essay", await pdf(2));
        Object.assign(at.broken, { in: step, when });
        const delivery = `${when}-${step}`;
        await expect(at.scanned(key, "nothing", delivery)).rejects.toThrow("broken on purpose");
        await at.scanned(key, "nothing", delivery);
        expect(await statusOf("essay"), delivery).toEqual(["ready"]);
        expect(at.waiting.size, delivery).toBe(0);
        expect(
          [...at.kept.keys()].filter((kept) => kept.endsWith(key.split("/").at(-1) ?? "")),
          delivery,
        ).toHaveLength(1);
      }
    }
  });
});

describe("a review", () => {
  const portfolio = () => ({ ...at.who, kind: "portfolio" as const });
  const reviewer = () => at.person("vera@example.no", "reviewer");
  async function handedIn() {
    for (let count = 0; count < 3; count += 1) await at.addText();
    await at.changeHandIn.submit(at.origin(), portfolio(), at.own);
  }

  test("takes a portfolio from the queue, returns it, gets it again, and approves it", async () => {
    await handedIn();
    expect((await at.read.queue(undefined)).items.map(({ participation }) => participation.name)).toEqual([
      "Kari Eksempel",
    ]);
    await at.review(at.origin(), portfolio(), { decision: "return", comments: "Skriv mer om barna." }, reviewer());
    expect((await at.read.queue(undefined)).items).toEqual([]);
    expect(await at.handIn("portfolio")).toMatchObject({ status: "returned", comments: "Skriv mer om barna." });
    await at.addText("Mer");
    await at.changeHandIn.submit(at.origin(), portfolio(), at.own);
    await at.review(at.origin(), portfolio(), { decision: "approve" }, reviewer());
    expect((await at.participation())?.portfolio).toMatchObject({ status: "approved", documents: { length: 4 } });
    const moves = await at.read.entries(portfolio());
    expect(moves.map(({ move, by }) => `${move} ${by ? "by a reviewer" : "by oneself"}`)).toEqual([
      "submit by oneself",
      "return by a reviewer",
      "submit by oneself",
      "approve by a reviewer",
    ]);
  });

  test("of one's own is refused, also for an administrator", async () => {
    await handedIn();
    const kari = at.person("kari@example.no", "reviewer", "administrator");
    await expect(at.review(at.origin(), portfolio(), { decision: "approve" }, kari)).rejects.toThrow("own-portfolio");
  });

  test("is made once: the second of two at once is told that it has moved on", async () => {
    await handedIn();
    const both = await Promise.allSettled([
      at.review(at.origin(), portfolio(), { decision: "approve" }, reviewer()),
      at.review(at.origin(), portfolio(), { decision: "return", comments: "Nei." }, reviewer()),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(outcomes(both)).toContain("hand-in-moved-on");
  });

  test("meets nothing that its participant has taken back, and nothing can be changed while it waits", async () => {
    await handedIn();
    await expect(at.addText()).rejects.toThrow("hand-in-moved-on");
    await at.changeHandIn.withdraw(at.origin(), portfolio(), at.own);
    await expect(at.review(at.origin(), portfolio(), { decision: "approve" }, reviewer())).rejects.toThrow(
      "hand-in-moved-on",
    );
  });

  test("is of what was read: not of another, handed in since", async () => {
    await handedIn();
    const submittedAt = (await at.handIn("portfolio"))?.submittedAt ?? at.clock();
    await at.changeHandIn.withdraw(at.origin(), portfolio(), at.own);
    await at.addText("Noe ganske annet");
    at.pass(60);
    await at.changeHandIn.submit(at.origin(), portfolio(), at.own);
    const approve = (seen: typeof submittedAt) =>
      at.reviewHandIn(at.origin(), portfolio(), { decision: "approve", submittedAt: seen }, reviewer());
    await expect(approve(submittedAt)).rejects.toThrow("hand-in-handed-in-anew");
    expect(await approve(at.clock())).toEqual({ status: "approved" });
  });

  test("opens again what was approved, unless a certificate stands on it", async () => {
    await handedIn();
    await at.review(at.origin(), portfolio(), { decision: "approve" }, reviewer());
    const reopen = () =>
      at.review(at.origin(), portfolio(), { decision: "reopen", comments: "Feil mappe." }, reviewer());
    const held = { ...at.who, certificateId: `crt_${"0".repeat(22)}`, valid: true };
    const put = (valid: boolean) =>
      at.ports.unitOfWork.handle(at.origin(), async () => [
        part([{ kind: "replace", key: heldKey(at.who), item: { ...held, valid }, guards: [] }]),
      ]);
    await put(true);
    await expect(reopen()).rejects.toThrow("certificate-stands");
    await put(false);
    expect(await reopen()).toEqual({ status: "returned" });
    expect((await at.participation())?.portfolio.status).toBe("returned");
  });
});

describe("who may see it", () => {
  test("a stranger, a course leader and another's key find nothing; the participant and reviewers do", async () => {
    await at.addText();
    const strangers = [
      at.person("ola@example.no"),
      at.person("lars@example.no", "course-leader"),
      { kind: "guest" as const },
    ];
    for (const stranger of strangers) await expect(at.read.see(at.who, stranger)).rejects.toThrow("not-found");
    for (const reader of [at.own, at.person("vera@example.no", "reviewer")]) {
      expect((await at.read.see(at.who, reader)).portfolio.documents).toHaveLength(1);
    }
    await expect(
      at.addDocument.asEssay(at.origin(), at.who, ESSAY, at.person("vera@example.no", "reviewer")),
    ).rejects.toThrow("not-found");
  });

  test("a file has an address only once it is ready", async () => {
    const { key, documentId } = await at.upload("portfolio", await pdf(1));
    await expect(at.read.file(at.who, documentId, at.own)).rejects.toThrow("not-found");
    await at.scanned(key);
    expect(await at.read.file(at.who, documentId, at.own)).toMatch(/^https:/);
  });
});

test("what a participation tells of its hand-ins is recounted from the rows, and a lie is noticed", async () => {
  const { key } = await at.upload("essay", await pdf(2));
  await at.scanned(key);
  await at.addText();
  const rows = await at.everything();
  expect(brokenOf(["hand-ins"], rows)).toEqual([]);
  const lie = rows.map((row) =>
    String(row["sk"]).startsWith("PARTICIPANT#") ? { ...row, portfolio: { status: "approved", documents: [] } } : row,
  );
  expect(brokenOf(["hand-ins"], lie).join()).toMatch(/is draft, and is told to be approved.*is told to have/);
});

test("when its time is over everything goes but what the certificate stands on", async () => {
  const { key } = await at.upload("portfolio", await pdf(1));
  await at.scanned(key);
  for (let count = 0; count < 2; count += 1) await at.addText();
  const portfolio = { ...at.who, kind: "portfolio" as const };
  await at.changeHandIn.submit(at.origin(), portfolio, at.own);
  at.pass(200 * 86_400);
  await at.settleDue(at.origin(), portfolio);
  expect(at.kept.size).toBe(1);
  at.pass(200 * 86_400);
  await at.settleDue(at.origin(), portfolio);
  expect([at.kept.size, await at.handIn("portfolio"), await at.read.entries(portfolio)]).toEqual([0, undefined, []]);
  expect((await at.participation())?.portfolio.documents).toHaveLength(3);
  // One document more would make a draft of what was approved, with a certificate on it; and it would be deleted at once.
  await expect(at.addText()).rejects.toThrow("hand-in-time-over");
  await expect(at.upload("essay", await pdf(2))).rejects.toThrow("hand-in-time-over");
});

const ESSAY = {
  file: { fileName: "oppgave.pdf", contentType: "application/pdf", bytes: 10, sha256: `${"A".repeat(43)}=` },
  noChildRecognisable: true,
};
