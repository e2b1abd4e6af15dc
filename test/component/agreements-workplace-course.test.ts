import { expect, test } from "vitest";
import * as z from "zod";
import { changeWorkplaceParticipantUseCase } from "#agreements/app/workplace-course-change-participant";
import { listWorkplaceParticipantsUseCase } from "#agreements/app/workplace-course-participants";
import type { ListedParticipant } from "#agreements/domain/workplace-participants";
import { workplaceCoursePage } from "#agreements/http/pages/workplace-course-page";
import type { WorkplaceCourses } from "#agreements/ports/workplace-courses";
import { readOfferingsUseCase } from "#catalogue/app/read-offerings";
import { offerings } from "#catalogue/store/offerings";
import { type Caller, PersonId } from "#kernel/caller";
import { mint, mintAccessKey } from "#kernel/id";
import { PlaceId, TicketTypeId } from "#kernel/ids";
import { kroner, ZERO } from "#kernel/money";
import { cancelOfferingPlacesUseCase } from "#ordering/app/cancel-offering-places";
import { servicePlacesCancelled } from "#ordering/events/service-places-cancelled";
import { systemRandom } from "#platform/random";
import { callOff } from "#test/called-off";
import { outcome } from "#test/line";
import { brokenOf } from "#test/rules";
import { KARI, SCHOOL } from "#test/shop";
import { openWorkplaceCourses, quoteDetails, workplaceRequest } from "#test/workplace-course";

const ADMINISTRATOR: Caller = {
  kind: "person",
  personId: mint(PersonId, systemRandom),
  email: "admin@example.no",
  roles: ["administrator"],
};
const people = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => ({ name: `Deltaker ${index + from}` }));

