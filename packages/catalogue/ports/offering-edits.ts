import type { OfferingId } from "#kernel/ids";
import type { StaffText } from "#kernel/locale";
import type { TransactionPart } from "#kernel/transaction-part";
import type { Offering, OfferingDetails } from "../domain/offering.ts";

export { OfferingDetails } from "../domain/offering.ts";

interface Edited {
  readonly offering: Offering;
  readonly parts: readonly TransactionPart[];
}

/**
 * What a context that describes an offering of its own (a cohort, a workplace course) does to it, as parts of its own
 * transaction. The same rules as for an administrator's edit hold; whoever was faster makes the command load again.
 */
export interface OfferingEdits {
  get(offeringId: OfferingId): Promise<Offering | undefined>;
  /**
   * A draft; `published` opens sign-up at once. The details are those of `OfferingDetails`, parsed: they don't contradict
   * themselves.
   *
   * @throws DomainError `offering-is-over`
   */
  create(offeringId: OfferingId, details: OfferingDetails, as: "draft" | "published"): Edited;
  /**
   * A cohort's first day moves only within the period of every agreement with a seat in it, which the parts check.
   *
   * @throws DomainError as `ChangeOffering.edit`; `seats-would-break-agreement`
   */
  edit(before: Offering, details: OfferingDetails): Promise<Edited>;
  /** @throws DomainError as `ChangeOffering.publish` */
  publish(before: Offering): Edited;
  /** Calls it off for good: everybody is told and refunded. @throws DomainError as `ChangeOffering.cancel` */
  cancel(before: Offering, reason: StaffText): Edited;
}
