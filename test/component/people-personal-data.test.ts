import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Caller } from "#kernel/caller";
import { plusSeconds } from "#kernel/clock";
import { ZERO } from "#kernel/money";
import { ERASED } from "#kernel/personal-data";
import { mailStatuses } from "#notifications/store/mail-statuses";
import { getOrderUseCase } from "#ordering/app/get-order";
import { erasureFinished } from "#people/events/erasure-finished";
import { count } from "#test/counts";
import { outcome } from "#test/line";
import { rowsWithoutPolicy } from "#test/privacy";
import { openRichLife, PETRA, type RichLife, SECRETS } from "#test/rich-life";
import { brokenRules } from "#test/rules";
import { SCHOOL } from "#test/shop";

const DAY = 86_400;

/** Where anything of hers is still to be found, and what: by kind of row, and in files. */
async function foundOf(life: RichLife): Promise<Record<string, string[]>> {
  const rows = await life.shop.everything();
  const places = [
    ...rows.map((row) => [[row["pk"], row["sk"]].map(begins).join(" "), JSON.stringify(row)]),
    ...[...life.objects()].map(([key, { bytes }]) => ["file", `${key} ${new TextDecoder().decode(bytes)}`]),
  ];
  const found: Record<string, string[]> = {};
  for (const [where = "", text = ""] of places) {
    const said = Object.entries(SECRETS).flatMap(([what, secret]) => (text.includes(secret) ? [what] : []));
    if (said.length > 0) found[where] = [...new Set([...(found[where] ?? []), ...said])].toSorted();
  }
  return found;
}

function begins(key: unknown): string {
  return `${key}`.split("#")[0] ?? "";
}

/** What the policies keep of somebody who has been erased: bookkeeping, and the register of certificates. */
const KEPT = {
  "ORDER ORDER": ["name", "street"],
  "ORDER INVOICE-BASIS": ["email", "name", "street"],
  "COHORT PARTICIPANT": ["name"],
  "CERTIFICATE CERTIFICATE": ["hash", "name"],
  "TRAINER TRAINER": ["hash"],
};

async function erased(life: RichLife) {
  await life.live();
  const { requestId, caller } = await life.ask("erasure", PETRA.email);
  await life.settle();
  life.shop.pass(4 * DAY);
  await life.sweep();
  return { requestId, caller };
}

