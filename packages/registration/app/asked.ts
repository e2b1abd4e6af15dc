import type { ForSale, Offering, Product } from "#catalogue/ports/for-sale";
import { refusal } from "#kernel/domain-error";
import type { OfferingId, ProductId } from "#kernel/ids";

/** What a participant is asked for: the offering's questions, and the goods to choose from. */
export interface Asked {
  readonly offering: Offering;
  readonly products: ReadonlyMap<ProductId, Product>;
}

/** @throws DomainError `not-found` */
export async function loadAsked(forSale: ForSale, offeringId: OfferingId): Promise<Asked> {
  const offering = (await forSale.load({ products: [], offerings: [offeringId] })).offerings.get(offeringId);
  if (!offering) throw refusal("not-found", {});
  const ids = offering.includedGoods.flatMap(({ oneOf }) => (oneOf.length > 1 ? oneOf : []));
  const { products } = await forSale.load({ products: [...new Set(ids)], offerings: [] });
  return { offering, products };
}
