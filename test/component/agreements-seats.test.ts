import { expect, test } from "vitest";
import { stockKey } from "#catalogue/store/keys";
import { kroner } from "#kernel/money";
import { cancelOfferingPlacesUseCase } from "#ordering/app/cancel-offering-places";
import { offeringCancellationContinued } from "#ordering/events/offering-cancellation-continued";
import { ADMINISTRATOR, type AgreementsAtWork, openAgreements, RUT, SEATS } from "#test/agreements";
import { callOff } from "#test/called-off";
import { outcome } from "#test/line";
import { brokenOf } from "#test/rules";

/** The rows that tell how many seats an agreement uses, counted without its counters. */
async function seatsUsed(at: AgreementsAtWork, agreementId: Parameters<typeof at.counters>[0]) {
  return (await at.ports.seatReads.ofAgreement(agreementId)).filter(({ status }) => status === "used").length;
}

test("six seats are spread over two cohorts as the school likes; a seventh is refused, and one given back is used again", async () => {
  const at = await openAgreements();
  const school = await at.agree();
  const [first, second] = [await at.cohort(2026), await at.cohort(2027)];
  for (const cohort of [first, first, first, second, second]) await at.take(school, cohort);
  const last = await at.take(school, second);
  expect(await at.counters(school.agreementId)).toMatchObject({ seats: 6, free: 0, taken: 6 });
  expect(await outcome(at.take(school, second))).toBe("agreement-seats-used-up");
  at.pass(60);
  await at.giveBack(school, last.seatId);
  expect(await outcome(at.giveBack(school, last.seatId))).toBe("seat-is-given-back");
  at.pass(60);
  expect(await at.counters(school.agreementId)).toMatchObject({ free: 1 });
  await at.take(school, second);
  expect(await seatsUsed(at, school.agreementId)).toBe(6);
  const told = (await at.ledger(school.agreementId)).map(({ what, by }) => [what, by]);
  expect(told).toEqual(
    [...Array(6).fill("taken"), "given-back", "taken"].map((what) => [what, school.contact.contactId]),
  );
});

test("a seat's place is confirmed, and its material is to be invoiced at the agreement's price", async () => {
  const at = await openAgreements();
  const school = await at.agree({ prices: { trainerMaterial: kroner(1500), book: kroner(200), deck: kroner(100) } });
  const cohort = await at.cohort(2026);
  const { orderNumber, placeId, seatId } = await at.take(school, cohort);
  const [place] = await at.ports.placeReads.load([{ offeringId: cohort.offeringId, placeId }]);
  expect(place).toMatchObject({ status: "confirmed", ticketTypeId: SEATS, seat: { seatId } });
  const [basis] = (await at.ports.invoiceBases.list({ limit: 10 })).items;
  expect(basis).toMatchObject({ orderNumber, gross: kroner(1500), contact: RUT });
});

test("a cohort's own quota holds too, and one person takes one seat in it", async () => {
  const at = await openAgreements();
  const school = await at.agree();
  const small = await at.cohort(2026, 2);
  const ola = at.participant();
  await at.take(school, small, ola);
  expect(await outcome(at.take(school, small, ola))).toBe("participant-has-place");
  await at.take(school, small);
  expect(await outcome(at.take(school, small))).toBe("offering-full");
  expect(await at.counters(school.agreementId)).toMatchObject({ free: 4 });
});

test.each([
  ["before it begins", "2026-09-15", "2029-07-31", "seat-outside-period"],
  ["after it ends", "2025-08-01", "2026-09-13", "seat-outside-period"],
  ["on its first day", "2026-09-14", "2029-07-31", undefined],
  ["on its last day", "2025-08-01", "2026-09-14", undefined],
])("a cohort that starts %s", async (_when, from, to, refused) => {
  const at = await openAgreements();
  const school = await at.agree({ period: { from, to } });
  const answer = await outcome(at.take(school, await at.cohort(2026)));
  expect(typeof answer === "string" ? answer : undefined).toBe(refused);
});