test("after a rich life and an erasure, what is left is bookkeeping and the register, and nothing else", async () => {
  const life = await openRichLife();
  await life.live();
  const before = await foundOf(life);
  expect(Object.keys(before).length).toBeGreaterThan(18);
  const broken = async () => brokenRules({ rows: await life.shop.everything(), inbox: [], stripe: new Map() }).length;
  const rules = await broken();
  const others = (await life.shop.everything()).filter(({ email }) => email !== undefined && email !== PETRA.email);
  const { requestId, caller } = await life.ask("erasure", PETRA.email);
  await life.settle();
  const answer = await life.read.erasure(requestId, caller);
  expect(answer.status).toBe("done");
  // The answer says of everything what became of it.
  const told = [...answer.treated, ...answer.kept].map(({ kind, does, count, until }) => [kind, does, count, until]);
  expect(told.toSorted()).toEqual(
    [
      ["account", "erase", 1, undefined],
      ["agreement-contact", "pseudonymise", 1, undefined],
      ["attendance-history", "restrict", 1, expect.stringMatching(/^2032-04/)],
      ["certificate", "keep", 1, undefined],
      ["certified-trainer", "keep", 1, undefined],
      ["enquiry", "erase", 1, undefined],
      ["hand-in", "erase", 1, undefined],
      ["hand-in-history", "erase", 1, undefined],
      ["health-answers", "erase", 1, undefined],
      ["invoice-basis", "keep", 1, "2031-12-31T23:00:00.000Z"],
      ["mail-code", "erase", 1, undefined],
      ["mail-codes-of-address", "erase", 1, undefined],
      ["mail-proof", "erase", 2, undefined],
      ["order", "pseudonymise", 2, undefined],
      ["order", "restrict", 2, "2031-12-31T23:00:00.000Z"],
      ["participation", "restrict", 1, expect.stringMatching(/^2032-04/)],
      ["payment", "keep", 1, "2031-12-31T23:00:00.000Z"],
      ["personal-data-request", "keep", 1, plusSeconds(life.shop.clock(), 3 * DAY)],
      ["place", "pseudonymise", 1, undefined],
      ["sign-in", "erase", 1, undefined],
      ["waiting-list-entry", "erase", 1, undefined],
      ["workplace-course-contact", "erase", 1, undefined],
      ["workplace-course-contact", "pseudonymise", 1, undefined],
    ].toSorted(),
  );
  for (const { does, why } of answer.treated) if (does === "restrict" || does === "keep") expect(why).toBeDefined();
  expect(await foundOf(life)).toEqual({ ...KEPT, "PERSONAL-DATA REQUEST": ["email"] });
  // The answer was mailed; then its address goes as well.
  life.shop.pass(4 * DAY);
  await life.sweep();
  expect(await foundOf(life)).toEqual(KEPT);
  expect((await life.read.erasure(requestId, caller)).email).toBeUndefined();
  // Nobody else lost anything, and no rule is broken that wasn't before.
  expect(await broken()).toBe(rules);
  const after = await life.shop.everything();
  for (const other of others) expect(after).toContainEqual(other);
  // What was to stand on an invoice named who ordered.
  expect(after.find(({ sk, status }) => sk === "WORKPLACE-COURSE" && status === "ordered")).toMatchObject({
    contact: ERASED,
    organisation: { name: SCHOOL.name, invoiceReference: { value: ERASED.name } },
  });
  expect(life.objects().size).toBe(1);
});

test.each(["registration", "education"])("and with the policy of %s left out, that is seen", async (without) => {
  const life = await openRichLife({ without });
  await erased(life);
  expect(await foundOf(life)).not.toEqual(KEPT);
});

test("sums, lines, VAT and dates of an order stay; its buyer doesn't, and the key from the mail opens nothing", async () => {
  const life = await openRichLife();
  const paid = await life.order();
  const free = await life.order({ payment: "free" });
  await life.ask("erasure", PETRA.email);
  await life.settle();
  const { version: _1, key: _2, buyer: _3, ...books } = paid;
  const after = await life.shop.ports.orders.get(paid.orderNumber);
  expect(after).toMatchObject({ ...books, buyer: { name: PETRA.name, email: ERASED.email } });
  expect(after?.key).not.toBe(paid.key);
  const getOrder = getOrderUseCase(life.shop.ports.orders, mailStatuses(life.shop.table));
  for (const { orderNumber, key } of [paid, free])
    await expect(getOrder(orderNumber, { kind: "guest", key })).rejects.toMatchObject({ code: "not-found" });
  const nobody = await life.shop.ports.orders.get(free.orderNumber);
  expect(nobody).toMatchObject({ buyer: ERASED, lines: free.lines, total: free.total });
  expect(nobody?.deliveryAddress).toBeUndefined();
});

