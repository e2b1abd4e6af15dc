import type { Offerings } from "#catalogue/ports/offerings";
import { refusal } from "#kernel/domain-error";
import type { OfferingId } from "#kernel/ids";
import type { StaffText } from "#kernel/locale";
import type { Origin } from "#kernel/origin";
import { record, type TransactionPart } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { offerRoundContinued } from "#registration/events/offer-round-continued";
import { type CapacityParts, type CapacityReads, limitBelowTaken } from "#registration/ports/capacity";
import type { ScheduleParts } from "#registration/ports/schedule";
import { cancelOffering, changesToTell, editOffering, publishOffering } from "../domain/edit-offering.ts";
import { Offering, type OfferingDetails } from "../domain/offering.ts";
import { offeringCancelled } from "../events/offering-cancelled.ts";
import { offeringChanged } from "../events/offering-changed.ts";
import { offeringPublished } from "../events/offering-published.ts";

/** Which offering, and the version that the administrator saw. */
interface OfferingSeen {
  readonly offeringId: OfferingId;
  readonly version: number;
}

export interface ChangeOffering {
  /** @throws DomainError `offering-is-cancelled`, `bound-by-publication`, `capacity-taken` with who has the places */
  edit(origin: Origin, seen: OfferingSeen, details: OfferingDetails): Promise<Offering>;
  /** @throws DomainError `offering-is-cancelled`, `offering-is-over`, `product-not-for-sale` */
  publish(origin: Origin, seen: OfferingSeen): Promise<Offering>;
  /** @throws DomainError `offering-is-over` */
  cancel(origin: Origin, seen: OfferingSeen, reason: StaffText): Promise<Offering>;
}

export interface ChangeOfferingPorts {
  readonly unitOfWork: UnitOfWork;
  readonly offerings: Offerings;
  readonly capacity: CapacityParts & CapacityReads;
  readonly schedule: Pick<ScheduleParts, "plan">;
}

type Changed = { readonly after: Offering; readonly parts: readonly TransactionPart[] };

/** Changes to an offering, each refused with `changed-meanwhile` when somebody was faster, and `not-found`. */
export function changeOfferingUseCase({
  unitOfWork,
  offerings,
  capacity,
  schedule,
}: ChangeOfferingPorts): ChangeOffering {
  const change = (origin: Origin, seen: OfferingSeen, to: (before: Offering) => Promise<Changed>) =>
    unitOfWork.run(origin, Offering, async () => {
      const before = await offerings.get(seen.offeringId);
      if (!before) throw refusal("not-found", {});
      if (before.version !== seen.version) throw refusal("changed-meanwhile", { version: before.version });
      const { after, parts } = await to(before);
      return { parts: after === before ? [] : [offerings.replace(before, after), ...parts], answer: after };
    });

  async function edit(before: Offering, details: OfferingDetails): Promise<Changed> {
    const after = editOffering(before, details, unitOfWork.random);
    if (after.status !== "published") return { after, parts: [] };
    await refuseBelowTaken(before, after);
    const { offeringId, version } = after;
    const changed = changesToTell(before, after);
    const told = changed.length > 0 ? [offeringChanged.of({ offeringId, version, changed })] : [];
    // What came free after sign-up had closed was offered to nobody, and newcomers are not let past those in line.
    const offers = after.signUpClosesAt > before.signUpClosesAt ? [offerRoundContinued.of({ offeringId })] : [];
    const facts = record(...told, ...offers);
    return {
      after,
      parts: [capacity.resize(offeringId, before, after), schedule.plan(before, after), facts],
    };
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

  async function publish(before: Offering): Promise<Changed> {
    const after = publishOffering(before, unitOfWork.clock());
    const { offeringId, version } = after;
    const included = [...new Set(after.includedGoods.flatMap(({ oneOf }) => oneOf))];
    return {
      after,
      parts: [
        ...included.map((productId) => offerings.includes(productId)),
        capacity.open(offeringId, after),
        schedule.plan(undefined, after),
        record(offeringPublished.of({ offeringId, version })),
      ],
    };
  }

  async function cancel(before: Offering, reason: StaffText): Promise<Changed> {
    const { offeringId, status } = before;
    const after = cancelOffering(before, reason, unitOfWork.clock());
    // A draft has no counters, and nobody to tell.
    if (status === "draft") return { after, parts: [] };
    return {
      after,
      parts: [capacity.close(offeringId), record(offeringCancelled.of({ offeringId }))],
    };
  }

  return {
    edit: (origin, seen, details) => change(origin, seen, (before) => edit(before, details)),
    publish: (origin, seen) => change(origin, seen, publish),
    cancel: (origin, seen, reason) => change(origin, seen, (before) => cancel(before, reason)),
  };
}
