import type { CountedAgreement, CountedLedgerLine, CountedSeat, CountedSeats } from "#agreements/ports/recount";
import type { CountedOffering } from "#catalogue/ports/recount";
import type { OfferingId, PlaceId } from "#kernel/ids";
import type { CountedPlace } from "#registration/ports/recount";
import { restore, setCounter } from "../mending.ts";
import type { Check, Finding, Recount } from "../recount.ts";

const GIVE_BACK =
  "By POST /agreements/{agreementId}/seats/{seatId}/return, if nobody is to have it; else talk with the school.";

interface Used {
  readonly agreement: CountedAgreement;
  readonly counters: CountedSeats | undefined;
  /** All its seats, those given back too. */
  readonly seats: readonly CountedSeat[];
  readonly ledger: readonly CountedLedgerLine[];
}

/**
 * Never more trainer seats used under an agreement than its quota, each in a cohort that starts within its period and with a
 * place that stands; counters and ledger say the same; one person has one place in a cohort (rule 2).
 */
export const trainerSeatsCheck: Check = {
  rule: "trainer-seats",
  find(recount) {
    const counters = new Map(recount.of("seat-counters").map((each) => [each.agreementId, each]));
    const seats = Map.groupBy(recount.of("seat"), ({ agreementId }) => agreementId);
    const ledger = Map.groupBy(recount.of("ledger-line"), ({ agreementId }) => agreementId);
    const offerings = new Map(recount.of("offering").map((each) => [each.offeringId, each]));
    const places = new Map(recount.of("place").map((each) => [each.placeId, each]));
    return [
      ...recount.of("agreement").flatMap((agreement) => {
        const { agreementId } = agreement;
        const of: Used = {
          agreement,
          counters: counters.get(agreementId),
          seats: seats.get(agreementId) ?? [],
          ledger: ledger.get(agreementId) ?? [],
        };
        return [...wrongCounters(of), ...outsidePeriod(of, offerings, places)];
      }),
      ...wrongInCohorts(recount),
      ...placesWithoutSeat(recount),
      ...twiceInCohort(recount),
    ];
  },
};

const isUsed = ({ status }: CountedSeat) => status === "used";

function wrongCounters({ agreement, counters, seats, ledger }: Used): Finding[] {
  const { agreementId, version } = agreement;
  if (!counters) {
    return [{ says: `${agreementId} has no counters of its seats`, mend: restore("them"), rows: [agreement] }];
  }
  const used = seats.filter(isUsed).length;
  const times = (...whats: readonly CountedLedgerLine["what"][]) =>
    ledger.filter(({ what }) => whats.includes(what)).length;
  const told = times("taken") - times("given-back");
  const from = [agreement, counters, ...seats, ...ledger];
  const counter = (name: string, found: number, expected: number): Finding[] => {
    if (found === expected) return [];
    const says = `${agreementId} counts ${found} ${name}, and its rows ${expected}`;
    return [{ says, mend: setCounter(counters, name, found, expected), rows: [counters, agreement], from }];
  };
  return [
    ...(used > agreement.seats
      ? [
          {
            says: `${agreementId} has ${agreement.seats} seats, and ${used} are used`,
            mend: GIVE_BACK,
            rows: [agreement],
            from,
          },
        ]
      : []),
    ...counter("seats", counters.seats, agreement.seats),
    ...counter("terms", counters.terms, version),
    ...counter("free", counters.free, agreement.seats - used),
    ...counter("taken", counters.taken, times("taken", "moved")),
    ...(told === used
      ? []
      : [
          {
            says: `${agreementId} has a ledger of ${told} used seats, and rows of ${used}`,
            mend: restore("its seats"),
            rows: [agreement, counters],
            from,
          },
        ]),
  ];
}

