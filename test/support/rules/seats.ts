import type { Agreement } from "#agreements/domain/agreement";
import { norwegianDay } from "#kernel/norwegian-time";
import type { Stored } from "./stored.ts";

/**
 * Never more trainer seats used under an agreement than its quota, each in a cohort that starts within its period and with a
 * place that stands; counters and ledger say the same; one person has one place in a cohort (rule 2).
 */
export function brokenSeats(stored: Stored): string[] {
  return [
    ...stored.agreements.flatMap((agreement) => [
      ...wrongCounters(agreement, stored),
      ...outsidePeriod(agreement, stored),
    ]),
    ...placesWithoutSeat(stored),
    ...twiceInCohort(stored),
  ];
}

function usedUnder({ agreementId }: Pick<Agreement, "agreementId">, { seats }: Stored) {
  return seats.filter((seat) => seat.agreementId === agreementId && seat.status === "used");
}

function wrongCounters(agreement: Agreement, stored: Stored): string[] {
  const { agreementId, seats, version } = agreement;
  const used = usedUnder(agreement, stored).length;
  const counters = stored.seatCounters.find((each) => each.agreementId === agreementId);
  const lines = stored.ledger.filter((line) => line.agreementId === agreementId);
  const count = (what: string) => lines.filter((line) => line.what === what).length;
  const told = count("taken") - count("given-back");
  return [
    ...(used > seats ? [`${agreementId} has ${seats} seats, and ${used} are used`] : []),
    ...(counters?.seats !== seats || counters.terms !== version
      ? [
          `${agreementId} counts ${counters?.seats} seats under its version ${counters?.terms}, and has ${seats} by ${version}`,
        ]
      : []),
    ...(counters?.free !== seats - used
      ? [`${agreementId} counts ${counters?.free} free, and its rows ${seats - used}`]
      : []),
    ...(told !== used ? [`${agreementId} has a ledger of ${told} used seats, and rows of ${used}`] : []),
    ...stored.seatsUsed
      .filter((row) => row.agreementId === agreementId)
      .flatMap(({ cohortId, used: counted }) => {
        const here = usedUnder(agreement, stored).filter((seat) => seat.cohortId === cohortId).length;
        return here === counted ? [] : [`${cohortId} counts ${counted} seats of ${agreementId}, and its rows ${here}`];
      }),
  ];
}

function outsidePeriod(agreement: Agreement, stored: Stored): string[] {
  const { from, to } = agreement.period;
  return usedUnder(agreement, stored).flatMap(({ seatId, cohortId, placeId }) => {
    const cohort = stored.offerings.find(({ offeringId }) => offeringId === cohortId);
    const place = stored.places.find((each) => each.placeId === placeId);
    const [first] = cohort?.sessions ?? [];
    const startsOn = first ? norwegianDay(first.startsAt) : "never";
    return [
      ...(from <= startsOn && startsOn <= to ? [] : [`${seatId} is used from ${startsOn}, outside ${from} to ${to}`]),
      ...(place?.status === "confirmed" && place.seat?.seatId === seatId && place.offeringId === cohortId
        ? []
        : [`${seatId} is used, and its place ${placeId} ${place?.status ?? "gone"}`]),
    ];
  });
}

/** A place that a seat covers has that seat, and it alone. */
function placesWithoutSeat({ places, seats }: Stored): string[] {
  return places.flatMap(({ placeId, status, seat }) => {
    if (!seat || status === "cancelled") return [];
    const covering = seats.filter((each) => each.status === "used" && each.placeId === placeId);
    return covering.length === 1 && covering[0]?.seatId === seat.seatId
      ? []
      : [`${placeId} is covered by ${seat.seatId}, and ${covering.length} seats are used for it`];
  });
}

function twiceInCohort({ offerings, places }: Stored): string[] {
  const cohorts = new Set(offerings.filter(({ kind }) => kind === "cohort").map(({ offeringId }) => offeringId));
  const taken = places.filter(({ offeringId, status }) => cohorts.has(offeringId) && status !== "cancelled");
  const people = taken.flatMap(({ offeringId, participant }) =>
    participant?.email ? [`${offeringId} ${participant.email}`] : [],
  );
  return people.filter((each, index) => people.indexOf(each) < index).map((each) => `${each} has two places`);
}
