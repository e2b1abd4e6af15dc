import * as z from "zod";
import { Agreement } from "#agreements/domain/agreement";
import { LedgerLine, Seat, SeatCounters, SeatsUsed } from "#agreements/domain/seat";
import { Offering } from "#catalogue/domain/offering";
import { Stock } from "#catalogue/domain/stock";
import { Certificate, Held, StatusEntry } from "#certificates/domain/certificate";
import { StatusList } from "#certificates/domain/status-list";
import { Cohort } from "#education/domain/cohort";
import { HandIn } from "#education/domain/hand-in";
import { Participation } from "#education/domain/participation";
import { AnyEnvelope } from "#kernel/event";
import { Mail } from "#notifications/domain/mail";
import { Order } from "#ordering/domain/order";
import { Payment } from "#payment/domain/payment";
import { Place } from "#registration/domain/place";
import { Entry } from "#registration/domain/waiting-list";
import type { Row } from "../rows.ts";

const Counters = z.record(z.string(), z.number());

/** What the table holds, by kind; each row is parsed by its own context's schema, so a row that isn't one fails here. */
export function storedIn(rows: readonly Row[]) {
  const at = (partition: string, sort: string) =>
    rows.filter(({ pk, sk }) => String(pk).startsWith(partition) && String(sk).startsWith(sort));
  return {
    offerings: at("OFFERING#", "OFFERING").map((row) => Offering.parse(row)),
    capacities: new Map(
      at("OFFERING#", "CAPACITY").map(({ pk, sk: _sk, ...counters }) => [
        String(pk).slice("OFFERING#".length),
        Counters.parse(counters),
      ]),
    ),
    places: at("OFFERING#", "PLACE#").map((row) => Place.parse(row)),
    entries: at("OFFERING#", "ENTRY#").map((row) => Entry.parse(row)),
    orders: at("ORDER#", "ORDER").map((row) => Order.parse(row)),
    payments: at("ORDER#", "PAYMENT").map((row) => Payment.parse(row)),
    stocks: at("PRODUCT#", "STOCK").map((row) => Stock.parse(row)),
    agreements: at("AGREEMENT#", "AGREEMENT").map((row) => Agreement.parse(row)),
    // Looser than the product's own: a rule that is broken is to be told, not thrown.
    seatCounters: rows
      .filter(({ pk, sk }) => String(pk).startsWith("AGREEMENT#") && sk === "SEATS")
      .map((row) => SeatCounters.extend({ free: z.int() }).parse(row)),
    seats: at("AGREEMENT#", "SEAT#").map((row) => Seat.parse(row)),
    ledger: at("AGREEMENT#", "LEDGER#").map((row) => LedgerLine.parse(row)),
    seatsUsed: at("OFFERING#", "SEATS-OF#").map((row) => SeatsUsed.parse(row)),
    cohorts: at("COHORT#", "COHORT").map((row) => Cohort.parse(row)),
    participations: at("COHORT#", "PARTICIPANT#").map((row) => Participation.parse(row)),
    handIns: at("COHORT#", "HAND-IN#").map((row) => HandIn.parse(row)),
    certificates: at("CERTIFICATE#", "CERTIFICATE").map((row) => Certificate.parse(row)),
    held: at("COHORT-CERTIFICATES#", "HELD#").map((row) => Held.parse(row)),
    statusLists: at("STATUS-LISTS", "LIST#").map((row) => StatusList.parse(row)),
    statusIndexes: at("STATUS-LIST#", "INDEX#").map((row) => StatusEntry.parse(row)),
    trainers: new Map(
      at("TRAINER#", "TRAINER").map(({ pk, valid }) => [String(pk).slice("TRAINER#".length), Number(valid)]),
    ),
    mails: at("MAIL#", "MAIL").map((row) => Mail.parse(row)),
    facts: at("OUTBOX#", "EVENT").map(({ envelope }) => AnyEnvelope.parse(JSON.parse(String(envelope)))),
  };
}

export type Stored = ReturnType<typeof storedIn>;
