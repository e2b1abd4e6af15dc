import type { Products } from "#catalogue/ports/products";
import { refusal } from "#kernel/domain-error";
import { part } from "#kernel/transaction-part";
import { getItem, getItems, queryList, type Table } from "#platform/dynamo/table";
import { Product } from "../domain/product.ts";
import { Stock } from "../domain/stock.ts";
import { productKey, stockKey } from "./keys.ts";
import { sameVersion } from "./same-version.ts";

export function products(table: Table): Products {
  return {
    get: (productId) => getItem(table, productKey(productId), Product),
    list: (which, asked) =>
      queryList(
        table,
        { partition: "products", ...(which === "published" && { prefix: "published#" }) },
        Product,
        asked,
      ),
    async stockOf(productIds) {
      const found = await getItems(
        table,
        productIds.map((productId) => ({ key: stockKey(productId), schema: Stock })),
      );
      return new Map(found.flatMap((stock) => (stock ? [[stock.productId, stock]] : [])));
    },
    create: (product) =>
      part([
        { kind: "create", key: productKey(product.productId), item: row(product), guards: [] },
        {
          kind: "create",
          key: stockKey(product.productId),
          item: { productId: product.productId, onHand: 0, available: 0, terms: product.version },
          guards: [],
        },
      ]),
    replace: (before, after) =>
      part([
        { kind: "replace", key: productKey(before.productId), item: row(after), guards: [sameVersion(before)] },
        // The version that may be sold stands beside the counters, so that reserving checks it.
        { kind: "change", key: stockKey(before.productId), set: { terms: after.version }, guards: [] },
      ]),
    adjustStock(productId, { change }) {
      const key = stockKey(productId);
      if (change > 0) return part([{ kind: "change", key, add: { onHand: change, available: change }, guards: [] }]);
      const take = (["available", "onHand"] as const).map((attribute) => ({
        attribute,
        amount: -change,
        otherwise: (stock?: { readonly [name: string]: unknown }) =>
          refusal("stock-below-reserved", { productId, available: Number(stock?.["available"] ?? 0) }),
      }));
      return part([{ kind: "change", key, take, guards: [] }]);
    },
  };
}

function row(product: Product) {
  const { kind, title, productId, status } = product;
  return {
    ...product,
    listPartition: "products",
    listSort: `${status}#${kind}#${title.nb}#${productId}`,
  };
}
