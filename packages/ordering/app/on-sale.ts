import type { Product } from "#catalogue/ports/for-sale";
import { refusal } from "#kernel/domain-error";
import type { ProductId } from "#kernel/ids";
import type { GoodsOnSale } from "../domain/place-order.ts";

/** Goods of a basket with what the catalogue says of them. @throws DomainError `product-not-for-sale` */
export function goodsOnSale(
  goods: readonly { readonly productId: ProductId; readonly quantity: number }[],
  products: ReadonlyMap<ProductId, Product>,
): { readonly product: GoodsOnSale & { readonly version: number }; readonly quantity: number }[] {
  return goods.map(({ productId, quantity }) => {
    const product = products.get(productId);
    if (!product) throw refusal("product-not-for-sale", { productId });
    return { product, quantity };
  });
}
