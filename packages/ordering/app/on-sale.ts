import type { Offering, Product } from "#catalogue/ports/for-sale";
import { invariant, refusal } from "#kernel/domain-error";
import type { ProductId, TicketTypeId } from "#kernel/ids";
import type { GoodsOnSale, TicketOnSale } from "../domain/place-order.ts";

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

/** A ticket type of an offering as an order's line needs it. @throws DomainError `ticket-type-unknown` */
export function ticketOnSale(offering: Offering, ticketTypeId: TicketTypeId): TicketOnSale {
  const { offeringId, title, venue } = offering;
  const ticketType = offering.ticketTypes.find((each) => each.ticketTypeId === ticketTypeId);
  if (!ticketType) throw refusal("ticket-type-unknown", { offeringId, ticketTypeId });
  const [first] = offering.sessions;
  invariant(first !== undefined, "an offering has at least one session");
  const { name, price, vatAllocation } = ticketType;
  return {
    offeringId,
    title,
    startsAt: first.startsAt,
    ...(venue.kind === "place" && { venue: `${venue.name}, ${venue.address}` }),
    ticketTypeId,
    ticketName: name,
    price,
    vatAllocation,
  };
}
