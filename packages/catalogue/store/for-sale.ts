import type { ForSale, Offering as OfferingForSale, Product as ProductForSale } from "#catalogue/ports/for-sale";
import type { OfferingId, ProductId } from "#kernel/ids";
import { getItems, type Table } from "#platform/dynamo/table";
import { Offering } from "../domain/offering.ts";
import { Product } from "../domain/product.ts";
import { offeringKey, productKey } from "./keys.ts";

/** Enough for all that is sold at a time; the oldest are forgotten first. */
const REMEMBERED = 500;

export function forSale(table: Table): ForSale {
  const products = new Map<ProductId, ProductForSale>();
  const offerings = new Map<OfferingId, OfferingForSale>();

  const load: ForSale["load"] = async (asked) => {
    const found = await getItems<Product | Offering>(table, [
      ...asked.products.map((productId) => ({ key: productKey(productId), schema: Product })),
      ...asked.offerings.map((offeringId) => ({ key: offeringKey(offeringId), schema: Offering })),
    ]);
    for (const each of found) {
      if (each && "productId" in each) remember(products, each.productId, each);
      if (each && "offeringId" in each) remember(offerings, each.offeringId, each);
    }
    return recalled(asked);
  };

  const recalled = (asked: Parameters<ForSale["load"]>[0]) => ({
    products: only(products, asked.products),
    offerings: only(offerings, asked.offerings),
  });

  return {
    load,
    async recall(asked) {
      const known = recalled(asked);
      const all = known.products.size === asked.products.length && known.offerings.size === asked.offerings.length;
      return all ? known : load(asked);
    },
  };
}

function remember<Id, Thing>(memory: Map<Id, Thing>, id: Id, thing: Thing): void {
  memory.delete(id);
  memory.set(id, thing);
  const [oldest] = memory.keys();
  if (memory.size > REMEMBERED && oldest !== undefined) memory.delete(oldest);
}

function only<Id, Thing>(memory: ReadonlyMap<Id, Thing>, ids: readonly Id[]): ReadonlyMap<Id, Thing> {
  return new Map(
    ids.flatMap((id) => {
      const thing = memory.get(id);
      return thing === undefined ? [] : [[id, thing] as const];
    }),
  );
}
