import { expect, onTestFinished, test } from "vitest";
import * as z from "zod";
import { forgetEnquiryUseCase } from "#agreements/app/forget-enquiry";
import { newAgreement, USUAL_PRICES } from "#agreements/domain/agreement";
import { agreementChanged } from "#agreements/events/agreement-changed";
import { enquiryDeclined } from "#agreements/events/enquiry-declined";
import { seatsUnusedWarningDue } from "#agreements/events/seats-unused-warning-due";
import { agreements } from "#agreements/store/agreements";
import { dueOf } from "#agreements/store/due";
import { enquiries } from "#agreements/store/enquiries";
import { stockKey } from "#catalogue/store/keys";
import type { Caller } from "#kernel/caller";
import { plusSeconds, toInstant } from "#kernel/clock";
import { mint } from "#kernel/id";
import { AgreementId, EnquiryId } from "#kernel/ids";
import { kroner } from "#kernel/money";
import { part } from "#kernel/transaction-part";
import { queryDue } from "#platform/dynamo/table";
import { systemRandom } from "#platform/random";
import { ADMINISTRATOR, type AgreementsAtWork, openAgreements, RUT } from "#test/agreements";
import { outcome } from "#test/line";
import { openMailRoom } from "#test/mail-room";
import { SCHOOL } from "#test/shop";

const DAY = 86_400;
const { name, organisationNumber } = SCHOOL;
const ENQUIRY = { organisation: { name, organisationNumber }, ...RUT, wish: "Vi er 40 ansatte." };
const FROM_HERE = { locale: "nb", sourceIp: "192.0.2.7" } as const;

/** What the sweep would find due now, as its context tells it. */
async function due(at: AgreementsAtWork) {
  const keys = z.object({ pk: z.string(), sk: z.string() });
  const { items } = await queryDue(at.table, { context: "agreements", now: at.clock() }, keys);
  return items.map(dueOf);
}

test("an enquiry is answered once: by an agreement, or by a no", async () => {
  const at = await openAgreements();
  const first = await at.app.sendEnquiry(at.origin(), ENQUIRY, FROM_HERE);
  const second = await at.app.sendEnquiry(at.origin(), ENQUIRY, FROM_HERE);
  const { agreementId } = await at.agree({ enquiryId: first.enquiryId });
  await at.app.declineEnquiry(at.origin(), second.enquiryId, { reason: "Fullt til høsten." });
  expect(await outcome(at.app.declineEnquiry(at.origin(), first.enquiryId, {}))).toBe("enquiry-is-answered");
  expect(await outcome(at.agree({ enquiryId: second.enquiryId }))).toBe("enquiry-is-answered");
  expect(await outcome(at.agree({ enquiryId: mint(EnquiryId, systemRandom) }))).toBe("not-found");
  const { items } = await at.app.readAgreements.enquiries({ limit: 10 });
  expect(items.map(({ status }) => status).toSorted()).toEqual(["accepted", "declined"]);
  expect(items.find(({ status }) => status === "accepted")).toMatchObject({ agreementId });
  const told = (await at.facts()).map(({ type }) => type.split(".")[1]).toSorted();
  expect(told).toEqual(["agreement-made", "enquiry-declined", "enquiry-received", "enquiry-received"]);
});

test("one caller sends ten enquiries an hour, and what led to no agreement is forgotten after a year", async () => {
  const at = await openAgreements();
  const send = (sourceIp: string) => at.app.sendEnquiry(at.origin(), ENQUIRY, { locale: "nb", sourceIp });
  const answers = [];
  for (let sent = 0; sent < 11; sent++) answers.push(await outcome(send("192.0.2.7")));
  expect(answers.filter((answer) => answer === "too-many-enquiries")).toHaveLength(1);
  const { enquiryId } = await send("192.0.2.8");
  await at.agree({ enquiryId });
  at.pass(366 * DAY);
  const forget = forgetEnquiryUseCase(at.ports);
  for (const each of await due(at)) if (each.kind === "enquiry") await forget(at.origin(), each.enquiryId);
  expect((await at.app.readAgreements.enquiries({ limit: 50 })).items.map((each) => each.enquiryId)).toEqual([
    enquiryId,
  ]);
});

