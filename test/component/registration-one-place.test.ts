import { expect, test } from "vitest";
import type { TicketType } from "#catalogue/domain/offering";
import { trainerKey } from "#certificates/store/keys";
import { type AccessKey, mint } from "#kernel/id";
import { AgreementId, type OrderNumber, type PlaceId, SeatId, TicketTypeId } from "#kernel/ids";
import { part } from "#kernel/transaction-part";
import { addressHash } from "#platform/dynamo/address-hash";
import { systemRandom } from "#platform/random";
import { nameParticipantUseCase } from "#registration/app/name-participant";
import { takePlacesUseCase } from "#registration/app/take-places";
import type { Participant } from "#registration/domain/place";
import type { EntitledRequest, PlaceParts } from "#registration/ports/places";
import { TICKET } from "#registration/store/keys";
import { openLine, outcome } from "#test/line";
import { ORDINARY } from "#test/shop";

const OLA = { name: "Ola Eksempel", email: "ola@example.no" };
const INGE = { name: "Inge Eksempel", email: "inge@example.no" };
const TRAINERS = TicketTypeId.parse("trainers");
const SEATS = TicketTypeId.parse("seats");

/** A cohort with places that are paid for and places for trainer seats; or another offering, with trainers' tickets. */
async function openWith(kind: "cohort" | "network-meeting", more: Pick<TicketType, "ticketTypeId" | "who">) {
  const line = await openLine();
  const [ordinary] = (await line.offering()).ticketTypes;
  if (!ordinary) throw new Error("The course has a ticket type.");
  const offering = await line.offering({ kind, capacity: 36, ticketTypes: [ordinary, { ...ordinary, ...more }] });
  return { line, offering };
}

async function cohort() {
  const { line, offering } = await openWith("cohort", { ticketTypeId: SEATS, who: "agreement-seats" });

  /** Orders one place, with a participant or to be named, and answers where it is. */
  async function placeFor(participant?: Participant) {
    const { orderNumber, key } = await line.order(offering, participant ? { participant } : {});
    const [first] = (await line.ports.orders.get(orderNumber))?.lines ?? [];
    if (first?.kind !== "place") throw new Error("The order has one line, of a place.");
    return { orderNumber, key, placeId: first.placeId };
  }

  function name(
    { key, ...place }: { orderNumber: OrderNumber; key: AccessKey; placeId: PlaceId },
    participant: Participant,
    placeParts: PlaceParts = line.ports.placeParts,
  ) {
    const nameParticipant = nameParticipantUseCase({ ...line.ports, placeParts });
    const particulars = { participant, chosenGoods: [], answers: [] };
    return outcome(nameParticipant(line.origin(), place, particulars, { kind: "guest", key }));
  }
  return { line, offering, placeFor, name };
}

test("whoever is named in a cohort has an address, and one place, in one order and in two", async () => {
  const { line, offering } = await cohort();
  expect(await outcome(line.order(offering, { participant: { name: OLA.name } }))).toBe("participant-address-missing");
  const twice = { each: [{ participant: OLA }, { participant: { name: "Ola E.", email: OLA.email } }] };
  expect(await outcome(line.order(offering, twice))).toBe("participant-has-place");
  await line.order(offering, { participant: OLA });
  expect(await outcome(line.order(offering, { participant: OLA }))).toBe("participant-has-place");
  expect(await line.placesTaken(offering)).toBe(1);
});

test("a course isn't a cohort: one address may have many places there", async () => {
  const { line } = await cohort();
  const course = await line.offering();
  expect(await outcome(line.order(course, { each: [{ participant: OLA }, { participant: OLA }] }))).toMatchObject({});
  expect(await line.placesTaken(course)).toBe(2);
});

test("a name that is filled in, changed or cancelled takes its address along", async () => {
  const { line, offering, placeFor, name } = await cohort();
  const ola = await placeFor(OLA);
  const unnamed = await placeFor();
  expect(await name(unnamed, { name: "Uten adresse" })).toBe("participant-address-missing");
  expect(await name(unnamed, OLA)).toBe("participant-has-place");
  expect(await name(ola, { ...OLA, name: "Ola E. Eksempel" })).toMatchObject({ placeId: ola.placeId });
  expect(await name(ola, INGE)).toMatchObject({ placeId: ola.placeId });
  expect(await name(unnamed, OLA)).toMatchObject({ placeId: unnamed.placeId });
  await line.cancelPlaces(offering, unnamed.orderNumber);
  expect(await name(ola, OLA)).toMatchObject({ placeId: ola.placeId });
});

test("a place that is taken again after its hold ended is refused when its participant has another by then", async () => {
  const { line, offering, placeFor } = await cohort();
  const { placeId } = await placeFor(OLA);
  const [place] = await line.ports.placeReads.load([{ offeringId: offering.offeringId, placeId }]);
  if (!place) throw new Error("The place is there.");
  const { unitOfWork, placeParts } = line.ports;
  await unitOfWork.handle(line.origin(), async () => [placeParts.cancel([place])]);
  await placeFor(OLA);
  const retaken = unitOfWork.handle(line.origin(), async () => [
    placeParts.retake({ ...place, status: "cancelled", version: place.version + 1 }),
  ]);
  expect(await outcome(retaken)).toBe("participant-has-place");
});

