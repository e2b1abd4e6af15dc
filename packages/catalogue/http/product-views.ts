import * as z from "zod";
import type { StockedProduct } from "../app/read-products.ts";
import { Product } from "../domain/product.ts";
import { Stock } from "../domain/stock.ts";

/** A product in the shop's window: whether there is any, not how many. */
export const PublicProduct = Product.omit({ status: true, version: true }).extend({ inStock: z.boolean() });

export function publicProduct({ product, stock }: StockedProduct): z.input<typeof PublicProduct> {
  return { ...product, inStock: stock.available > 0 };
}

/** A product as administrators see it. `reserved` pieces are ordered and not sent yet. */
export const AdminProduct = Product.extend({
  stock: Stock.omit({ productId: true }).extend({ reserved: z.int() }),
});

export function adminProduct({ product, stock }: StockedProduct): z.input<typeof AdminProduct> {
  return { ...product, stock: { ...stock, reserved: stock.onHand - stock.available } };
}