test("sets for all employees are ordered with the agreement or later: stock is reserved, or nothing is done", async () => {
  const at = await openAgreements();
  const book = await at.product(30);
  const deck = await at.product(30, { kind: "card-deck", vatCategory: "S", price: kroner(350) });
  const set = (employees: number) => ({ sets: [{ bookId: book.productId, deckId: deck.productId, employees }] });
  expect(await outcome(at.agree({ materials: set(31) }))).toBe("out-of-stock");
  expect((await at.app.readAgreements.list({ limit: 10 })).items).toEqual([]);
  const school = await at.agree({ materials: set(20) });
  at.pass(60);
  await at.app.orderMaterials(at.origin(), school.agreementId, set(10), school.caller);
  expect(await outcome(at.app.orderMaterials(at.origin(), school.agreementId, set(1), school.caller))).toBe(
    "out-of-stock",
  );
  const { items } = await at.ports.invoiceBases.list({ limit: 10 });
  expect(items.map(({ gross }) => gross).toSorted((a, b) => a - b)).toEqual([kroner(3000), kroner(6000)]);
  expect(await at.row(stockKey(deck.productId))).toMatchObject({ onHand: 30, available: 0 });
  const { materials } = await at.app.getAgreement(school.agreementId, school.caller);
  expect(materials.map(({ employees, by }) => [employees, by])).toEqual([
    [20, ADMINISTRATOR.personId],
    [10, school.contact.contactId],
  ]);
});

test("sets are ordered at the agreement's prices as long as it lasts; an administrator orders later too", async () => {
  const at = await openAgreements();
  const book = await at.product(10);
  const deck = await at.product(10, { kind: "card-deck", vatCategory: "S", price: kroner(350) });
  const sets = { sets: [{ bookId: book.productId, deckId: deck.productId, employees: 1 }] };
  const school = await at.agree({ period: { from: "2026-08-01", to: "2026-08-04" } });
  const order = (caller: Caller) => outcome(at.app.orderMaterials(at.origin(), school.agreementId, sets, caller));
  at.pass(DAY);
  expect(await order(school.caller)).toHaveProperty("orderNumber");
  at.pass(DAY);
  expect(await order(school.caller)).toBe("agreement-has-ended");
  expect(await order(ADMINISTRATOR)).toHaveProperty("orderNumber");
});

test("sets cost what the agreement says when they are ordered, also when that changes at the same moment", async () => {
  async function priced(guard: "real" | "none"): Promise<unknown> {
    const at = await openAgreements();
    const book = await at.product(10);
    const deck = await at.product(10, { kind: "card-deck", vatCategory: "S", price: kroner(350) });
    const sets = { sets: [{ bookId: book.productId, deckId: deck.productId, employees: 1 }] };
    const school = await at.agree();
    const { agreementId, version, contacts: _old, promised: _years, ...terms } = school.agreement;
    const dearer = { ...terms, contacts: [RUT], prices: { ...USUAL_PRICES, book: kroner(250) } };
    let changed = false;
    const forSale: typeof at.ports.forSale = {
      ...at.ports.forSale,
      async load(asked) {
        if (!changed) await at.app.changeAgreement.edit(at.origin(), { agreementId, version }, dearer);
        changed = true;
        return at.ports.forSale.load(asked);
      },
    };
    const seatParts = { ...at.ports.seatParts, ...(guard === "none" && { underTerms: () => part([]) }) };
    await at.with({ forSale, seatParts }).orderMaterials(at.origin(), agreementId, sets, school.caller);
    return (await at.ports.invoiceBases.list({ limit: 10 })).items[0]?.gross;
  }
  expect(await priced("real")).toBe(kroner(350));
  expect(await priced("none")).toBe(kroner(300));
});

test("contacts are told once of seats that nobody uses, six months before each end the agreement gets", async () => {
  const at = await openAgreements();
  const school = await at.agree({ period: { from: "2026-08-01", to: "2027-07-31" } });
  const { agreementId } = school;
  const warnings = async () => (await at.facts(seatsUnusedWarningDue.type)).map(({ data }) => data);
  async function sweep() {
    for (const each of await due(at))
      if (each.kind === "seats-warning") await at.app.warnOfUnusedSeats(at.origin(), each.agreementId);
  }
  const listed = async () => (await at.app.readAgreements.list({ limit: 10 })).items.map(({ warning }) => warning);
  at.pass(180 * DAY);
  await sweep();
  expect([await warnings(), await listed()]).toEqual([[], [false]]);
  at.pass(3 * DAY);
  await sweep();
  await sweep();
  await at.app.warnOfUnusedSeats(at.origin(), agreementId);
  const contactIds = [school.contact.contactId];
  expect([await warnings(), await listed()]).toEqual([[{ agreementId, free: 6, contactIds }], [true]]);
  await at.app.changeAgreement.end(at.origin(), { agreementId, version: 1 }, "2028-07-31");
  await sweep();
  expect([(await warnings()).length, await listed()]).toEqual([1, [false]]);
  at.pass(366 * DAY);
  await sweep();
  expect(await warnings()).toHaveLength(2);
});

