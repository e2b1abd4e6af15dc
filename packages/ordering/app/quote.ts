import * as z from "zod";
import type { ForSale } from "#catalogue/ports/for-sale";
import type { Clock } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import { mint, type RandomBytes } from "#kernel/id";
import { PlaceId } from "#kernel/ids";
import { StaffText } from "#kernel/locale";
import { Money, sum } from "#kernel/money";
import { norwegianDay } from "#kernel/norwegian-time";
import { VatPart } from "#kernel/vat";
import { FREIGHT_RATES } from "../domain/freight.ts";
import { type OrderLine, totalOf, vatSummary } from "../domain/order.ts";
import { priceLines, refuseTooMuch, ticketOnSale } from "../domain/place-order.ts";
import { goodsOnSale } from "./on-sale.ts";
import { Basket } from "./place-order.ts";

export const QuoteCommand = Basket.refine(({ goods, places }) => goods.length + places.length > 0, {
  message: "A basket has at least one line.",
  path: ["goods"],
});

/** Amounts in øre. Private persons see those with VAT; organisations net, VAT and gross. */
export const Quote = z.object({
  lines: z.array(
    z.object({
      kind: z.enum(["goods", "place", "service", "freight"]),
      title: StaffText,
      quantity: z.int(),
      unitPrice: Money,
      amount: Money,
      vat: z.array(VatPart),
    }),
  ),
  freight: Money,
  /** VAT by category. */
  vat: z.array(VatPart),
  /** What the order will be refused without, as `expectedTotal`: VAT and freight included. */
  total: Money,
});

export type MakeQuote = (basket: z.infer<typeof QuoteCommand>) => Promise<z.infer<typeof Quote>>;

/**
 * What a basket costs now, by the same pricing as an order; what a client must show right above the button that orders.
 * Holds nothing.
 *
 * @throws DomainError `product-not-for-sale`, `offering-not-open`, `ticket-type-unknown`, `freight-by-agreement`,
 *   `too-much-for-one-order`
 */
export function makeQuoteUseCase(ports: {
  readonly forSale: ForSale;
  readonly clock: Clock;
  readonly random: RandomBytes;
}): MakeQuote {
  const { forSale, clock, random } = ports;
  return async (basket) => {
    refuseTooMuch(basket);
    const { products, offerings } = await forSale.load({
      products: [...new Set(basket.goods.map((each) => each.productId))],
      offerings: [...new Set(basket.places.map((each) => each.offeringId))],
    });
    const places = basket.places.map(({ offeringId, ticketTypeId }) => {
      const offering = offerings.get(offeringId);
      if (offering?.status !== "published") throw refusal("offering-not-open", { offeringId, reason: "unpublished" });
      return { ticket: ticketOnSale(offering, ticketTypeId), placeId: mint(PlaceId, random) };
    });
    const goods = goodsOnSale(basket.goods, products);
    const lines = priceLines({ goods, places }, norwegianDay(clock()), FREIGHT_RATES);
    return {
      lines: lines.map((line) => ({ ...line, quantity: quantityOf(line) })),
      freight: sum(lines.filter((line) => line.kind === "freight").map((line) => line.amount)),
      vat: vatSummary(lines),
      total: totalOf(lines),
    };
  };
}

function quantityOf(line: OrderLine): number {
  return line.kind === "goods" ? line.quantity : 1;
}