test("only a published cohort with tickets for agreements takes seats", async () => {
  const at = await openAgreements();
  const school = await at.agree();
  const [ordinary] = (await at.offering()).ticketTypes;
  if (!ordinary) throw new Error("The course has a ticket type.");
  expect(await outcome(at.take(school, await at.offering()))).toBe("cohort-without-seats");
  expect(await outcome(at.take(school, await at.cohort(2026, 9, { ticketTypes: [ordinary] })))).toBe(
    "cohort-without-seats",
  );
  expect(await outcome(at.take(school, await at.cohort(2026, 9, { status: "draft" })))).toBe("not-found");
});

test("to another agreement's contact, or with no key, an agreement doesn't exist", async () => {
  const at = await openAgreements();
  const school = await at.agree();
  const other = await at.agree({ contacts: [{ name: "Ola Eksempel", email: "ola@example.no" }] });
  const cohort = await at.cohort(2026);
  const { seatId } = await at.take(school, cohort);
  const stranger = { agreementId: school.agreementId, caller: other.caller };
  expect(await outcome(at.take(stranger, cohort))).toBe("not-found");
  expect(await outcome(at.giveBack(stranger, seatId))).toBe("not-found");
  expect(await outcome(at.app.getAgreement(school.agreementId, other.caller))).toBe("not-found");
  const loggedIn = { ...ADMINISTRATOR, roles: [], email: RUT.email };
  expect(await at.app.getAgreement(school.agreementId, loggedIn)).toMatchObject({ acting: { as: "contact" } });
});

test("somebody else comes instead until the naming deadline; the ledger says so, and the first may be named elsewhere", async () => {
  const at = await openAgreements();
  const school = await at.agree();
  const cohort = await at.cohort(2026);
  const [ola, inge] = [at.participant(), at.participant()];
  const { seatId, placeId } = await at.take(school, cohort, ola);
  const replace = (participant: typeof ola) =>
    outcome(
      at.app.replaceParticipant(
        at.origin(),
        { agreementId: school.agreementId, seatId },
        { participant, chosenGoods: [], answers: [] },
        school.caller,
      ),
    );
  at.pass(60);
  expect(await replace(inge)).toMatchObject({ seatId, placeId });
  expect((await at.ledger(school.agreementId)).map(({ what }) => what)).toEqual(["taken", "participant-replaced"]);
  await at.take(school, cohort, ola);
  expect(await replace(ola)).toBe("participant-has-place");
  at.pass(40 * 86_400);
  expect(await replace(at.participant())).toBe("naming-deadline-passed");
});

test("a contact gives a seat back until the cohort's deadline, an administrator also later", async () => {
  const at = await openAgreements();
  const school = await at.agree();
  const { seatId } = await at.take(school, await at.cohort(2026));
  at.pass(32 * 86_400);
  expect(await outcome(at.giveBack(school, seatId))).toBe("cancellation-deadline-passed");
  expect(await at.giveBack({ ...school, caller: ADMINISTRATOR }, seatId)).toMatchObject({ seatId });
  expect((await at.ledger(school.agreementId)).at(-1)).toMatchObject({
    what: "given-back",
    by: ADMINISTRATOR.personId,
  });
});

test("a seat moves to another cohort when all are used, and not to one that starts outside the period", async () => {
  const at = await openAgreements();
  const school = await at.agree({ seats: 1, period: { from: "2026-08-01", to: "2028-07-31" } });
  const [first, second, late] = [await at.cohort(2026), await at.cohort(2027), await at.cohort(2028)];
  const taken = await at.take(school, first);
  const move = (cohortId: typeof first.offeringId) =>
    outcome(
      at.app.moveTrainerSeat(
        at.origin(),
        { agreementId: school.agreementId, seatId: taken.seatId },
        { cohortId },
        school.caller,
      ),
    );
  expect(await move(first.offeringId)).toBe("seat-is-there-already");
  expect(await move(late.offeringId)).toBe("seat-outside-period");
  at.pass(60);
  expect(await move(second.offeringId)).toMatchObject({ seatId: taken.seatId, cohortId: second.offeringId });
  expect(await at.counters(school.agreementId)).toMatchObject({ free: 0, seats: 1 });
  const places = async (cohort: typeof first) =>
    (await at.rows(`OFFERING#${cohort.offeringId}`)).filter((row) => String(row["sk"]).startsWith("PLACE#"));
  expect(await places(first)).toMatchObject([{ status: "cancelled" }]);
  expect(await places(second)).toMatchObject([{ status: "confirmed", seat: { seatId: taken.seatId } }]);
  expect((await at.ledger(school.agreementId)).at(-1)).toMatchObject({
    what: "moved",
    from: first.offeringId,
    to: second.offeringId,
  });
});

