import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Locale } from "#kernel/locale";
import { kroner } from "#kernel/money";
import { Seller } from "#kernel/seller";
import { mailStatuses } from "#notifications/store/mail-statuses";
import { cancelPlacesUseCase } from "#ordering/app/cancel-places";
import { getOrderUseCase } from "#ordering/app/get-order";
import { getOrderDetailsUseCase } from "#ordering/app/get-order-details";
import { orderPages } from "#ordering/http/pages/routes";
import { paymentPages } from "#payment/http/pages/routes";
import { launchBrowser } from "#test/browser";
import { expectAccessible, pagesOf, servePages } from "#test/pages";
import { ORDINARY } from "#test/shop";
import { openTill } from "#test/till";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const BUYER = { name: "Ŋávdná Đorđević <script>alert(1)</script> 🌱", email: "buyer@example.no" };

/** An order of two books and two places, one of them not named, and its page. */
async function openOrder(locale: Locale = "nb") {
  const till = await openTill();
  const { shop } = till;
  const book = await shop.product(10);
  const offering = await shop.offering();
  const place = { offeringId: offering.offeringId, ticketTypeId: ORDINARY, chosenGoods: [], answers: [] };
  const order = await shop.placeOrder(
    shop.origin(),
    {
      buyer: BUYER,
      deliveryAddress: { name: BUYER.name, street: "Eksempelveien 1", postalCode: "5003", city: "Bergen" },
      payment: "card",
      goods: [{ productId: book.productId, quantity: 2 }],
      places: [{ ...place, participant: { name: BUYER.name } }, place],
      expectedTotal: kroner(2 * 950 + 2 * 200 + 79),
    },
    locale,
  );
  const getOrderDetails = getOrderDetailsUseCase({
    getOrder: getOrderUseCase(shop.ports.orders, mailStatuses(shop.table)),
    placeReads: shop.ports.placeReads,
    forSale: shop.ports.forSale,
    clock: shop.clock,
  });
  const seller = Seller.parse({ name: "SMART oppvekst", organisationNumber: "100000008", vatRegistered: true });
  const pages = await servePages(
    ...pagesOf(orderPages, { getOrderDetails, cancelPlaces: cancelPlacesUseCase(till.ports), seller }, till.stripe.url),
    ...pagesOf(paymentPages, till),
  );
  const context = await browser.newContext({ javaScriptEnabled: false });
  onTestFinished(async () => {
    await context.close();
    pages.close();
    await till.stripe.close();
  });
  const page = await context.newPage();
  const address = (more = "") => `${pages.url}/orders/${order.orderNumber}/page?key=${order.key}${more}`;
  await page.goto(address());
  const main = () => page.locator("main").innerText();
  return { ...till, order, pages, page, main, address };
}

test("an order that awaits its payment tells until when in Norwegian time, and what stands above the button is owed", async () => {
  const { page, main } = await openOrder();
  // The hold is 36 minutes from 12.00 UTC, 13.00 in Norway.
  expect(await main()).toMatch(/Vi holder av dette for deg til kl\.\s13\.36/);
  expect(await page.locator("form").first().innerText()).toMatch(/Å betale i alt\s+2\s379\skr\s+Betal/);
});

test("«Betal» leads to Stripe's page, and a paid order is confirmed with a receipt", async () => {
  const { page, main, address, deliver, stripe } = await openOrder();
  await page.getByRole("button", { name: "Betal" }).click();
  expect(page.url()).toContain(stripe.url);
  stripe.control.pay(page.url().slice(page.url().lastIndexOf("/") + 1));
  await deliver();
  await page.goto(address());
  expect(await main()).toContain("Bestillingen er bekreftet");
  expect(await page.getByRole("region", { name: "Kvittering" }).innerText()).toContain(
    "100 000 008 MVA".replaceAll(" ", "\u00a0"),
  );
  expect(await page.getByRole("button").count()).toBe(0);
});

