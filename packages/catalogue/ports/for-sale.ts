import type { OfferingId, ProductId } from "#kernel/ids";
import type { Offering } from "../domain/offering.ts";
import type { Product } from "../domain/product.ts";

export type { Offering } from "../domain/offering.ts";
export type { Product } from "../domain/product.ts";

/** What other contexts read of the catalogue: whole, strongly consistent, in one request. */
export interface ForSale {
  load(asked: { readonly products: readonly ProductId[]; readonly offerings: readonly OfferingId[] }): Promise<{
    readonly products: ReadonlyMap<ProductId, Product>;
    readonly offerings: ReadonlyMap<OfferingId, Offering>;
  }>;
}
