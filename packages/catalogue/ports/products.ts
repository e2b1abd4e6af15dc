import type { ProductId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { Product } from "../domain/product.ts";
import type { Stock, StockAdjustment } from "../domain/stock.ts";
import type { Page, PageAsked } from "./page.ts";

/** Products and their stock, as this context keeps them. */
export interface Products {
  get(productId: ProductId): Promise<Product | undefined>;
  /** In order of kind and title, `published` ones only; or all, in order of status first. */
  list(which: "published" | "all", asked: PageAsked): Promise<Page<Product>>;
  stockOf(productIds: readonly ProductId[]): Promise<ReadonlyMap<ProductId, Stock>>;
  /** The product, with nothing on the shelf. */
  create(product: Product): TransactionPart;
  /** Fails with `changed-meanwhile` unless the product still is as it was read as `before`. */
  replace(before: Product, after: Product): TransactionPart;
  /** Fails with `stock-below-reserved` when pieces that somebody has ordered would go. */
  adjustStock(productId: ProductId, adjustment: StockAdjustment): TransactionPart;
}