test("a seat moves with its participant's book also when there is none left in stock", async () => {
  const at = await openAgreements();
  const school = await at.agree({ seats: 1 });
  const book = await at.product(1);
  const includedGoods = [{ name: { nb: "Bok" }, oneOf: [book.productId] }];
  const [first, second] = [await at.cohort(2026, 36, { includedGoods }), await at.cohort(2027, 36, { includedGoods })];
  const { seatId } = await at.take(school, first);
  const seat = { agreementId: school.agreementId, seatId };
  expect(await at.row(stockKey(book.productId))).toMatchObject({ onHand: 1, available: 0 });
  const to = { cohortId: second.offeringId };
  expect(await outcome(at.app.moveTrainerSeat(at.origin(), seat, to, school.caller))).toMatchObject(to);
  expect(await at.row(stockKey(book.productId))).toMatchObject({ onHand: 1, available: 0 });
});

test("many who give one seat back at once give it back once", async () => {
  const at = await openAgreements();
  const school = await at.agree();
  const { seatId } = await at.take(school, await at.cohort(2026));
  const answers = await Promise.all(Array.from({ length: 8 }, () => outcome(at.giveBack(school, seatId))));
  expect(answers.filter((answer) => answer === "seat-is-given-back")).toHaveLength(7);
  expect(await at.counters(school.agreementId)).toMatchObject({ free: 6, seats: 6 });
});

test("who finds a seat given back while its order is read hears that it is given back", async () => {
  const at = await openAgreements();
  const school = await at.agree();
  const { seatId } = await at.take(school, await at.cohort(2026));
  const seat = { agreementId: school.agreementId, seatId };
  const { orders } = at.ports;
  const meanwhile = at.with({
    orders: {
      ...orders,
      async get(orderNumber) {
        await outcome(at.giveBack(school, seatId));
        return orders.get(orderNumber);
      },
    },
  });
  expect(await outcome(meanwhile.giveBackTrainerSeat(at.origin(), seat, school.caller))).toBe("seat-is-given-back");
  expect(await at.counters(school.agreementId)).toMatchObject({ free: 6, seats: 6 });
});

test("a cohort that is called off gives 22 seats of two agreements back, each once, also when it is told twice", async () => {
  const at = await openAgreements();
  const [one, other] = [await at.agree({ seats: 12 }), await at.agree({ seats: 10 })];
  const book = await at.product(40);
  const includedGoods = [{ name: { nb: "Bok" }, oneOf: [book.productId] }];
  const cohort = await at.cohort(2026, 36, { includedGoods });
  for (let taken = 0; taken < 22; taken++) await at.take(taken % 11 < 6 ? one : other, cohort);
  expect([await at.counters(one.agreementId), await at.counters(other.agreementId)]).toMatchObject([
    { free: 0 },
    { free: 0 },
  ]);
  await callOff(at, cohort);
  const cancel = cancelOfferingPlacesUseCase(at.ports);
  const walked: { id: string; cursor?: string | undefined }[] = [{ id: "called-off" }];
  for (const { id: eventId, cursor } of walked) {
    const origin = { ...at.origin(), delivery: { context: "ordering", eventId } };
    for (const _delivery of [1, 2]) await cancel(origin, cohort.offeringId, cursor);
    for (const { id, data } of await at.facts(offeringCancellationContinued.type)) {
      if (walked.every((each) => each.id !== id))
        walked.push({ id, cursor: offeringCancellationContinued.data.parse(data).cursor });
    }
  }
  for (const { agreementId, agreement } of [one, other]) {
    expect(await at.counters(agreementId)).toMatchObject({ free: agreement.seats });
    expect(await seatsUsed(at, agreementId)).toBe(0);
    const back = (await at.ledger(agreementId)).filter(
      ({ what, by }) => `${what} ${by}` === "given-back offering-cancelled",
    );
    expect(back).toHaveLength(agreement.seats);
  }
  expect((await at.ports.invoiceBases.list({ limit: 50 })).items).toEqual([]);
  expect(brokenOf(["trainer-seats"], await at.everything())).toEqual([]);
});