test("a mail that did not get through is told where its reader can see it", async () => {
  const { page, main, order, shop, address } = await openOrder();
  expect(await main()).not.toContain("E-posten vår kom ikke fram");
  const { orderNumber } = order;
  const status = { status: "undeliverable", template: "order-confirmed", reason: "bounced", at: shop.clock() } as const;
  await shop.ports.unitOfWork.handle(shop.origin(), async () => [mailStatuses(shop.table).set(orderNumber, status)]);
  await page.goto(address());
  expect(await main()).toContain("E-posten vår kom ikke fram");
});

test("who comes back from Stripe before its word reaches us is asked for patience, not for money again", async () => {
  const { page, main, address } = await openOrder();
  await page.goto(address("&from=payment"));
  expect(await main()).toContain("vi venter på beskjed om betalingen");
  expect(await page.getByRole("button").count()).toBe(0);
});

test("one of two places is cancelled: its money is owed back, and the other stays", async () => {
  const { page, main, address, stripe, checkout, deliver, order, shop } = await openOrder();
  stripe.control.pay(await checkout(order));
  await deliver();
  await page.goto(address());
  await page.getByRole("link", { name: "Avbestill plassen" }).first().click();
  expect(await main()).toMatch(/Du får tilbake 950\skr på kortet/);
  await page.getByRole("button", { name: "Ja, avbestill plassen" }).click();
  expect(await main()).toContain("Plassen er avbestilt.");
  expect(await main()).toMatch(/Betales tilbake\s+950\skr/);
  expect(await page.getByRole("link", { name: "Avbestill plassen" }).count()).toBe(1);
  expect((await shop.ports.orders.get(order.orderNumber))?.total).toBe(kroner(950 + 2 * 200 + 79));
});

test("a buyer gets more time, once", async () => {
  const { page, main, pass } = await openOrder();
  await pass(20 * 60);
  await page.getByRole("button", { name: "Gi meg mer tid" }).click();
  expect(await main()).toMatch(/Vi holder av dette for deg til kl\.\s14\.06/);
  expect(await main()).toContain("kan ikke utsettes en gang til");
  expect(await page.getByRole("button", { name: "Gi meg mer tid" }).count()).toBe(0);
});

test("a buyer who pays too late is told that everything was given back", async () => {
  const { page, main, pass, closeUnpaidOrder, shop, order } = await openOrder();
  await pass(36 * 60);
  await closeUnpaidOrder(shop.origin(), order.orderNumber);
  await page.getByRole("button", { name: "Betal" }).click();
  expect(await main()).toContain("Derfor er plasser og varer frigitt");
  expect(page.url()).toContain("/page?key=");
});

test("names are shown as they were written, and are never markup", async () => {
  const { page, main } = await openOrder();
  expect(await main()).toContain(BUYER.name);
  expect(await page.locator("script").count()).toBe(0);
});

test("somebody else's key opens nothing", async () => {
  const { page, address, order } = await openOrder();
  const answer = await page.goto(address("&lang=nb").replace(order.key, "0".repeat(32)));
  expect(answer?.status()).toBe(404);
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("Vi finner ikke");
});

test("the page speaks the order's language, or the one that is asked for", async () => {
  const { page } = await openOrder("nn");
  expect(await page.locator("html").getAttribute("lang")).toBe("nn");
  await page.getByRole("link", { name: "English" }).click();
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  expect(await page.getByRole("button").first().innerText()).toBe("Pay");
});

test.each(["nb", "nn", "en"] as const)(
  "the order's page is accessible in every state, in %s",
  async (locale) => {
    const { address, stripe, checkout, deliver, order } = await openOrder(locale);
    await expectAccessible(browser, address());
    await expectAccessible(browser, address("&from=payment"));
    stripe.control.pay(await checkout(order));
    await deliver();
    await expectAccessible(browser, address());
    const cancelling = await browser.newPage();
    await cancelling.goto(address());
    const link = cancelling.locator("a[href*=cancellation]").first();
    await expectAccessible(browser, new URL((await link.getAttribute("href")) ?? "", address()).href);
    await cancelling.close();
    const expired = await openOrder(locale);
    await expired.pass(36 * 60);
    await expectAccessible(browser, expired.address());
    await expired.closeUnpaidOrder(expired.shop.origin(), expired.order.orderNumber);
    await expectAccessible(browser, expired.address());
  },
  120_000,
);
