import type { Instant } from "#kernel/clock";
import type { OfferingId, ProductId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { Offering } from "../domain/offering.ts";
import type { Page, PageAsked } from "./page.ts";

/** Offerings as this context keeps them. */
export interface Offerings {
  get(offeringId: OfferingId): Promise<Offering | undefined>;
  /** In order of status, then of the first session's start. */
  listAll(asked: PageAsked): Promise<Page<Offering>>;
  /** Published ones that begin at `from` or later, the first one first. */
  listComing(from: Instant, asked: PageAsked): Promise<Page<Offering>>;
  create(offering: Offering): TransactionPart;
  /** Unless the offering still is as it was read as `before`, the command loads again. */
  replace(before: Offering, after: Offering): TransactionPart;
  /** Fails with `product-not-for-sale` unless the product is published: an offering can't include what nobody may have. */
  includes(productId: ProductId): TransactionPart;
}
