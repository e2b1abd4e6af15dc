import { changeAgreementUseCase } from "#agreements/app/change-agreement";
import { declineEnquiryUseCase } from "#agreements/app/decline-enquiry";
import { findCohortsUseCase } from "#agreements/app/find-cohorts";
import { findMaterialsUseCase } from "#agreements/app/find-materials";
import { getAgreementUseCase } from "#agreements/app/get-agreement";
import { getSeatFormUseCase } from "#agreements/app/get-seat-form";
import { giveBackTrainerSeatUseCase } from "#agreements/app/give-back-trainer-seat";
import { type MakeAgreementCommand, makeAgreementUseCase } from "#agreements/app/make-agreement";
import { moveTrainerSeatUseCase } from "#agreements/app/move-trainer-seat";
import { orderMaterialsUseCase } from "#agreements/app/order-materials";
import { planMeetingsUseCase } from "#agreements/app/plan-meetings";
import { readAgreementsUseCase } from "#agreements/app/read-agreements";
import { replaceParticipantUseCase } from "#agreements/app/replace-participant";
import { seatsOfCohort } from "#agreements/app/seats-of-cohort";
import { sendEnquiryUseCase } from "#agreements/app/send-enquiry";
import { takeTrainerSeatUseCase } from "#agreements/app/take-trainer-seat";
import { warnOfUnusedSeatsUseCase } from "#agreements/app/warn-of-unused-seats";
import { USUAL_PRICES } from "#agreements/domain/agreement";
import { agreements } from "#agreements/store/agreements";
import { enquiries } from "#agreements/store/enquiries";
import { enquiryLimit } from "#agreements/store/enquiry-limit";
import { materialsOrders } from "#agreements/store/materials-orders";
import { meetings } from "#agreements/store/meetings";
import { seatParts, seatReads } from "#agreements/store/seats";
import { warnings } from "#agreements/store/warnings";
import type { Offering } from "#catalogue/ports/for-sale";
import { offerings } from "#catalogue/store/offerings";
import { products } from "#catalogue/store/products";
import { type Caller, PersonId } from "#kernel/caller";
import { Instant, plusSeconds } from "#kernel/clock";
import { mint } from "#kernel/id";
import { type AgreementId, OrderNumber, type SeatId, TicketTypeId } from "#kernel/ids";
import { newOrderNumber } from "#kernel/order-number";
import { arrangeOrderUseCase } from "#ordering/app/arrange-order";
import { systemRandom } from "#platform/random";
import { namePlace } from "#registration/app/name-participant";
import { takePlacesUseCase } from "#registration/app/take-places";
import { capacityParts, capacityReads } from "#registration/store/capacity";
import { openShop, SCHOOL, type Working } from "./shop.ts";

export const SEATS = TicketTypeId.parse("seats");
const administratorId = mint(PersonId, systemRandom);

export const ADMINISTRATOR: Caller & { readonly kind: "person" } = {
  kind: "person",
  personId: administratorId,
  email: "administrator@example.no",
  roles: ["administrator"],
};

/** The head of the invented school. */
export const RUT = { name: "Rut Eksempel", email: "rut@example.no" };

