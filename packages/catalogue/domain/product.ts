import * as z from "zod";
import { refusal } from "#kernel/domain-error";
import { ProductId } from "#kernel/ids";
import { StaffText } from "#kernel/locale";
import { Money } from "#kernel/money";
import { VatCategory } from "#kernel/vat";

const AgeGroup = z.enum(["kindergarten", "primary", "lower-secondary", "youth", "adults", "all"]);

/** Goods as an administrator describes them: a book, a card deck, a poster. */
export const ProductDetails = z
  .strictObject({
    kind: z.enum(["book", "card-deck", "poster"]),
    title: StaffText,
    description: StaffText.optional(),
    ageGroup: AgeGroup,
    /** Øre, VAT included; at most NOK 100,000. */
    price: Money.refine((price) => price >= 0 && price <= 10_000_000, "A price is from 0 to 10 000 000 øre."),
    vatCategory: VatCategory,
    weightGrams: z.int().min(0).max(50_000),
    /** Address of a picture, with a text for those who don't see it. */
    picture: z
      .strictObject({
        path: z
          .string()
          .max(200)
          .regex(/^(\/[\w.-]+)+$/),
        alt: StaffText,
      })
      .optional(),
  })
  .refine(mayHaveVatCategory, {
    message: "Only a printed book may be zero-rated (Z), and no goods are exempt (E): mval. § 6-4, § 3-1.",
    path: ["vatCategory"],
  });
export type ProductDetails = z.infer<typeof ProductDetails>;

/** Goods with what the system knows of them. Prices in øre, VAT included. */
export const Product = z.object({
  ...ProductDetails.shape,
  productId: ProductId,
  status: z.enum(["draft", "published", "withdrawn"]),
  version: z.int().min(1),
});
export type Product = z.infer<typeof Product>;

/** The zero rate is for printed books only (mval. § 6-4); whoever isn't in the VAT register sells everything as O. */
function mayHaveVatCategory({ kind, vatCategory }: { kind: string; vatCategory: VatCategory }): boolean {
  if (vatCategory === "Z") return kind === "book";
  return vatCategory !== "E";
}

/** A product nobody can buy yet. */
export function newProduct(productId: ProductId, details: ProductDetails): Product {
  return { ...details, productId, status: "draft", version: 1 };
}

/** The product with other details. Orders keep the price they were placed at. */
export function editProduct({ productId, status, version }: Product, details: ProductDetails): Product {
  return { ...details, productId, status, version: version + 1 };
}

/** Puts a draft up for sale, or one that was withdrawn up again. A published one stays as it is. */
export function publishProduct(product: Product): Product {
  if (product.status === "published") return product;
  return { ...product, status: "published", version: product.version + 1 };
}

/**
 * Takes a product off sale; what has been ordered is still sent.
 *
 * @throws DomainError `product-not-for-sale` for a draft, which never was on sale
 */
export function withdrawProduct(product: Product): Product {
  if (product.status === "withdrawn") return product;
  if (product.status === "draft") throw refusal("product-not-for-sale", { productId: product.productId });
  return { ...product, status: "withdrawn", version: product.version + 1 };
}
