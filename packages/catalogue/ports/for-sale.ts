import type { OfferingId, ProductId } from "#kernel/ids";
import type { Offering } from "../domain/offering.ts";
import type { Product } from "../domain/product.ts";

export type { Offering } from "../domain/offering.ts";
export type { Product } from "../domain/product.ts";

interface Asked {
  readonly products: readonly ProductId[];
  readonly offerings: readonly OfferingId[];
}

interface Found {
  readonly products: ReadonlyMap<ProductId, Product>;
  readonly offerings: ReadonlyMap<OfferingId, Offering>;
}

/** What other contexts read of the catalogue. */
export interface ForSale {
  /** Whole, strongly consistent, in one request. */
  load(asked: Asked): Promise<Found>;
  /**
   * As this execution environment saw it last, without a request if it has seen all of it. It may be old: whoever decides
   * on it makes the transaction check the versions (`terms`), and looks again before refusing anybody.
   */
  recall(asked: Asked): Promise<Found>;
}
