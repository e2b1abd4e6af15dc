import { beforeEach, expect, test } from "vitest";
import { type Product, ProductDetails } from "#catalogue/domain/product";
import { CorrelationId } from "#kernel/event";
import type { StaffText } from "#kernel/locale";
import type { Origin } from "#kernel/origin";
import { productSeeds } from "#local/seed/products";
import { type Catalogue, openCatalogue } from "#test/catalogue";

const details = ProductDetails.parse(productSeeds["book-primary"].details);
let shop: Catalogue;

beforeEach(async () => {
  shop = await openCatalogue();
});

async function onSale(pieces: number, title: StaffText = details.title): Promise<Product> {
  const draft = await shop.app.createProduct(shop.origin(), { ...details, title });
  await shop.app.adjustStock(shop.origin(), draft.productId, { reason: "received", change: pieces });
  return shop.app.changeProduct.publish(shop.origin(), draft);
}

async function stockOf({ productId }: Product) {
  return (await shop.app.readProducts.one("all", productId)).stock;
}

/** Reserves pieces as an order does. */
async function reserve({ productId }: Product, quantity: number): Promise<void> {
  await shop.ports.unitOfWork.handle(shop.origin(), async () => [shop.ports.stock.reserve(productId, quantity)]);
}

test("a draft has an empty shelf and can't be seen; published it can, and withdrawn no more", async () => {
  const draft = await shop.app.createProduct(shop.origin(), details);
  expect(await stockOf(draft)).toMatchObject({ onHand: 0, available: 0 });
  const publicly = () => shop.app.readProducts.one("published", draft.productId);
  await expect(publicly()).rejects.toMatchObject({ code: "not-found" });
  const published = await shop.app.changeProduct.publish(shop.origin(), draft);
  expect((await publicly()).product).toMatchObject({ title: details.title, status: "published" });
  await shop.app.changeProduct.withdraw(shop.origin(), published);
  await expect(publicly()).rejects.toMatchObject({ code: "not-found" });
});

test("of two edits of the same version one is kept, and the other told which version there is", async () => {
  const product = await onSale(1);
  const edit = (title: string) =>
    shop.app.changeProduct.edit(shop.origin(), product, { ...details, title: { nb: title } });
  const outcomes = await Promise.allSettled([edit("En"), edit("To")]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await expect(edit("Tre")).rejects.toMatchObject({ code: "changed-meanwhile", details: { version: 3 } });
});

test("pieces that somebody has ordered can't be written off", async () => {
  const product = await onSale(10);
  const { productId } = product;
  await reserve(product, 7);
  const lose = (pieces: number) => shop.app.adjustStock(shop.origin(), productId, { reason: "lost", change: -pieces });
  await expect(lose(4)).rejects.toMatchObject({ code: "stock-below-reserved", details: { productId, available: 3 } });
  expect(await stockOf(product)).toMatchObject({ onHand: 10, available: 3 });
  await lose(3);
  expect(await stockOf(product)).toMatchObject({ onHand: 7, available: 0 });
  const adjusted = (await shop.facts("catalogue.stock-adjusted.v1")).map(({ data }) => data); // at one moment: in any order
  expect(adjusted).toHaveLength(2);
  expect(adjusted).toContainEqual({ productId, change: 10, reason: "received" });
  expect(adjusted).toContainEqual({ productId, change: -3, reason: "lost" });
});

test("writing off and ordering at once never makes more or less of the stock", async () => {
  const product = await onSale(8);
  const outcomes = await Promise.allSettled([
    ...Array.from({ length: 6 }, () => reserve(product, 1)),
    shop.app.adjustStock(shop.origin(), product.productId, { reason: "damaged", change: -4 }),
    shop.app.adjustStock(shop.origin(), product.productId, { reason: "counted", change: 1 }),
  ]);
  const done = outcomes.map(({ status }) => status === "fulfilled");
  const ordered = done.slice(0, 6).filter(Boolean).length;
  const onHand = 8 - (done[6] ? 4 : 0) + (done[7] ? 1 : 0);
  expect(await stockOf(product)).toMatchObject({ onHand, available: onHand - ordered });
});

test("a repeated request has its first answer, and one effect", async () => {
  const product = await shop.app.createProduct(shop.origin(), details);
  const origin: Origin = {
    correlationId: CorrelationId.parse("request"),
    idempotency: { scope: "adjust-stock", key: "same", requestHash: "same" },
  };
  const receive = () => shop.app.adjustStock(origin, product.productId, { reason: "received", change: 5 });
  expect(await receive()).toEqual(await receive());
  expect(await stockOf(product)).toMatchObject({ onHand: 5 });
});

test("the list shows what is for sale, in order of title, a page at a time", async () => {
  for (const nb of ["C", "A", "B"]) await onSale(1, { nb });
  await shop.app.createProduct(shop.origin(), details);
  const titles: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await shop.app.readProducts.list("published", { limit: 2, cursor });
    titles.push(...page.items.map(({ product }) => product.title.nb));
    cursor = page.cursor;
  } while (cursor);
  expect(titles).toEqual(["A", "B", "C"]);
  expect((await shop.app.readProducts.list("all", { limit: 10 })).items).toHaveLength(4);
  await expect(shop.app.readProducts.list("published", { limit: 2, cursor: "nonsense" })).rejects.toMatchObject({
    code: "invalid-request",
  });
});