test("what is still going on is kept, the answer says what to do, and it is erased by itself when it is over", async () => {
  const life = await openRichLife();
  const coming = await life.shop.offering(life.held(-30));
  const order = await life.order({
    payment: "free",
    paid: ZERO,
    status: "awaiting-payment",
    confirmedAt: undefined,
    hold: { endsAt: plusSeconds(life.shop.clock(), 1800), extended: false },
  });
  await life.place(coming.offeringId, order.orderNumber);
  await life.entry(coming.offeringId, "waiting");
  const { requestId, caller } = await life.ask("erasure", PETRA.email);
  await life.settle();
  const first = await life.read.erasure(requestId, caller);
  expect(first.kept.map(({ kind }) => kind).toSorted()).toEqual([
    "order",
    "personal-data-request",
    "place",
    "waiting-list-entry",
  ]);
  for (const { kind, advice } of first.kept) if (kind !== "personal-data-request") expect(advice?.nb).toBeTruthy();
  // Health answers are needed by nobody who wants to be forgotten.
  expect((await foundOf(life))["OFFERING HEALTH"]).toBeUndefined();
  expect(first.again).toBe(plusSeconds(order.hold?.endsAt ?? order.placedAt, DAY));
  // Nothing is forgotten before its time, and then all of it.
  life.shop.pass(DAY);
  await life.sweep();
  await life.settle();
  expect((await foundOf(life))["OFFERING PLACE"]).toEqual(["email", "name", "phone"]);
  const offering = await life.shop.ports.forSale.load({ products: [], offerings: [coming.offeringId] });
  expect(offering.offerings.size).toBe(1);
  await life.shop.ports.unitOfWork.handle(life.shop.origin(), async () => [
    { writes: await lapsed(life, order.orderNumber), facts: [] },
  ]);
  for (let months = 0; months < 4; months += 1) {
    life.shop.pass(31 * DAY);
    await life.sweep();
    await life.settle();
  }
  const found = await foundOf(life);
  expect(found["OFFERING PLACE"]).toBeUndefined();
  expect(found["OFFERING TICKET"]).toBeUndefined();
  expect(found["ORDER ORDER"]).toBeUndefined();
  // Nobody waits for what was held: the entry is gone, and what counted it.
  expect(found["OFFERING ENTRY"]).toBeUndefined();
  const rows = await life.shop.everything();
  expect(rows.filter(({ sk }) => `${sk}`.startsWith("LINE#"))).toEqual([]);
  expect(rows.filter(({ sk }) => sk === "CAPACITY").map(({ waiting }) => waiting)).toEqual([0]);
  expect((await life.read.erasure(requestId, caller)).kept.map(({ kind }) => kind)).toEqual(["personal-data-request"]);
});

test("who is looked at again and again is told once, and then when something more is erased", async () => {
  const life = await openRichLife();
  const order = await life.order({ dispute: "open" });
  const { requestId, caller } = await life.ask("erasure", PETRA.email);
  const told = async () => (await life.shop.facts()).filter(({ type }) => type === erasureFinished.type).length;
  await life.settle();
  expect(await told()).toBe(1);
  const { round } = await life.read.erasure(requestId, caller);
  for (let months = 0; months < 3; months += 1) {
    life.shop.pass(31 * DAY);
    await life.sweep();
    await life.settle();
  }
  expect((await life.read.erasure(requestId, caller)).round).toBe(round + 3);
  expect(await told()).toBe(1);
  const won = { ...order, dispute: "won" as const, version: order.version + 1 };
  await life.shop.ports.unitOfWork.handle(life.shop.origin(), async () => [life.shop.ports.orders.replace(order, won)]);
  life.shop.pass(31 * DAY);
  await life.sweep();
  await life.settle();
  expect(await told()).toBe(2);
});

/** The hold's end, as the payment sweep writes it. */
async function lapsed(life: RichLife, orderNumber: Parameters<RichLife["shop"]["ports"]["orders"]["get"]>[0]) {
  const before = await life.shop.ports.orders.get(orderNumber);
  if (!before) throw new Error("there is an order");
  return life.shop.ports.orders.replace(before, { ...before, status: "expired", version: before.version + 1 }).writes;
}