test("an accepted offer is an offering of its own and an invoice order, once, however often it is accepted", async () => {
  const { shop, app, requested } = await openWorkplaceCourses();
  const { courseId, contact } = await requested();
  await app.answer.quote(shop.origin(), courseId, quoteDetails);
  const all = await Promise.all(
    Array.from({ length: 6 }, () => app.order(shop.origin(), courseId, { quote: 1 }, contact)),
  );
  expect(new Set(all.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const [placed] = all;
  if (!placed) throw new Error("It is ordered.");
  const order = await shop.ports.orders.get(placed.orderNumber);
  expect(order).toMatchObject({
    payment: "invoice",
    status: "confirmed",
    total: kroner(12_000),
    buyer: { ...workplaceRequest.contact, organisation: SCHOOL },
    lines: [{ kind: "service", offeringId: placed.offeringId, amount: kroner(12_000) }],
  });
  const [basis] = (await shop.ports.invoiceBases.list({ limit: 10 })).items;
  expect(basis).toMatchObject({ gross: kroner(12_000), lines: [{ deliveredOn: "2027-01-11" }] });
  expect(await shop.facts("agreements.workplace-course-ordered.v1")).toHaveLength(1);
  expect(await shop.facts("catalogue.offering-published.v1")).toHaveLength(1);

  const readOfferings = readOfferingsUseCase({ ...shop.ports, clock: shop.clock, offerings: offerings(shop.table) });
  expect((await readOfferings.list("published", { limit: 10 })).items).toEqual([]);
  expect(await outcome(readOfferings.one("published", placed.offeringId))).toBe("not-found");
  expect((await readOfferings.list("all", { limit: 10 })).items).toMatchObject([{ left: { free: 30 } }]);
});

test("nobody signs up for it by themselves", async () => {
  const { shop, ordered } = await openWorkplaceCourses();
  const { order } = await ordered();
  const { offeringId } = order;
  const place = { offeringId, ticketTypeId: TicketTypeId.parse("participant"), chosenGoods: [], answers: [] };
  const mailProof = await shop.mailProof(KARI.email);
  const placed = shop.placeOrder(
    shop.origin(),
    { buyer: KARI, payment: "card", goods: [], places: [place], expectedTotal: ZERO, mailProof },
    "nb",
  );
  expect(await outcome(placed)).toBe("organisers-list-only");
});

test("what isn't offered, not so any more, too late or another's isn't ordered", async () => {
  const { shop, app, requested } = await openWorkplaceCourses();
  const { courseId, contact } = await requested();
  const order = (quote: number, caller: Caller = contact) =>
    outcome(app.order(shop.origin(), courseId, { quote }, caller));
  expect(await order(1)).toBe("workplace-course-not-quoted");
  const past = { ...quoteDetails, answerBy: shop.clock() };
  expect(await outcome(app.answer.quote(shop.origin(), courseId, past))).toBe("date-is-past");
  await app.answer.quote(shop.origin(), courseId, quoteDetails);
  await app.answer.quote(shop.origin(), courseId, { ...quoteDetails, price: kroner(14_000) });
  expect(await order(1)).toBe("quote-changed");
  expect(await order(2, { kind: "guest", key: mintAccessKey(systemRandom) })).toBe("not-found");
  expect(await order(2, ADMINISTRATOR)).toBe("forbidden");
  const colleague = { kind: "person", personId: mint(PersonId, systemRandom), roles: [] } as const;
  expect(await order(2, { ...colleague, email: "other@skole.example.no" })).toBe("not-found");
  shop.pass(30 * 86_400);
  expect(await order(2)).toBe("quote-expired");
  expect((await shop.facts("ordering.order-confirmed.v1")).length).toBe(0);
});

test("an offer that is turned down or declined isn't ordered, and a new one after the no of its contact may be", async () => {
  const { shop, app, requested } = await openWorkplaceCourses();
  const { courseId, contact } = await requested();
  await app.answer.quote(shop.origin(), courseId, quoteDetails);
  await app.turnDown(shop.origin(), courseId, { quote: 1 }, contact);
  expect(await outcome(app.order(shop.origin(), courseId, { quote: 1 }, contact))).toBe("workplace-course-settled");
  await app.answer.quote(shop.origin(), courseId, { ...quoteDetails, price: kroner(9000) });
  await app.answer.decline(shop.origin(), courseId, "Vi har ingen ledige dager.");
  expect(await outcome(app.order(shop.origin(), courseId, { quote: 2 }, contact))).toBe("workplace-course-settled");
  expect(await outcome(app.answer.quote(shop.origin(), courseId, quoteDetails))).toBe("workplace-course-settled");
});

test("a course on a day that has passed isn't asked for", async () => {
  const { shop, app } = await openWorkplaceCourses();
  const asked = { locale: "nb", sourceIp: "192.0.2.1" } as const;
  const request = app.request(shop.origin(), { ...workplaceRequest, wishedOn: "2026-11-02" }, asked);
  expect(await outcome(request)).toBe("date-is-past");
});

test("participants are listed once, however often their list comes, up to the course's places, also afterwards", async () => {
  const { shop, app, ordered } = await openWorkplaceCourses();
  const { courseId, contact } = await ordered();
  const list = (given: { name: string; email?: string }[], caller = contact) =>
    outcome(app.list(shop.origin(), courseId, given, caller));
  const rut = { name: "Rut Eksempel", email: "rut@skole.example.no" };
  expect(await list([rut, ...people(20)])).toMatchObject({ listed: 21, capacity: 30 });
  expect(await list([...people(22), rut])).toMatchObject({ listed: 23 });
  expect(await list(people(1000))).toBe("participants-exceed-capacity");
  expect(await list(people(1), { kind: "guest", key: mintAccessKey(systemRandom) })).toBe("not-found");
  shop.pass(100 * 86_400);
  expect(await list([{ name: "<b>Sen</b>", email: "sen@example.no" }])).toMatchObject({ listed: 24 });
  expect((await app.read.one(courseId, contact)).participants).toHaveLength(24);
  // Each place is told once; who has no address of their own gets no mail.
  expect(await shop.facts("registration.participant-named.v1")).toHaveLength(24);
});

test("a list longer than a transaction is listed whole", async () => {
  const { shop, app, requested } = await openWorkplaceCourses();
  const { courseId, contact } = await requested();
  await app.answer.quote(shop.origin(), courseId, { ...quoteDetails, capacity: 120 });
  await app.order(shop.origin(), courseId, { quote: 1 }, contact);
  expect(await app.list(shop.origin(), courseId, people(110), contact)).toMatchObject({ listed: 110 });
});

test("one on the list is corrected or removed, once, also afterwards, by its contact and by administrators and by nobody else", async () => {
  const { shop, ports, app, ordered } = await openWorkplaceCourses();
  const { courseId, contact, order } = await ordered();
  const ola = { name: "Ola Eksempel", email: "ola@example.no" };
  await app.list(shop.origin(), courseId, [ola, ...people(2)], contact);
  const listed = async () => (await app.read.one(courseId, contact)).participants;
  const [{ placeId } = { placeId: mint(PlaceId, systemRandom) }] = (await listed()).filter(
    ({ name }) => name === ola.name,
  );
  const who = { courseId, placeId };
  const correct = (as: ListedParticipant, by: Caller = contact, of = who) =>
    outcome(app.change.correct(shop.origin(), of, as, by));
  const remove = (by: Caller = contact, of = who) => outcome(app.change.remove(shop.origin(), of, by));
  const told = (type: string) => shop.facts(type);
  const named = async () => (await told("registration.participant-named.v1")).length;
  const before = await named();

  const mended = { name: "Ola Ålesund", email: "ola@example.no" };
  expect(await correct(mended)).toEqual({ ...who, is: "listed" });
  expect(await correct(mended)).toEqual({ ...who, is: "listed" });
  expect(await listed()).toContainEqual({ placeId, ...mended });
  expect(await named()).toBe(before + 1);
  expect(await correct({ name: "deltaker  2" })).toBe("participant-listed-already");
  // The list that had the wrong name doesn't list them twice.
  expect(await outcome(app.list(shop.origin(), courseId, [ola], contact))).toMatchObject({ listed: 3 });

  for (const by of [
    { kind: "guest", key: mintAccessKey(systemRandom) },
    { ...ADMINISTRATOR, roles: ["reviewer"] },
  ] satisfies Caller[]) {
    expect([await correct(mended, by), await remove(by)]).toEqual(["not-found", "not-found"]);
  }
  const other = { courseId, placeId: mint(PlaceId, systemRandom) };
  expect([await correct(mended, contact, other), await remove(contact, other)]).toEqual(["not-found", "not-found"]);

  shop.pass(100 * 86_400);
  const free = async () => (await shop.row({ pk: `OFFERING#${order.offeringId}`, sk: "CAPACITY" }))?.["free"];
  const left = Number(await free());
  const times = Array.from({ length: 4 }, () => remove(ADMINISTRATOR));
  expect(await Promise.all(times)).toEqual(times.map(() => ({ ...who, is: "removed" })));
  expect((await listed()).map(({ name }) => name).toSorted()).toEqual(["Deltaker 1", "Deltaker 2"]);
  expect(await free()).toBe(left + 1);
  expect(await told("agreements.workplace-participant-removed.v1")).toMatchObject([
    { data: { ...who, orderNumber: order.orderNumber, by: "administrator" } },
  ]);
  expect(await correct(mended)).toBe("place-cancelled");
  expect((await ports.orders.get(order.orderNumber))?.total).toBe(kroner(12_000));
  expect(brokenOf(["places", "capacity", "totals"], await shop.everything())).toEqual([]);
});

/** Somebody is corrected to who is listed between its reading and its writing; answers who is on the list then. */
async function correctedMeanwhile(inTurn?: WorkplaceCourses["inTurn"]): Promise<readonly string[]> {
  const { shop, ports, app, ordered } = await openWorkplaceCourses();
  const { courseId, contact } = await ordered();
  await app.list(shop.origin(), courseId, people(1), contact);
  const [first] = (await app.read.one(courseId, contact)).participants;
  if (!first) throw new Error("One is listed.");
  let raced = false;
  const slow = changeWorkplaceParticipantUseCase({
    ...ports,
    workplaceCourses: { ...ports.workplaceCourses, ...(inTurn && { inTurn }) },
    placesOfOffering: {
      async page(...asked) {
        const read = await ports.placesOfOffering.page(...asked);
        if (!raced) {
          raced = true;
          await app.list(shop.origin(), courseId, [{ name: "Ola" }], contact);
        }
        return read;
      },
    },
  });
  await outcome(slow.correct(shop.origin(), { courseId, placeId: first.placeId }, { name: "Ola" }, contact));
  return (await app.read.one(courseId, contact)).participants.map(({ name }) => name).toSorted();
}

test("who is listed while another is corrected to them is on the list once", async () => {
  expect(await correctedMeanwhile()).toEqual(["Deltaker 1", "Ola"]);
});

test("negative control: without their turn, a correction and a list at once double somebody", async () => {
  expect(await correctedMeanwhile(() => ({ writes: [], facts: [] }))).toEqual(["Ola", "Ola"]);
});

test("of a course that isn't ordered nobody is corrected or removed", async () => {
  const { shop, app, requested } = await openWorkplaceCourses();
  const { courseId, contact } = await requested();
  const who = { courseId, placeId: mint(PlaceId, systemRandom) };
  expect(await outcome(app.change.remove(shop.origin(), who, contact))).toBe("workplace-course-not-ordered");
  expect(await outcome(app.change.correct(shop.origin(), who, { name: "Ola" }, contact))).toBe(
    "workplace-course-not-ordered",
  );
});

/** A list that comes again while the first is between its reading and its writing; answers how many are listed. */
async function listedTwice(inTurn?: WorkplaceCourses["inTurn"]): Promise<number> {
  const { shop, ports, app, ordered } = await openWorkplaceCourses();
  const { courseId, contact } = await ordered();
  let raced = false;
  const slow = listWorkplaceParticipantsUseCase({
    ...ports,
    workplaceCourses: { ...ports.workplaceCourses, ...(inTurn && { inTurn }) },
    placesOfOffering: {
      async page(...asked) {
        const read = await ports.placesOfOffering.page(...asked);
        if (!raced) {
          raced = true;
          await app.list(shop.origin(), courseId, people(5), contact);
        }
        return read;
      },
    },
  });
  await slow(shop.origin(), courseId, people(5), contact);
  return (await app.read.one(courseId, contact)).participants.length;
}

test("a list that comes twice at once doubles nobody", async () => {
  expect(await listedTwice()).toBe(5);
});

test("negative control: without their turn, lists at once double people", async () => {
  expect(await listedTwice(() => ({ writes: [], facts: [] }))).toBe(10);
});

test("a course that is called off comes off the invoice, and its participants lose their places and are told", async () => {
  const { shop, app, ports, ordered } = await openWorkplaceCourses();
  const { courseId, contact, order } = await ordered();
  await app.list(shop.origin(), courseId, [...people(12), { name: "Ola", email: "ola@example.no" }], contact);
  const offering = await shop.ports.edits.get(order.offeringId);
  if (!offering) throw new Error("The course has its offering.");
  await callOff(shop, offering);
  const cancelOfferingPlaces = cancelOfferingPlacesUseCase(ports);
  const origin = { ...shop.origin(), delivery: { context: "ordering", eventId: "called-off" } };
  await cancelOfferingPlaces(origin, order.offeringId);
  await cancelOfferingPlaces(origin, order.offeringId);
  const [next] = await shop.facts("ordering.offering-cancellation-continued.v1");
  await cancelOfferingPlaces(
    shop.origin(),
    order.offeringId,
    z.object({ cursor: z.string() }).parse(next?.data).cursor,
  );
  expect(await shop.ports.orders.get(order.orderNumber)).toMatchObject({ status: "cancelled", total: 0 });
  expect((await shop.ports.invoiceBases.list({ limit: 10 })).items).toEqual([]);
  const details = await app.read.one(courseId, contact);
  expect(details.participants).toEqual([]);
  const page = workplaceCoursePage(details, { locale: "nb", origin: shop.origin(), errors: [], typed: "" });
  expect(page).toContain("Kurset er avlyst");
  expect(page).not.toMatch(/Kurset er bestilt|Før opp/);
  expect((await shop.facts("ordering.service-cancelled.v1")).map(({ data }) => data)).toMatchObject([
    { owedBackOre: 1_200_000, orderCancelled: true },
  ]);
  const told = await shop.facts("ordering.service-places-cancelled.v1");
  expect(told.flatMap(({ data }) => servicePlacesCancelled.data.parse(data).placeIds)).toHaveLength(13);
  expect(await outcome(app.list(shop.origin(), courseId, people(1), contact))).toBe("offering-not-open");
});
