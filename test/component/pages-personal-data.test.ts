import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { personalDataPages } from "#people/http/pages/personal-data-page-routes";
import { launchBrowser } from "#test/browser";
import { expectAccessible, pagesOf, servePages } from "#test/pages";
import { openRichLife, PETRA } from "#test/rich-life";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openPages() {
  const life = await openRichLife();
  const { requestPersonalData, confirmErasure, read } = life;
  const pages = await servePages(
    ...pagesOf(personalDataPages, { requestPersonalData, confirmErasure, readPersonalData: read }),
  );
  const context = await browser.newContext({ javaScriptEnabled: false });
  onTestFinished(async () => {
    await context.close();
    pages.close();
  });
  const page = await context.newPage();
  const proof = await life.shop.mailProof(PETRA.email);
  return { life, page, start: `${pages.url}/personal-data/page?lang=nb`, proof };
}

test("whoever has not proved an address is sent to prove it, and comes back", async () => {
  const { page, start } = await openPages();
  await page.goto(start);
  const link = await page.getByRole("link", { name: "Bekreft e-postadressen din" }).getAttribute("href");
  expect(decodeURIComponent(link ?? "")).toContain("next=/personal-data/page?lang=nb");
  await expectAccessible(browser, start);
});

test("an erasure is confirmed by a button, and the page tells what was erased, what was kept and why", async () => {
  const { life, page, start, proof } = await openPages();
  const order = await life.order();
  await life.order({ payment: "free" });
  await page.goto(`${start}&proof=${proof}`);
  await page.getByRole("button", { name: "Gå videre" }).click();
  expect(await page.getByRole("alert").innerText()).toContain("Velg om du vil se opplysningene eller få dem slettet");
  await expectAccessible(browser, `${start}&proof=${proof}`);
  await page.getByLabel("E-postadressen du har bekreftet").fill("rut@example.no");
  await page.getByLabel("Slette opplysningene dere har om meg").check();
  await page.getByRole("button", { name: "Gå videre" }).click();
  expect(await page.getByRole("alert").innerText()).toContain("Bekreft e-postadressen først");
  await page.getByLabel("E-postadressen du har bekreftet").fill(PETRA.email);
  await page.getByRole("button", { name: "Gå videre" }).click();
  const address = page.url();
  expect(address).not.toContain("petra");
  await expectAccessible(browser, address);
  await life.settle();
  expect(await life.shop.ports.orders.get(order.orderNumber)).toEqual(order);
  await page.getByRole("button", { name: "Ja, slett opplysningene" }).click();
  expect(await page.getByRole("status").innerText()).toContain("Vi sletter opplysningene");
  await life.settle();
  await page.reload();
  const told = await page.getByRole("main").innerText();
  for (const words of ["Gjort navnløst", "Sperret", "bokføringsloven § 13", "1. januar 2032"])
    expect(told).toContain(words);
  await expectAccessible(browser, address);
});

test("an export is a page with names that people know, in their own language", async () => {
  const { life, page, start, proof } = await openPages();
  await life.live();
  await page.goto(`${start.replace("nb", "en")}&proof=${proof}`);
  await page.getByLabel("The e-mail address you have confirmed").fill(PETRA.email);
  await page.getByLabel("See the data you have about me").check();
  await page.getByRole("button", { name: "Go on" }).click();
  expect(await page.getByRole("status").innerText()).toContain("We are gathering the data");
  await life.settle();
  await page.reload();
  const told = await page.getByRole("main").innerText();
  for (const words of [
    "Orders",
    "Delivery address",
    PETRA.street,
    "Certificates",
    "Portfolio and essay",
    PETRA.phone,
  ]) {
    expect(told).toContain(words);
  }
  await expectAccessible(browser, page.url());
});