/** A shop with long-term agreements: their use cases as functions wire them, and ways to make agreements and cohorts. */
export async function openAgreements(start: Instant = Instant.parse("2026-08-03T09:00:00.000Z"), working?: Working) {
  const shop = await openShop(start, undefined, working);
  const { table } = shop;
  const ports = {
    ...shop.ports,
    clock: shop.clock,
    random: systemRandom,
    agreements: agreements(table),
    enquiries: enquiries(table),
    enquiryLimit: enquiryLimit(table),
    meetings: meetings(table),
    materialsOrders: materialsOrders(table),
    warnings: warnings(table),
    seatParts: seatParts(),
    seatReads: seatReads(table),
    offerings: offerings(table),
    products: products(table),
    capacity: { ...capacityParts(), ...capacityReads(table) },
    arrangeOrder: arrangeOrderUseCase({ ...shop.ports, random: systemRandom }),
    newOrderNumber: () => OrderNumber.parse(newOrderNumber(systemRandom)),
    takePlaces: takePlacesUseCase({ ...shop.ports, random: systemRandom }),
    namePlace: namePlace(shop.ports),
  };
  const app = useCases(ports);
  let people = 0;

  /** Somebody who has no place anywhere yet. */
  const participant = () => {
    people += 1;
    return { name: `Deltaker ${people}`, email: `deltaker-${people}@example.no` };
  };

  return {
    ...shop,
    ports,
    app,
    participant,
    /** The same use cases with other parts in the place of the real ones. */
    with: (other: Partial<typeof ports>) => useCases({ ...ports, ...other }),
    /** An agreement with the school from this August on, with what else is told. */
    async agree(more: Partial<MakeAgreementCommand> = {}) {
      const { agreementId } = await app.makeAgreement(
        shop.origin(),
        {
          organisation: SCHOOL,
          locale: "nb",
          period: { from: "2026-08-01" },
          seats: 6,
          prices: USUAL_PRICES,
          contacts: [RUT],
          ...more,
        },
        administratorId,
      );
      const agreement = await ports.agreements.get(agreementId);
      const contact = agreement?.contacts[0];
      if (!agreement || !contact) throw new Error("The agreement is there, with a contact.");
      const caller: Caller = { kind: "guest", key: contact.key };
      return { agreementId, agreement, contact, caller };
    },
    /** A cohort that starts on a day in September at 09, with `places` of which all may be agreements'. */
    async cohort(year: number, places = 36, more: Partial<Offering> = {}): Promise<Offering> {
      const startsAt = Instant.parse(`${year}-09-14T07:00:00.000Z`);
      const [ordinary] = (await shop.offering()).ticketTypes;
      if (!ordinary) throw new Error("The course has a ticket type.");
      return shop.offering({
        kind: "cohort",
        title: { nb: `Kull ${year}` },
        capacity: places,
        sessions: [{ startsAt, endsAt: plusSeconds(startsAt, 6.5 * 3600) }],
        ticketTypes: [
          ordinary,
          { ...ordinary, ticketTypeId: SEATS, name: { nb: "Treneplass" }, who: "agreement-seats" },
        ],
        signUpClosesAt: plusSeconds(startsAt, -7 * 86_400),
        namingDeadline: plusSeconds(startsAt, -3 * 86_400),
        cancellationDeadline: plusSeconds(startsAt, -14 * 86_400),
        ...more,
      });
    },
    /** Takes a seat of the agreement in a cohort for somebody new, unless told whom. */
    take(
      of: { readonly agreementId: AgreementId; readonly caller: Caller },
      cohort: Offering,
      who = participant(),
      using: Pick<typeof app, "takeTrainerSeat"> = app,
    ) {
      const command = { cohortId: cohort.offeringId, participant: who, chosenGoods: [], answers: [] };
      return using.takeTrainerSeat(shop.origin(), of.agreementId, command, of.caller);
    },
    giveBack: (of: { readonly agreementId: AgreementId; readonly caller: Caller }, seatId: SeatId) =>
      app.giveBackTrainerSeat(shop.origin(), { agreementId: of.agreementId, seatId }, of.caller),
    async counters(agreementId: AgreementId) {
      return (await ports.seatReads.counters([agreementId])).get(agreementId);
    },
    async ledger(agreementId: AgreementId) {
      return (await ports.seatReads.ledger(agreementId, { limit: 100 })).items.toReversed();
    },
  };
}

export type AgreementsAtWork = Awaited<ReturnType<typeof openAgreements>>;

type Ports = Parameters<typeof makeAgreementUseCase>[0] &
  Parameters<typeof changeAgreementUseCase>[0] &
  Parameters<typeof takeTrainerSeatUseCase>[0] &
  Parameters<typeof giveBackTrainerSeatUseCase>[0] &
  Parameters<typeof moveTrainerSeatUseCase>[0] &
  Parameters<typeof replaceParticipantUseCase>[0] &
  Parameters<typeof orderMaterialsUseCase>[0] &
  Parameters<typeof planMeetingsUseCase>[0] &
  Parameters<typeof getAgreementUseCase>[0] &
  Parameters<typeof findCohortsUseCase>[0] &
  Parameters<typeof findMaterialsUseCase>[0] &
  Parameters<typeof readAgreementsUseCase>[0] &
  Parameters<typeof sendEnquiryUseCase>[0] &
  Parameters<typeof seatsOfCohort>[0];

function useCases(ports: Ports) {
  return {
    sendEnquiry: sendEnquiryUseCase(ports),
    declineEnquiry: declineEnquiryUseCase(ports),
    makeAgreement: makeAgreementUseCase(ports),
    changeAgreement: changeAgreementUseCase(ports),
    takeTrainerSeat: takeTrainerSeatUseCase(ports),
    giveBackTrainerSeat: giveBackTrainerSeatUseCase(ports),
    moveTrainerSeat: moveTrainerSeatUseCase(ports),
    replaceParticipant: replaceParticipantUseCase(ports),
    orderMaterials: orderMaterialsUseCase(ports),
    planMeetings: planMeetingsUseCase(ports),
    getAgreement: getAgreementUseCase(ports),
    getSeatForm: getSeatFormUseCase(ports),
    findMaterials: findMaterialsUseCase(ports),
    findCohorts: findCohortsUseCase(ports),
    readAgreements: readAgreementsUseCase(ports),
    warnOfUnusedSeats: warnOfUnusedSeatsUseCase(ports),
    seatsOfCohort: seatsOfCohort(ports),
  };
}
