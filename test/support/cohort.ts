import { noCertificate } from "#certificates/store/no-certificate";
import { changeCohortUseCase } from "#education/app/change-cohort";
import { changeParticipationUseCase } from "#education/app/change-participation";
import { CohortRequest } from "#education/app/cohort-request";
import { registerAttendanceUseCase } from "#education/app/register-attendance";
import { settleParticipationsUseCase } from "#education/app/settle-participations";
import type { Mark } from "#education/domain/participation";
import { cohorts } from "#education/store/cohorts";
import { histories } from "#education/store/histories";
import { participations } from "#education/store/participations";
import { type Caller, PersonId } from "#kernel/caller";
import { type Instant, plusSeconds } from "#kernel/clock";
import { mint } from "#kernel/id";
import type { OfferingId, OrderNumber, PlaceId } from "#kernel/ids";
import { kroner } from "#kernel/money";
import { orderConfirmed } from "#ordering/events/order-confirmed";
import { placesCancelled } from "#ordering/events/places-cancelled";
import { systemRandom } from "#platform/random";
import { participantNamed } from "#registration/events/participant-named";
import { KARI, ORDINARY, openShop, type Shop } from "./shop.ts";

const DAY = 86_400;

/** Logged in, so that her free orders need no code by mail. */
const KARI_LOGGED_IN: Caller = {
  kind: "person",
  personId: mint(PersonId, systemRandom),
  email: KARI.email,
  roles: ["participant"],
};

export const COURSE_LEADER = mint(PersonId, systemRandom);

/** Days a week apart, each a gathering of its own, from four weeks after `now`. */
export function weeklyDays(now: Instant, count: number): CohortRequest["gatherings"] {
  return Array.from({ length: count }, (_none, index) => {
    const startsAt = plusSeconds(now, (28 + 7 * index) * DAY);
    const day = { dayId: `d${index + 1}`, startsAt, endsAt: plusSeconds(startsAt, 6 * 3600), calledOff: false };
    const venue = { name: "Eksempel kulturhus", address: "Eksempelveien 3, 5003 Bergen" };
    return { title: { nb: `Samling ${index + 1}` }, venue, days: [day], overnightStay: false };
  });
}

/** A cohort as an administrator describes it, free of charge so that its orders confirm at once. */
export function cohortRequest(now: Instant, values: Partial<CohortRequest> = {}): CohortRequest {
  return CohortRequest.parse({
    title: { nb: "Kull 5" },
    gatherings: weeklyDays(now, 9),
    ticketTypes: [
      {
        ticketTypeId: ORDINARY,
        name: { nb: "Ordinær" },
        price: kroner(0),
        vatAllocation: { version: "2026-1", shares: [{ what: "teaching", category: "E", weight: 1 }] },
        who: "everyone",
      },
    ],
    signUpOpensAt: plusSeconds(now, -DAY),
    signUpClosesAt: plusSeconds(now, 21 * DAY),
    namingDeadline: plusSeconds(now, 27 * DAY),
    cancellationDeadline: plusSeconds(now, 21 * DAY),
    ...values,
  });
}

/** A shop whose cohorts are at work: education's use cases on a table of its own. */
export async function openEducation(onShop?: Shop) {
  const shop = onShop ?? (await openShop());
  const { table, clock } = shop;
  const ports = {
    ...shop.ports,
    offeringEdits: shop.ports.edits,
    cohorts: cohorts(table),
    participations: participations(table),
    histories: histories(table),
    noCertificate: noCertificate(table),
  };
  const changeCohort = changeCohortUseCase(ports);
  const settle = settleParticipationsUseCase(ports);
  const registerAttendance = registerAttendanceUseCase(ports);
  const handled = new Set<string>();

  return {
    ...shop,
    ports,
    settle,
    changeCohort,
    changeParticipation: changeParticipationUseCase(ports),
    registerAttendance,
    cohort: (values: Partial<CohortRequest> = {}) =>
      changeCohort.create(shop.origin(), cohortRequest(clock(), values), "published"),
    /** An order of a place each, by somebody who is logged in. `undefined`: a place to be named. */
    signUp: (
      cohortId: OfferingId,
      people: readonly ({ name: string; email: string; answers?: Record<string, string> } | undefined)[],
    ) =>
      shop.placeOrder(
        shop.origin(),
        {
          buyer: KARI,
          payment: "card",
          goods: [],
          places: people.map((person) => ({
            offeringId: cohortId,
            ticketTypeId: ORDINARY,
            chosenGoods: [],
            answers: Object.entries(person?.answers ?? {}).map(([questionId, answer]) => ({ questionId, answer })),
            ...(person && { participant: { name: person.name, email: person.email } }),
          })),
          expectedTotal: kroner(0),
        },
        "nb",
        KARI_LOGGED_IN,
      ),
    /** Invented people of different workplaces. */
    people: (count: number) =>
      Array.from({ length: count }, (_none, index) => ({
        name: `Deltaker ${index + 1}`,
        email: `deltaker-${index + 1}@example.no`,
        answers: {
          profession: ["Lærer", "Barnehagelærer", "Vernepleier"][index % 3] ?? "",
          municipality: `Kommune ${index % 4}`,
          workplace: `Arbeidsplass ${Math.floor(index / 2)}`,
        },
      })),
    /** Everybody in a cohort, in order of name. */
    everybody: async (cohortId: OfferingId) =>
      [...(await ports.participations.ofCohort(cohortId))].sort((a, b) =>
        a.name.localeCompare(b.name, "nb", { numeric: true }),
      ),
    mark: (
      cohortId: OfferingId,
      dayId: string,
      marks: readonly { placeId: PlaceId; mark: Mark; markedAt?: Instant; reason?: string }[],
    ) =>
      registerAttendance(
        shop.origin(),
        { cohortId, dayId },
        { marks: marks.map((each) => ({ markedAt: clock(), ...each })) },
        COURSE_LEADER,
      ),
    /** Hands the context every event about places that it has not handled yet. */
    async settleEvents(): Promise<void> {
      for (const { id, type, data, correlationId } of await shop.facts()) {
        if (handled.has(id)) continue;
        handled.add(id);
        const told = toldBy(type, data);
        if (told) await settle({ correlationId, delivery: { context: "education", eventId: id } }, told);
      }
    },
  };
}

export type Education = Awaited<ReturnType<typeof openEducation>>;

function toldBy(
  type: string,
  data: unknown,
): { readonly orderNumber: OrderNumber; readonly placeIds?: readonly PlaceId[] } | undefined {
  if (type === orderConfirmed.type) return { orderNumber: orderConfirmed.data.parse(data).orderNumber };
  if (type === placesCancelled.type) return placesCancelled.data.parse(data);
  if (type !== participantNamed.type) return undefined;
  const { orderNumber, placeId } = participantNamed.data.parse(data);
  return { orderNumber, placeIds: [placeId] };
}