/** Six orders at once for one participant, and two others renamed to be the same. */
async function placesOfOne(partsOf: (real: PlaceParts) => PlaceParts): Promise<number> {
  const { line, offering, placeFor, name } = await cohort();
  const others = [await placeFor(), await placeFor(INGE)];
  const placeParts = partsOf(line.ports.placeParts);
  await Promise.all([
    ...Array.from({ length: 6 }, () => outcome(line.order(offering, { participant: OLA }, { placeParts }))),
    ...others.map((other) => name(other, OLA, placeParts)),
  ]);
  const rows = await line.rows(`OFFERING#${offering.offeringId}`);
  return rows.filter((row) => JSON.stringify(row["participant"] ?? "").includes(OLA.email)).length;
}

test("one place in a cohort for each address, whatever runs at once", async () => {
  expect(await placesOfOne((real) => real)).toBe(1);
});

test("negative control: without the row of the address, one person has many places", async () => {
  const untied = <Made extends { readonly writes: readonly { readonly key: { readonly sk: string } }[] }>(
    made: Made,
  ) => ({
    ...made,
    writes: made.writes.filter(({ key }) => !key.sk.startsWith(TICKET)),
  });
  const places = await placesOfOne((real) => ({
    ...real,
    hold: (place, terms) => untied(real.hold(place, terms)),
    name: (before, after) => untied(real.name(before, after)),
  }));
  expect(places).toBe(8);
});

test("a trainer seat's place isn't ordered or waited for, and carries its seat", async () => {
  const { line, offering } = await cohort();
  expect(await outcome(line.order(offering, { ticketTypeId: SEATS, participant: OLA }))).toBe("trainer-seat-missing");
  expect(await outcome(line.join(offering, SEATS))).toBe("trainer-seat-missing");

  const seat = { agreementId: mint(AgreementId, systemRandom), seatId: mint(SeatId, systemRandom) };
  const request: EntitledRequest = {
    offeringId: offering.offeringId,
    ticketTypeId: SEATS,
    chosenGoods: [],
    answers: [],
    entitled: { kind: "agreement-seats", seat },
  };
  const takePlaces = takePlacesUseCase({ ...line.ports, random: systemRandom });
  const offerings = new Map([[offering.offeringId, offering]]);
  const { orderNumber } = await line.order(offering, { participant: INGE });
  const made = { orderNumber, now: line.clock(), look: "leap" as const };
  expect(await outcome(takePlaces([request], offerings, made))).toBe("participant-address-missing");
  const [taken] = await takePlaces([{ ...request, participant: OLA }], offerings, made);
  if (!taken) throw new Error("One place is asked for.");
  await line.ports.unitOfWork.handle(line.origin(), async () => taken.as("confirmed"));
  const load = () => line.ports.placeReads.load([taken.place]);
  expect(await load()).toMatchObject([{ status: "confirmed", seat, ticketAddress: OLA.email }]);
  expect(await outcome(line.order(offering, { participant: OLA }))).toBe("participant-has-place");
});

/** A network meeting, and a ticket for Ola, who is a certified trainer with as many valid certificates. */
async function networkMeeting(valid: number | undefined) {
  const { line, offering } = await openWith("network-meeting", { ticketTypeId: TRAINERS, who: "certified-trainers" });
  if (valid !== undefined) {
    const counted = part([{ kind: "create", key: trainerKey(addressHash(OLA.email)), item: { valid }, guards: [] }]);
    await line.ports.unitOfWork.handle(line.origin(), async () => [counted]);
  }
  const mailProof = await line.mailProof(OLA.email);
  return { line, offering, ticket: { ticketTypeId: TRAINERS, participant: OLA, mailProof } };
}

test("a trainer's ticket is for who has a valid certificate, and for nobody else they name", async () => {
  const { line, offering, ticket } = await networkMeeting(1);
  const { mailProof: _proof, ...unproved } = ticket;
  expect(await outcome(line.order(offering, unproved))).toBe("mail-proof-missing");
  expect(await outcome(line.order(offering, { ticketTypeId: TRAINERS }))).toBe("participant-address-missing");
  const { orderNumber, key } = await line.order(offering, ticket);
  const [first] = (await line.ports.orders.get(orderNumber))?.lines ?? [];
  if (first?.kind !== "place") throw new Error("The order has one line, of a place.");
  const named = nameParticipantUseCase(line.ports)(
    line.origin(),
    { orderNumber, placeId: first.placeId },
    { participant: INGE, chosenGoods: [], answers: [], mailProof: await line.mailProof(INGE.email) },
    { kind: "guest", key },
  );
  expect(await outcome(named)).toBe("certificate-missing");
  expect(await outcome(line.order(offering, ticket))).toBe("participant-has-place");
  expect(await outcome(line.order(offering, { ticketTypeId: ORDINARY }))).toMatchObject({ status: "awaiting-payment" });
});

test.each([
  ["none", undefined],
  ["none that is valid any more", 0],
])("no trainer's ticket with %s", async (_what, valid) => {
  const { line, offering, ticket } = await networkMeeting(valid);
  expect(await outcome(line.order(offering, ticket))).toBe("certificate-missing");
  const full = await line.offering({ ticketTypes: offering.ticketTypes.map((type) => ({ ...type, quota: 0 })) });
  expect(await outcome(line.join(full, TRAINERS))).toBe("certificate-missing");
  expect(await line.placesTaken(offering)).toBe(0);
});
