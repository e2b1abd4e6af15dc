import { seatsOfCohort } from "#agreements/app/seats-of-cohort";
import { agreements } from "#agreements/store/agreements";
import { seatParts, seatReads } from "#agreements/store/seats";
import { offeringEdits } from "#catalogue/app/offering-edits";
import type { OfferingEdits } from "#catalogue/ports/offering-edits";
import { offerings } from "#catalogue/store/offerings";
import { systemClock } from "#kernel/clock";
import type { Table } from "#platform/dynamo/table";
import { systemRandom } from "#platform/random";
import { capacityParts, capacityReads } from "#registration/store/capacity";
import { scheduleParts } from "#registration/store/schedule";

/** How offerings are made and changed: by administrators, and in the transactions of contexts that describe their own. */
export function wireOfferingEdits(table: Table): OfferingEdits {
  return offeringEdits({
    clock: systemClock,
    random: systemRandom,
    offerings: offerings(table),
    capacity: { ...capacityParts(), ...capacityReads(table) },
    schedule: scheduleParts(),
    seatsOfCohort: seatsOfCohort({
      agreements: agreements(table),
      seatReads: seatReads(table),
      seatParts: seatParts(),
    }),
  });
}