test("twice at once, events twice, and killed between rows: the same in the end, and nothing is counted twice", async () => {
  const life = await openRichLife();
  await life.live();
  await life.order({ payment: "free" });
  const one = await life.ask("erasure", PETRA.email);
  const other = await life.ask("erasure", PETRA.email);
  // The first page is worked on by several at once, and again once it is over.
  await life.settle(3);
  life.shop.pass(4 * DAY);
  await life.sweep();
  expect(await foundOf(life)).toEqual(KEPT);
  const [a, b] = [
    await life.read.erasure(one.requestId, one.caller),
    await life.read.erasure(other.requestId, other.caller),
  ];
  const orders = [a, b].flatMap(({ treated }) =>
    treated.filter(({ kind, does }) => kind === "order" && does === "pseudonymise"),
  );
  expect(orders.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  const certificates = a.kept.filter(({ kind }) => kind === "certificate");
  expect(certificates.map(({ count }) => count)).toEqual([1]);
});

test("an order placed while the walk is on its way is seen by the next round", async () => {
  const life = await openRichLife();
  for (let orders = 0; orders < 12; orders += 1) await life.order({ payment: "free" });
  await life.ask("erasure", PETRA.email);
  await life.deliver();
  await life.order({ payment: "free" });
  await life.settle();
  life.shop.pass(4 * DAY);
  await life.sweep();
  expect(await foundOf(life)).toEqual({});
});

test("an export has all of one person, under names that people understand, and nothing of others", async () => {
  const life = await openRichLife();
  const { stranger } = await life.live();
  const { requestId, caller } = await life.ask("export", PETRA.email);
  await life.settle(2);
  const { request, rows } = await life.read.export(requestId, caller);
  expect(request.status).toBe("done");
  const kinds = request.kinds.map(({ kind }) => kind);
  for (const kind of ["order", "payment", "place", "health-answers", "hand-in", "certificate", "enquiry", "account"]) {
    expect(kinds).toContain(kind);
  }
  const text = JSON.stringify(rows);
  expect(text).toContain(PETRA.phone);
  expect(text).not.toContain("rut@example.no");
  expect(text).not.toContain(SECRETS.hash);
  const keys = (await life.shop.everything()).map(({ key }) => key).filter((key) => typeof key === "string");
  expect(keys.length).toBeGreaterThan(3);
  for (const key of keys) expect(text).not.toContain(key);
  expect(rows.filter(({ kind }) => kind === "order")).toHaveLength(4);
  const contact = rows.find(({ kind }) => kind === "agreement-contact");
  expect(contact?.fields).toMatchObject({ name: PETRA.name, email: PETRA.email });
  // It is theirs alone, and gone after two weeks.
  expect(await outcome(life.read.export(requestId, { kind: "guest", key: stranger }))).toBe("not-found");
  life.shop.pass(15 * DAY);
  await life.sweep();
  await life.sweep();
  expect((await life.shop.everything()).filter(({ pk }) => `${pk}`.startsWith("PERSONAL-DATA#"))).toEqual([]);
});

test("nobody asks for another, and an erasure is done by nobody's first click", async () => {
  const life = await openRichLife();
  const order = await life.order({ payment: "free" });
  const as = (caller: Caller) => ({ caller, locale: "nb" as const });
  const request = (caller: Caller, command = {}) =>
    outcome(life.requestPersonalData(life.shop.origin(), "erasure", command, as(caller)));
  const guest = { kind: "guest" } as const;
  expect(await request(guest, { email: PETRA.email })).toBe("mail-proof-missing");
  const mailProof = await life.shop.mailProof("rut@example.no");
  expect(await request(guest, { email: PETRA.email, mailProof })).toBe("mail-proof-missing");
  const rut = { ...life.administrator, email: "rut@example.no", roles: ["participant" as const] };
  expect(await request(rut, { email: PETRA.email })).toBe("mail-proof-missing");
  const onBehalf = { askedBy: "Telefon", reason: "Har ikke e-post lenger" };
  expect(await request(rut, { email: PETRA.email, onBehalf })).toBe("forbidden");
  const asked = await life.requestPersonalData(
    life.shop.origin(),
    "erasure",
    { email: PETRA.email, onBehalf },
    as(life.administrator),
  );
  await life.settle();
  expect(await life.shop.ports.orders.get(order.orderNumber)).toEqual(order);
  const confirm = (caller: Caller) => outcome(life.confirmErasure(life.shop.origin(), asked.requestId, caller));
  expect(await confirm(rut)).toBe("not-found");
  expect(await confirm(life.administrator)).toMatchObject({ status: "working" });
  expect(await confirm(life.administrator)).toBe("personal-data-request-over");
  expect((await life.requests.get(asked.requestId))?.onBehalf).toEqual({
    ...onBehalf,
    by: life.administrator.personId,
  });
  await life.settle();
  expect((await life.shop.ports.orders.get(order.orderNumber))?.buyer).toEqual(ERASED);
  // One that nobody confirms is forgotten.
  const { requestId } = await life.requestPersonalData(life.shop.origin(), "erasure", {}, as(rut));
  life.shop.pass(2 * DAY);
  await life.sweep();
  expect(await life.requests.get(requestId)).toBeUndefined();
});

test("each night what has been kept long enough goes by itself, and no more", async () => {
  const life = await openRichLife();
  await life.live();
  // Nobody was left to offer this one a place.
  await life.entry((await life.shop.offering(life.held(60))).offeringId, "waiting");
  const kinds = async () => Object.keys(await foundOf(life)).toSorted();
  const all = await kinds();
  expect(await life.night()).toBe(0);
  // An unpaid order is a cart.
  const expired = (await life.shop.everything()).filter(({ status, sk }) => sk === "ORDER" && status === "expired");
  expect(expired).toMatchObject([{ buyer: ERASED }]);
  expect(await kinds()).toEqual(all.filter((kind) => kind !== "OFFERING ENTRY"));
  life.shop.pass(730 * DAY);
  await life.night();
  const later = await foundOf(life);
  expect(later["ORDER ORDER"]).toEqual(["name", "street"]);
  expect(later["ORDER INVOICE-BASIS"]).toEqual(["email", "name", "street"]);
  for (const kind of [
    "OFFERING PLACE",
    "ENQUIRY ENQUIRY",
    "WORKPLACE-COURSE WORKPLACE-COURSE",
    "AGREEMENT AGREEMENT",
  ]) {
    expect(later[kind]).toBeUndefined();
  }
  expect(later["COHORT PARTICIPANT"]).toBeDefined();
  life.shop.pass(4 * 365 * DAY);
  await life.night();
  const last = await foundOf(life);
  for (const kind of ["ORDER ORDER", "ORDER INVOICE-BASIS", "COHORT PARTICIPANT", "COHORT HISTORY"]) {
    expect(last[kind]).toBeUndefined();
  }
  expect(last["CERTIFICATE CERTIFICATE"]).toEqual(["hash", "name"]);
});

test("every kind of row there is has a policy", async (test) => {
  const life = await openRichLife();
  await life.live();
  await life.ask("export", PETRA.email);
  await life.settle();
  await life.night();
  expect(rowsWithoutPolicy(await life.shop.everything())).toEqual([]);
  expect(rowsWithoutPolicy([{ pk: "DIARY#1", sk: "DAY" }])).toEqual(["DIARY#1 DAY"]);
  const kinds = life.data.flatMap(({ kinds, nothing }) => [...kinds, ...nothing]);
  count(test, "kinds of rows with a policy for personal data", kinds.length);
});

test("and so has every kind that a store's source has a key for", async () => {
  const { data } = await openRichLife();
  const known = data.flatMap(({ kinds, nothing }) =>
    [...kinds, ...nothing].flatMap(({ rows: { pk, sk } }) => [pk, sk]),
  );
  const sources = globSync(["packages/*/store/**/*.ts", "packages/platform/dynamo/*.ts"]);
  const keys = sources.flatMap((path) => {
    const source = readFileSync(path, "utf8");
    // What a key begins with; and the limits on callers, which are counted by their names.
    return [...source.matchAll(/["`]([A-Z][A-Z-]+#)|\bof: "([A-Z-]+)"/g)].map(([, begins, of]) => begins ?? of ?? "");
  });
  expect(keys.length).toBeGreaterThan(40);
  expect(keys.filter((key) => !known.includes(key))).toEqual([]);
});
