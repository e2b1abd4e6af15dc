import * as z from "zod";
import { Instant } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import { AgreementId, OrderNumber, ProductId } from "#kernel/ids";
import { type Money, ore } from "#kernel/money";
import { PostalAddress } from "#kernel/organisation";
import type { Prices } from "./agreement.ts";

/** Sets for the employees of one grade: each gets the book of that grade, and a deck of cards. */
const Sets = z.strictObject({ bookId: ProductId, deckId: ProductId, employees: z.int().min(1).max(1000) });

export const Materials = z.strictObject({
  sets: z
    .array(Sets)
    .min(1)
    .max(20)
    .refine((sets) => new Set(sets.map(({ bookId }) => bookId)).size === sets.length, {
      message: "Each book once, with all the employees who get it.",
    }),
  /** Left out: to the organisation's own address. */
  deliveryAddress: PostalAddress.optional(),
});
export type Materials = z.infer<typeof Materials>;

/** An order of materials under an agreement. */
export const MaterialsOrder = z.object({
  agreementId: AgreementId,
  orderNumber: OrderNumber,
  orderedAt: Instant,
  by: z.string(),
  employees: z.int().min(1),
});
export type MaterialsOrder = z.infer<typeof MaterialsOrder>;

export interface Goods {
  readonly productId: ProductId;
  readonly quantity: number;
  readonly unitPrice: Money;
}

/** Every product that a set is made of. */
export function productsOf({ sets }: Materials): ProductId[] {
  return [...new Set(sets.flatMap(({ bookId, deckId }) => [bookId, deckId]))];
}

/** What sets cost in all at an agreement's prices, VAT included. */
export function priceOfSets({ sets }: Materials, { book, deck }: Prices): Money {
  return ore(sets.reduce((sum, { employees }) => sum + employees * (book + deck), 0));
}

/**
 * The lines that sets come to at an agreement's prices: books and decks apart, since they bear VAT each in its own way;
 * one line a product.
 *
 * @throws DomainError `product-not-for-sale`; `not-part-of-a-set` when a book is asked for where there must be a deck
 */
export function goodsOf(
  { sets }: Materials,
  products: ReadonlyMap<ProductId, { readonly kind: "book" | "card-deck" | "poster" }>,
  prices: Prices,
): Goods[] {
  const line = (productId: ProductId, needed: "book" | "card-deck", quantity: number): Goods => {
    const product = products.get(productId);
    if (!product) throw refusal("product-not-for-sale", { productId });
    if (product.kind !== needed) throw refusal("not-part-of-a-set", { productId, needed });
    return { productId, quantity, unitPrice: needed === "book" ? prices.book : prices.deck };
  };
  const decks = Map.groupBy(sets, ({ deckId }) => deckId);
  return [
    ...sets.map(({ bookId, employees }) => line(bookId, "book", employees)),
    ...[...decks].map(([deckId, of]) =>
      line(
        deckId,
        "card-deck",
        of.reduce((sum, { employees }) => sum + employees, 0),
      ),
    ),
  ];
}