function outsidePeriod(
  { agreement, seats }: Used,
  offerings: ReadonlyMap<OfferingId, CountedOffering>,
  places: ReadonlyMap<PlaceId, CountedPlace>,
): Finding[] {
  const { from, to } = agreement.period;
  return seats.filter(isUsed).flatMap((seat) => {
    const { seatId, cohortId, placeId } = seat;
    const cohort = offerings.get(cohortId);
    const place = places.get(placeId);
    const startsOn = cohort?.startsOn ?? "never";
    const stands = place?.status === "confirmed" && place.seatId === seatId && place.offeringId === cohortId;
    const rows = [seat, agreement, ...(cohort ? [cohort] : []), ...(place ? [place] : [])];
    const found = (says: string): Finding => ({ says, mend: GIVE_BACK, rows });
    return [
      ...(from <= startsOn && startsOn <= to
        ? []
        : [found(`${seatId} is used from ${startsOn}, outside ${from} to ${to}`)]),
      ...(stands ? [] : [found(`${seatId} is used, and its place ${placeId} ${place?.status ?? "gone"}`)]),
    ];
  });
}

/** The two counters of a cohort: how many of each agreement's seats are used, and how often one was taken, ever. */
function wrongInCohorts(recount: Recount): Finding[] {
  const seats = Map.groupBy(recount.of("seat"), ({ agreementId, cohortId }) => `${agreementId} ${cohortId}`);
  const uses = recount.of("seats-of");
  const counted = new Set(uses.map(({ agreementId, cohortId }) => `${agreementId} ${cohortId}`));
  const came = recount.of("ledger-line").filter(({ what }) => what === "taken" || what === "moved");
  const cameTo = Map.groupBy(came, ({ to }) => to);
  const takens = recount.of("seats-taken");
  const known = new Set(takens.map(({ cohortId }) => cohortId));
  return [
    ...uses.flatMap((row): Finding[] => {
      const { agreementId, cohortId, used } = row;
      const here = seats.get(`${agreementId} ${cohortId}`) ?? [];
      const expected = here.filter(isUsed).length;
      if (used === expected) return [];
      const says = `${cohortId} counts ${used} seats of ${agreementId}, and its rows ${expected}`;
      return [{ says, mend: setCounter(row, "used", used, expected), rows: [row], from: [row, ...here] }];
    }),
    ...[...seats]
      .filter(([of, here]) => !counted.has(of) && here.some(isUsed))
      .map(([of, here]) => ({
        says: `${of} has ${here.length} seats, and nothing counts them`,
        mend: restore("SEATS-OF"),
        rows: here,
      })),
    ...takens.flatMap((row): Finding[] => {
      const lines = cameTo.get(row.cohortId) ?? [];
      if (row.taken === lines.length) return [];
      const says = `${row.cohortId} counts ${row.taken} seats taken ever, and the ledger ${lines.length}`;
      return [{ says, mend: setCounter(row, "taken", row.taken, lines.length), rows: [row], from: [row, ...lines] }];
    }),
    ...[...cameTo]
      .filter(([cohortId]) => cohortId !== undefined && !known.has(cohortId))
      .map(([cohortId, rows]) => ({
        says: `${cohortId} has ${rows.length} seats taken, and nothing counts them`,
        mend: restore("SEATS-TAKEN"),
        rows,
      })),
  ];
}

/** A place that a seat covers has that seat, and it alone. */
function placesWithoutSeat(recount: Recount): Finding[] {
  const used = Map.groupBy(recount.of("seat").filter(isUsed), ({ placeId }) => placeId);
  return recount.of("place").flatMap((place) => {
    const { placeId, status, seatId } = place;
    if (!seatId || status === "cancelled") return [];
    const covering = used.get(placeId) ?? [];
    if (covering.length === 1 && covering[0]?.seatId === seatId) return [];
    const says = `${placeId} is covered by ${seatId}, and ${covering.length} seats are used for it`;
    return [{ says, mend: restore("the seat"), rows: [place, ...covering] }];
  });
}

function twiceInCohort(recount: Recount): Finding[] {
  const cohorts = new Set(recount.of("offering").flatMap(({ isCohort, offeringId }) => (isCohort ? [offeringId] : [])));
  const taken = recount
    .of("place")
    .filter(({ offeringId, status, address }) => cohorts.has(offeringId) && status !== "cancelled" && address);
  return [...Map.groupBy(taken, ({ offeringId, address }) => `${offeringId} ${address}`).values()].flatMap((rows) => {
    const [first] = rows;
    if (!first || rows.length < 2) return [];
    return [{ says: `${first.offeringId} has ${rows.length} places for one person`, mend: GIVE_BACK, rows }];
  });
}
