import type { OfferingEdits } from "#catalogue/ports/offering-edits";
import { refusal } from "#kernel/domain-error";
import type { OfferingId } from "#kernel/ids";
import type { StaffText } from "#kernel/locale";
import type { Origin } from "#kernel/origin";
import type { TransactionPart } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { refuseCohortsCalendar } from "../domain/edit-offering.ts";
import { Offering, type OfferingDetails } from "../domain/offering.ts";

/** Which offering, and the version that the administrator saw. */
interface OfferingSeen {
  readonly offeringId: OfferingId;
  readonly version: number;
}

export interface ChangeOffering {
  /**
   * @throws DomainError `offering-is-cancelled`, `bound-by-publication`, `cohort-has-its-calendar`, `capacity-taken` with
   *   who has the places
   */
  edit(origin: Origin, seen: OfferingSeen, details: OfferingDetails): Promise<Offering>;
  /** @throws DomainError `offering-is-cancelled`, `offering-is-over`, `product-not-for-sale` */
  publish(origin: Origin, seen: OfferingSeen): Promise<Offering>;
  /** @throws DomainError `offering-is-over` */
  cancel(origin: Origin, seen: OfferingSeen, reason: StaffText): Promise<Offering>;
}

export interface ChangeOfferingPorts {
  readonly unitOfWork: UnitOfWork;
  readonly edits: OfferingEdits;
}

interface Edited {
  readonly offering: Offering;
  readonly parts: readonly TransactionPart[];
}

/** An administrator's changes to an offering, each refused with `changed-meanwhile` when somebody was faster, and `not-found`. */
export function changeOfferingUseCase({ unitOfWork, edits }: ChangeOfferingPorts): ChangeOffering {
  const change = (origin: Origin, seen: OfferingSeen, to: (before: Offering) => Edited | Promise<Edited>) =>
    unitOfWork.run(origin, Offering, async () => {
      const before = await edits.get(seen.offeringId);
      if (!before) throw refusal("not-found", {});
      if (before.version !== seen.version) throw refusal("changed-meanwhile", { version: before.version });
      const { offering, parts } = await to(before);
      return { parts, answer: offering };
    });

  return {
    edit: (origin, seen, details) =>
      change(origin, seen, (before) => {
        refuseCohortsCalendar(before, details);
        return edits.edit(before, details);
      }),
    publish: (origin, seen) => change(origin, seen, (before) => edits.publish(before)),
    cancel: (origin, seen, reason) => change(origin, seen, (before) => edits.cancel(before, reason)),
  };
}
