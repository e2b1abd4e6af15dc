import * as z from "zod";
import type { AgreementsRow } from "#agreements/ports/recount";
import { OfferingId } from "#kernel/ids";
import { type RowKind, rowKind } from "#platform/dynamo/row-kinds";
import { Agreement } from "../domain/agreement.ts";
import { LedgerLine, Seat, SeatCounters, SeatsUsed } from "../domain/seat.ts";
import { LEDGER, SEAT, SEATS_OF } from "./keys.ts";

const [AGREEMENT, OFFERING] = ["AGREEMENT#", "OFFERING#"];

/** Whether one is below zero is for the recount to tell. */
const AnyCounters = SeatCounters.extend({ free: z.int() });
const AnyUse = SeatsUsed.extend({ used: z.int() });
const Taken = z.object({ cohortId: OfferingId, taken: z.int() });

export const agreementsRows: readonly RowKind<AgreementsRow>[] = [
  rowKind({ pk: AGREEMENT, sk: "AGREEMENT" }, Agreement, ({ agreementId, seats, version, period }, { key }) => ({
    kind: "agreement",
    key,
    agreementId,
    seats,
    version,
    period,
  })),
  rowKind({ pk: AGREEMENT, sk: "SEATS" }, AnyCounters, (counters, { key }) => ({
    kind: "seat-counters",
    key,
    ...counters,
  })),
  rowKind({ pk: AGREEMENT, sk: SEAT }, Seat, ({ takenAt: _at, orderNumber: _order, ...seat }, { key }) => ({
    kind: "seat",
    key,
    ...seat,
  })),
  rowKind({ pk: AGREEMENT, sk: LEDGER }, LedgerLine, ({ agreementId, seatId, what, to }, { key }) => ({
    kind: "ledger-line",
    key,
    agreementId,
    seatId,
    what,
    to,
  })),
  rowKind({ pk: OFFERING, sk: SEATS_OF }, AnyUse, (use, { key }) => ({ kind: "seats-of", key, ...use })),
  rowKind({ pk: OFFERING, sk: "SEATS-TAKEN" }, Taken, (taken, { key }) => ({ kind: "seats-taken", key, ...taken })),
];
