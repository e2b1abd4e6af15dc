import { expect, test } from "vitest";
import { newProduct, ProductDetails, publishProduct, withdrawProduct } from "#catalogue/domain/product";
import { StockAdjustment } from "#catalogue/domain/stock";
import { mint } from "#kernel/id";
import { ProductId } from "#kernel/ids";
import { productSeeds } from "#local/seed/products";
import { systemRandom } from "#platform/random";

const { details: book } = productSeeds["book-primary"];
const draft = newProduct(mint(ProductId, systemRandom), ProductDetails.parse(book));

test.each([
  ["book", "Z", true],
  ["book", "S", true],
  ["book", "E", false],
  ["card-deck", "S", true],
  ["card-deck", "O", true],
  ["card-deck", "Z", false],
  ["poster", "Z", false],
  ["poster", "E", false],
])("a %s under VAT category %s: %s", (kind, vatCategory, may) => {
  expect(ProductDetails.safeParse({ ...book, kind, vatCategory }).success).toBe(may);
});

test.each([
  ["a price below zero", { price: -1 }],
  ["a price in half øre", { price: 0.5 }],
  ["a price of a million kroner", { price: 100_000_000 }],
  ["a picture at another host", { picture: { path: "//evil.example/x.jpg", alt: { nb: "x" } } }],
  ["a picture without a text", { picture: { path: "/pictures/x.jpg", alt: { nb: "" } } }],
  ["a status of the client's own", { status: "published" }],
])("%s is refused", (_, changed) => {
  expect(ProductDetails.safeParse({ ...book, ...changed }).success).toBe(false);
});

test("a draft is published, withdrawn, and published again; a draft can't be withdrawn", () => {
  const withdrawn = withdrawProduct(publishProduct(draft));
  expect(withdrawn).toMatchObject({ status: "withdrawn", version: 3 });
  expect(publishProduct(withdrawn)).toMatchObject({ status: "published", version: 4 });
  expect(() => withdrawProduct(draft)).toThrow("product-not-for-sale");
});

test.each([
  [{ reason: "received", change: 5 }, true],
  [{ reason: "received", change: -5 }, false],
  [{ reason: "received", change: 0 }, false],
  [{ reason: "damaged", change: -1 }, true],
  [{ reason: "damaged", change: 1 }, false],
  [{ reason: "counted", change: 3 }, true],
  [{ reason: "counted", change: -3 }, true],
  [{ reason: "counted", change: 0 }, false],
  [{ reason: "counted", change: 1e9 }, false],
  [{ reason: "because", change: 1 }, false],
])("the adjustment %j: %s", (adjustment, may) => {
  expect(StockAdjustment.safeParse(adjustment).success).toBe(may);
});
