import type { AdjustStock } from "../app/adjust-stock.ts";
import type { ChangeOffering } from "../app/change-offering.ts";
import type { ChangeProduct } from "../app/change-product.ts";
import type { CreateOffering } from "../app/create-offering.ts";
import type { CreateProduct } from "../app/create-product.ts";
import type { ReadOfferings } from "../app/read-offerings.ts";
import type { ReadProducts } from "../app/read-products.ts";

export interface CatalogueApp {
  readonly readProducts: ReadProducts;
  readonly createProduct: CreateProduct;
  readonly changeProduct: ChangeProduct;
  readonly adjustStock: AdjustStock;
  readonly readOfferings: ReadOfferings;
  readonly createOffering: CreateOffering;
  readonly changeOffering: ChangeOffering;
}
