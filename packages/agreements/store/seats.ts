import * as z from "zod";
import type { CohortUse, SeatParts, SeatReads } from "#agreements/ports/seats";
import { refusal } from "#kernel/domain-error";
import type { AgreementId, OfferingId } from "#kernel/ids";
import { type Guard, part, type Write } from "#kernel/transaction-part";
import { getItem, getItems, queryItems, type Table } from "#platform/dynamo/table";
import { LedgerLine, Seat, SeatCounters, SeatsUsed } from "../domain/seat.ts";
import { trainerSeatGivenBack } from "../events/trainer-seat-given-back.ts";
import { trainerSeatMoved } from "../events/trainer-seat-moved.ts";
import { trainerSeatTaken } from "../events/trainer-seat-taken.ts";
import {
  agreementPartition,
  cohortSeatsPartition,
  LEDGER,
  ledgerKey,
  SEAT,
  SEATS_OF,
  seatCountersKey,
  seatKey,
  seatsOfKey,
  seatsTakenKey,
} from "./keys.ts";

export function seatParts(): SeatParts {
  return {
    take(seat, { terms, use, seats, by, at }) {
      const { agreementId, seatId, cohortId, placeId } = seat;
      const otherwise = () => refusal("agreement-seats-used-up", { agreementId, seats });
      return part(
        [
          {
            kind: "change",
            key: seatCountersKey(agreementId),
            take: [{ attribute: "free", amount: 1, otherwise }],
            add: { taken: 1 },
            guards: [asAgreed(terms)],
          },
          { kind: "create", key: seatKey(seat), item: seat, guards: [] },
          ...oneMoreIn(cohortId, agreementId, use),
          written({ agreementId, seatId, what: "taken", at, by, to: cohortId }),
        ],
        [trainerSeatTaken.of({ agreementId, seatId, cohortId, placeId })],
      );
    },
    move(before, after, { terms, use, by, at }) {
      const { agreementId, seatId } = before;
      const [from, to] = [before.cohortId, after.cohortId];
      return part(
        [
          { kind: "change", key: seatCountersKey(agreementId), add: { taken: 1 }, guards: [asAgreed(terms)] },
          { kind: "replace", key: seatKey(before), item: after, guards: [asRead(before)] },
          oneFewerIn(from, agreementId),
          ...oneMoreIn(to, agreementId, use),
          written({ agreementId, seatId, what: "moved", at, by, from, to }),
        ],
        [trainerSeatMoved.of({ agreementId, seatId, fromCohortId: from, toCohortId: to })],
      );
    },
    giveBack({ agreementId, seatId }, cohortId, by, at) {
      return part(
        [
          { kind: "change", key: seatCountersKey(agreementId), add: { free: 1 }, guards: [] },
          {
            kind: "change",
            key: seatKey({ agreementId, seatId }),
            set: { status: "given-back" },
            add: { version: 1 },
            guards: [
              { is: "equal", attribute: "status", value: "used", otherwise: "reload" },
              { is: "equal", attribute: "cohortId", value: cohortId, otherwise: "reload" },
            ],
          },
          oneFewerIn(cohortId, agreementId),
          written({ agreementId, seatId, what: "given-back", at, by, from: cohortId }),
        ],
        [trainerSeatGivenBack.of({ agreementId, seatId, cohortId })],
      );
    },
    replaceParticipant: (seat, { by, at }) =>
      part([
        { kind: "check", key: seatKey(seat), guards: [asRead(seat)] },
        written({ agreementId: seat.agreementId, seatId: seat.seatId, what: "participant-replaced", at, by }),
      ]),
    noneTaken: (cohortId, taken) =>
      part([
        {
          kind: "check",
          key: seatsTakenKey(cohortId),
          guards: [
            taken === undefined
              ? { is: "absent", otherwise: "reload" }
              : { is: "equal", attribute: "taken", value: taken, otherwise: "reload" },
          ],
        },
      ]),
    underTerms: (agreementId, terms) =>
      part([{ kind: "check", key: seatCountersKey(agreementId), guards: [asAgreed(terms)] }]),
  };
}

const Taken = z.object({ taken: z.int() });
/** Far above what one agreement ever uses: all its seats, or all agreements of a cohort, are one request. */
const ALL = 1000;

export function seatReads(table: Table): SeatReads {
  const takenIn = async (cohortId: OfferingId) => (await getItem(table, seatsTakenKey(cohortId), Taken))?.taken;
  return {
    async counters(agreementIds) {
      const asked = agreementIds.map((agreementId) => ({ key: seatCountersKey(agreementId), schema: SeatCounters }));
      const found = await getItems(table, asked);
      return new Map(found.flatMap((each) => (each ? [[each.agreementId, each] as const] : [])));
    },
    get: (seat) => getItem(table, seatKey(seat), Seat),
    async ofAgreement(agreementId) {
      const partition = { pk: agreementPartition(agreementId), prefix: SEAT };
      return (await queryItems(table, partition, Seat, { limit: ALL })).items;
    },
    async use(cohortId, agreementId) {
      const [row, taken] = await Promise.all([
        getItem(table, seatsOfKey(cohortId, agreementId), SeatsUsed),
        takenIn(cohortId),
      ]);
      return { used: row?.used, taken };
    },
    async inCohort(cohortId) {
      const partition = { pk: cohortSeatsPartition(cohortId), prefix: SEATS_OF };
      // The count first: a seat taken between the two reads is then noticed by it.
      const taken = await takenIn(cohortId);
      const { items } = await queryItems(table, partition, SeatsUsed, { limit: ALL });
      return { taken, agreementIds: items.filter(({ used }) => used > 0).map(({ agreementId }) => agreementId) };
    },
    ledger: (agreementId, page) =>
      queryItems(table, { pk: agreementPartition(agreementId), prefix: LEDGER }, LedgerLine, {
        ...page,
        newestFirst: true,
      }),
  };
}

/** The agreement is as it was decided on: its period, and how many seats it has. */
function asAgreed(terms: number): Guard {
  return { is: "equal", attribute: "terms", value: terms, otherwise: "reload" };
}

function asRead({ version }: Seat): Guard {
  return { is: "equal", attribute: "version", value: version, otherwise: "reload" };
}

/** The two counters of a cohort; the first seat makes them. */
function oneMoreIn(cohortId: OfferingId, agreementId: AgreementId, { used, taken }: CohortUse): Write[] {
  const [ofAgreement, ofAll] = [seatsOfKey(cohortId, agreementId), seatsTakenKey(cohortId)];
  return [
    used === undefined
      ? { kind: "create", key: ofAgreement, item: { agreementId, cohortId, used: 1 }, guards: [] }
      : { kind: "change", key: ofAgreement, add: { used: 1 }, guards: [] },
    taken === undefined
      ? { kind: "create", key: ofAll, item: { cohortId, taken: 1 }, guards: [] }
      : { kind: "change", key: ofAll, add: { taken: 1 }, guards: [] },
  ];
}

function oneFewerIn(cohortId: OfferingId, agreementId: AgreementId): Write {
  return { kind: "change", key: seatsOfKey(cohortId, agreementId), add: { used: -1 }, guards: [] };
}

function written(line: LedgerLine): Write {
  return { kind: "create", key: ledgerKey(line), item: line, guards: [] };
}
