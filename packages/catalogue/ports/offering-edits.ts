import type { OfferingId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { Offering, OfferingDetails } from "../domain/offering.ts";

export type { Offering, OfferingDetails } from "../domain/offering.ts";

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
  /** A draft; `published` opens sign-up at once. */
  create(offeringId: OfferingId, details: OfferingDetails, as: "draft" | "published"): Edited;
  /** @throws DomainError as `ChangeOffering.edit` */
  edit(before: Offering, details: OfferingDetails): Promise<Edited>;
}
