import * as z from "zod";
import { ProductId } from "#kernel/ids";
import { StaffText } from "#kernel/locale";
import { Money } from "#kernel/money";
import { VatCategory } from "#kernel/vat";

const AgeGroup = z.enum(["kindergarten", "primary", "lower-secondary", "youth", "adults", "all"]);

/** Goods: a book, a card deck, a poster. Prices in øre, VAT included. */
export const Product = z.object({
  productId: ProductId,
  kind: z.enum(["book", "card-deck", "poster"]),
  title: StaffText,
  description: StaffText.optional(),
  ageGroup: AgeGroup,
  price: Money,
  vatCategory: VatCategory,
  weightGrams: z.int().min(0).max(50_000),
  /** Address of a picture, with a text for those who don't see it. */
  picture: z.object({ path: z.string(), alt: StaffText }).optional(),
  status: z.enum(["draft", "published", "withdrawn"]),
  version: z.int().min(1),
});
export type Product = z.infer<typeof Product>;

/**
 * Stock of one product, in pieces: `onHand` lies on the shelf, `available` of them nobody has ordered.
 * Never below zero (rule 4).
 */
export const Stock = z.object({
  productId: ProductId,
  onHand: z.int().min(0),
  available: z.int().min(0),
});
export type Stock = z.infer<typeof Stock>;
