import type { ForSale } from "#catalogue/ports/for-sale";
import { getItems, type Table } from "#platform/dynamo/table";
import { Offering } from "../domain/offering.ts";
import { Product } from "../domain/product.ts";
import { offeringKey, productKey } from "./keys.ts";

export function forSale(table: Table): ForSale {
  return {
    async load(asked) {
      const found = await getItems<Product | Offering>(table, [
        ...asked.products.map((productId) => ({ key: productKey(productId), schema: Product })),
        ...asked.offerings.map((offeringId) => ({ key: offeringKey(offeringId), schema: Offering })),
      ]);
      const products = found.flatMap((each) => (each && "productId" in each ? [[each.productId, each] as const] : []));
      const offerings = found.flatMap((each) =>
        each && "offeringId" in each ? [[each.offeringId, each] as const] : [],
      );
      return { products: new Map(products), offerings: new Map(offerings) };
    },
  };
}