test("an agreement is changed by whoever saw it last; a new contact is told, and one who left gets in no more", async () => {
  const at = await openAgreements();
  const school = await at.agree();
  const { agreementId, version, contacts: _old, promised: _years, ...terms } = school.agreement;
  const ola = { name: "Ola Eksempel", email: "ola@example.no" };
  const seen = { agreementId, version };
  const edit = () => at.app.changeAgreement.edit(at.origin(), seen, { ...terms, seats: 8, contacts: [ola] });
  expect(await edit()).toEqual({ agreementId, version: 2 });
  expect(await outcome(edit())).toBe("changed-meanwhile");
  expect(await at.counters(agreementId)).toMatchObject({ seats: 8, free: 8, terms: 2 });
  const [told] = await at.facts(agreementChanged.type);
  const [contact] = (await at.ports.agreements.get(agreementId))?.contacts ?? [];
  expect(told?.data).toMatchObject({ newContactIds: [contact?.contactId] });
  expect(await outcome(at.app.getAgreement(agreementId, school.caller))).toBe("not-found");
});

test("a meeting is planned, moved and held by whoever saw it last", async () => {
  const at = await openAgreements();
  const { agreementId, caller } = await at.agree();
  const startsAt = plusSeconds(at.clock(), DAY);
  const time = { startsAt, endsAt: plusSeconds(startsAt, 3600) };
  const { list, plan, move, settle } = at.app.planMeetings;
  const { meetingId } = await plan(at.origin(), agreementId, "planning-day", time);
  const moved = await move(at.origin(), { agreementId, meetingId, version: 1 }, { ...time, venue: "Personalrommet" });
  expect(await outcome(settle(at.origin(), { agreementId, meetingId, version: 1 }, "held"))).toBe("changed-meanwhile");
  at.pass(2 * DAY);
  await settle(at.origin(), { agreementId, meetingId, version: moved.version }, "held");
  const { kept } = await at.app.getAgreement(agreementId, caller);
  expect(kept[0]?.kinds["planning-day"]).toEqual({ promised: 1, planned: 0, held: 1 });
  expect(await list(agreementId)).toMatchObject([{ meetingId, status: "held", venue: "Personalrommet" }]);
  const stranger = mint(AgreementId, systemRandom);
  expect(await outcome(plan(at.origin(), stranger, "staff", time))).toBe("not-found");
});

test("whoever is declined, and each contact with unused seats, is written to with a link of their own", async () => {
  const { shop, deliver, message, mails, close } = await openMailRoom();
  onTestFinished(close);
  const terms = {
    organisation: SCHOOL,
    locale: "nb" as const,
    period: { from: "2026-08-01", to: "2027-03-31" },
    seats: 6,
    prices: USUAL_PRICES,
    contacts: [RUT, { name: "Ola Eksempel", email: "ola@example.no" }],
  };
  const agreement = newAgreement(terms, mint(AgreementId, systemRandom), systemRandom);
  const { agreementId, contacts } = agreement;
  const enquiryId = mint(EnquiryId, systemRandom);
  const receivedAt = toInstant(Date.parse(shop.clock()));
  const declined = {
    enquiryId,
    ...ENQUIRY,
    locale: "nb",
    receivedAt,
    status: "declined",
    declinedAt: receivedAt,
  } as const;
  await shop.ports.unitOfWork.handle(shop.origin(), async () => [
    agreements(shop.table).create(agreement),
    enquiries(shop.table).create({ ...declined, reason: "Fullt til høsten.", version: 2 }),
  ]);
  const contactIds = contacts.map(({ contactId }) => contactId);
  await deliver(
    message(enquiryDeclined.of({ enquiryId })),
    message(seatsUnusedWarningDue.of({ agreementId, free: 2, contactIds })),
    message(agreementChanged.of({ agreementId, version: 2, newContactIds: contactIds.slice(1) })),
  );
  const sent = (await mails()).map(({ recipients, subject, text = "" }) => ({ to: recipients[0], subject, text }));
  expect(sent.map(({ to, subject }) => `${to}: ${subject}`).toSorted()).toEqual([
    "ola@example.no: Dere har 2 treneplasser igjen",
    "ola@example.no: Langtidsavtalen med Eksempel skole",
    "rut@example.no: Dere har 2 treneplasser igjen",
    "rut@example.no: Svar på forespørselen om langtidsavtale",
  ]);
  for (const { to, text } of sent.filter(({ subject }) => !subject?.startsWith("Svar"))) {
    const own = contacts.find(({ email }) => email === to)?.key;
    expect(text).toContain(`/agreements/${agreementId}/page?key=${own}&lang=nb`);
  }
});
