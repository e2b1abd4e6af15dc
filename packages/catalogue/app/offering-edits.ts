import type { SeatsOfCohort } from "#agreements/ports/seats";
import type { OfferingEdits } from "#catalogue/ports/offering-edits";
import type { Offerings } from "#catalogue/ports/offerings";
import type { Clock } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import type { RandomBytes } from "#kernel/id";
import { record, type TransactionPart } from "#kernel/transaction-part";
import { offerRoundContinued } from "#registration/events/offer-round-continued";
import { type CapacityParts, type CapacityReads, limitBelowTaken } from "#registration/ports/capacity";
import type { ScheduleParts } from "#registration/ports/schedule";
import {
  cancelOffering,
  changesToTell,
  editOffering,
  firstDayMoves,
  newOffering,
  publishOffering,
} from "../domain/edit-offering.ts";
import type { Offering } from "../domain/offering.ts";
import { offeringCancelled } from "../events/offering-cancelled.ts";
import { offeringChanged } from "../events/offering-changed.ts";
import { offeringPublished } from "../events/offering-published.ts";

export interface OfferingEditsPorts {
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly offerings: Offerings;
  readonly capacity: CapacityParts & CapacityReads;
  readonly schedule: Pick<ScheduleParts, "plan">;
  readonly seatsOfCohort: SeatsOfCohort;
}

/** What happens to an offering, as parts of whoever's transaction it happens in. */
export function offeringEdits(ports: OfferingEditsPorts): OfferingEdits {
  const { clock, random, offerings, capacity, schedule, seatsOfCohort } = ports;

  /** What opening an offering for sign-up brings along. */
  function opened(after: Offering): TransactionPart[] {
    const { offeringId, version } = after;
    const included = [...new Set(after.includedGoods.flatMap(({ oneOf }) => oneOf))];
    return [
      ...included.map((productId) => offerings.includes(productId)),
      capacity.open(offeringId, after),
      schedule.plan(undefined, after),
      record(offeringPublished.of({ offeringId, version })),
    ];
  }

  async function refuseBelowTaken(before: Offering, after: Offering): Promise<void> {
    const { offeringId } = before;
    const left = (await capacity.left([offeringId])).get(offeringId) ?? {};
    const below = limitBelowTaken(before, after, left);
    if (!below) return;
    const { limit, taken, ticketTypeId, allotmentId } = below;
    const holders = await capacity.holders(
      offeringId,
      (place) =>
        (!ticketTypeId || place.ticketTypeId === ticketTypeId) && (!allotmentId || place.allotmentId === allotmentId),
    );
    const places = holders.map(({ placeId, orderNumber, participant }) => ({
      placeId,
      orderNumber,
      ...(participant && { name: participant.name }),
    }));
    throw refusal("capacity-taken", { offeringId, limit, taken, places });
  }

  /** What an edit of a published offering brings along: its counters, what is due for it, and who is told. */
  async function moved(before: Offering, after: Offering): Promise<TransactionPart[]> {
    await refuseBelowTaken(before, after);
    const { offeringId, version } = after;
    const changed = changesToTell(before, after);
    const told = changed.length > 0 ? [offeringChanged.of({ offeringId, version, changed })] : [];
    // What came free after sign-up had closed was offered to nobody, and newcomers are not let past those in line.
    const offers = after.signUpClosesAt > before.signUpClosesAt ? [offerRoundContinued.of({ offeringId })] : [];
    return [capacity.resize(offeringId, before, after), schedule.plan(before, after), record(...told, ...offers)];
  }

  return {
    get: (offeringId) => offerings.get(offeringId),
    create(offeringId, details, as) {
      const draft = newOffering(offeringId, details, random);
      if (as === "draft") return { offering: draft, parts: [offerings.create(draft)] };
      const offering = publishOffering(draft, clock());
      return { offering, parts: [offerings.create(offering), ...opened(offering)] };
    },
    async edit(before, details) {
      const offering = editOffering(before, details, random);
      const startsAt = firstDayMoves(before, offering);
      const seats =
        offering.kind === "cohort" && startsAt ? await seatsOfCohort.startMayMove(offering.offeringId, startsAt) : [];
      const published = offering.status === "published" ? await moved(before, offering) : [];
      return { offering, parts: [offerings.replace(before, offering), ...published, ...seats] };
    },
    publish(before) {
      const offering = publishOffering(before, clock());
      if (offering === before) return { offering, parts: [] };
      return { offering, parts: [offerings.replace(before, offering), ...opened(offering)] };
    },
    cancel(before, reason) {
      const offering = cancelOffering(before, reason, clock());
      if (offering === before) return { offering, parts: [] };
      const { offeringId } = offering;
      // A draft has no counters, and nobody to tell.
      const told =
        before.status === "draft" ? [] : [capacity.close(offeringId), record(offeringCancelled.of({ offeringId }))];
      return { offering, parts: [offerings.replace(before, offering), ...told] };
    },
  };
}
