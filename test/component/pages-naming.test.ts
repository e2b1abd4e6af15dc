import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Offering } from "#catalogue/ports/for-sale";
import { offeringKey } from "#catalogue/store/keys";
import type { Locale } from "#kernel/locale";
import { kroner } from "#kernel/money";
import { part } from "#kernel/transaction-part";
import { getNamingUseCase } from "#registration/app/get-naming";
import { nameParticipantUseCase } from "#registration/app/name-participant";
import { namingPages } from "#registration/http/pages/naming-routes";
import { launchBrowser } from "#test/browser";
import { expectAccessible, pagesOf, servePages } from "#test/pages";
import { KARI, ORDINARY, openShop } from "#test/shop";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const QUESTIONS: Offering["questions"] = [
  { questionId: "workplace", text: { nb: "Hvor arbeider du?" }, kind: "text", required: true },
  {
    questionId: "group",
    text: { nb: "Hvem arbeider du med?" },
    kind: "choice",
    choices: ["Barn", "Unge"],
    required: true,
  },
  { questionId: "diet", text: { nb: "Er det noe du ikke kan spise?" }, kind: "health", required: false },
];

/** An order of one place without a name, and the form that names it. */
async function openForm(locale: Locale = "nb", who: Offering["ticketTypes"][number]["who"] = "everyone") {
  const shop = await openShop();
  const [first, second] = [await shop.product(3), await shop.product(0, { title: { nb: "SMART ungdom" } })];
  const offering = await shop.offering({
    questions: QUESTIONS,
    includedGoods: [{ name: { nb: "lærebok" }, oneOf: [first.productId, second.productId] }],
  });
  const place = { offeringId: offering.offeringId, ticketTypeId: ORDINARY, chosenGoods: [], answers: [] };
  const order = await shop.placeOrder(
    shop.origin(),
    { buyer: KARI, payment: "card", goods: [], places: [place], expectedTotal: kroner(950) },
    locale,
  );
  const [line] = (await shop.ports.orders.get(order.orderNumber))?.lines ?? [];
  const placeId = line?.kind === "place" ? line.placeId : undefined;
  if (who !== "everyone") {
    // The ticket is for others from now on: who has a place keeps it, and who comes instead must be one of them.
    const ticketTypes = offering.ticketTypes.map((ticketType) => ({ ...ticketType, who }));
    const change = { kind: "change" as const, key: offeringKey(offering.offeringId), set: { ticketTypes }, guards: [] };
    await shop.ports.unitOfWork.handle(shop.origin(), async () => [part([change])]);
  }
  const ports = { ...shop.ports, clock: shop.clock };
  const pages = await servePages(
    ...pagesOf(namingPages, { getNaming: getNamingUseCase(ports), nameParticipant: nameParticipantUseCase(ports) }),
  );
  const context = await browser.newContext({ javaScriptEnabled: false });
  onTestFinished(async () => {
    await context.close();
    pages.close();
  });
  const page = await context.newPage();
  const address = `${pages.url}/orders/${order.orderNumber}/page/places/${placeId}/participant?key=${order.key}&lang=${locale}`;
  await page.goto(address);
  return {
    shop,
    page,
    address,
    offering,
    placeRow: () => shop.row({ pk: `OFFERING#${offering.offeringId}`, sk: `PLACE#${placeId}` }),
    async fill() {
      await page.getByLabel("Navn på deltakeren").fill("Ŋávdná <b>Đorđević</b> 🌱");
      await page.getByLabel("SMART oppvekst 3").check();
      await page.getByLabel("Hvor arbeider du?").fill("Eksempel barnehage");
      await page.getByLabel("Unge").check();
    },
    save: () => page.getByRole("button", { name: "Lagre deltakeren" }).click(),
  };
}

test("a participant is named, with the book of choice and the answers", async () => {
  const { page, fill, save, placeRow } = await openForm();
  await fill();
  await page.getByLabel("E-post til deltakeren").fill(" OLA@example.no ");
  await save();
  expect(new URL(page.url()).pathname).toMatch(/^\/orders\/[^/]+\/page$/);
  expect(await placeRow()).toMatchObject({
    participant: { name: "Ŋávdná <b>Đorđević</b> 🌱", email: "ola@example.no" },
    answers: [
      { questionId: "workplace", answer: "Eksempel barnehage" },
      { questionId: "group", answer: "Unge" },
    ],
    goods: [{ index: 0 }],
  });
});

test("every mistake is told in a summary that leads to its field, at the field, and nothing typed is lost", async () => {
  const { page, save, placeRow } = await openForm();
  await page.getByLabel("Hvor arbeider du?").fill("Eksempel <i>SFO</i>");
  await page.getByLabel("E-post til deltakeren").fill("ikke en adresse");
  await save();
  const summary = page.getByRole("alert");
  expect(await summary.getByRole("link").allInnerTexts()).toEqual([
    "Skriv navnet på deltakeren",
    "Skriv en hel e-postadresse, som navn@example.no, eller la feltet stå tomt",
    "Velg én: lærebok",
    "Svar på: Hvem arbeider du med?",
  ]);
  const name = page.getByLabel("Navn på deltakeren");
  expect(await name.getAttribute("aria-invalid")).toBe("true");
  const description = (await name.getAttribute("aria-describedby")) ?? "";
  expect(await page.locator(`#${description}`).innerText()).toBe("Skriv navnet på deltakeren");
  expect(await page.getByLabel("Hvor arbeider du?").inputValue()).toBe("Eksempel <i>SFO</i>");
  expect(await page.getByLabel("E-post til deltakeren").inputValue()).toBe("ikke en adresse");
  await summary.getByRole("link", { name: "Velg én: lærebok" }).click();
  expect(page.url()).toContain("#field-goods-0");
  expect(await page.locator("#field-goods-0").count()).toBe(1);
  expect(await placeRow()).not.toHaveProperty("participant");
});

test("a book that is sold out is told at the choice of book, and another can be chosen", async () => {
  const { page, fill, save, placeRow } = await openForm();
  await fill();
  await page.getByLabel("SMART ungdom").check();
  await save();
  expect(await page.getByRole("alert").getByRole("link").getAttribute("href")).toBe("#field-goods-0");
  await page.getByLabel("SMART oppvekst 3").check();
  await save();
  expect(await placeRow()).toHaveProperty("participant");
});

test("answers about health need their consent, and are never shown again", async () => {
  const { page, address, fill, save, placeRow } = await openForm();
  await fill();
  await page.getByLabel("Er det noe du ikke kan spise?").fill("Nøtter");
  await save();
  expect(await page.getByRole("alert").getByRole("link").getAttribute("href")).toBe("#field-consent");
  await page.getByLabel(/samtykker/).check();
  await save();
  expect(await placeRow()).toMatchObject({ healthAnswered: true });
  expect(JSON.stringify(await placeRow())).not.toContain("Nøtter");
  await page.goto(address);
  expect(await page.getByLabel("Er det noe du ikke kan spise?").inputValue()).toBe("");
  expect(await page.locator("main").innerText()).toContain("Det er svart på dette før");
});

test("an employees' ticket asks for a proved address, and takes the proof along", async () => {
  const { page, address } = await openForm("nb", "municipal-employees");
  const prove = (await page.getByRole("link", { name: "Bekreft e-postadressen" }).getAttribute("href")) ?? "";
  expect(new URL(prove, address).searchParams.get("next")).toBe(address.slice(address.indexOf("/orders")));
  await page.goto(`${address}&proof=${"0".repeat(32)}`);
  expect(await page.locator("main").innerText()).toContain("E-postadressen er bekreftet");
  expect(await page.locator("input[name=mail-proof]").getAttribute("value")).toBe("0".repeat(32));
});

test("after the deadline the page says what to do instead", async () => {
  const { shop, page, address, offering } = await openForm();
  shop.pass((Date.parse(offering.namingDeadline) - Date.parse(shop.clock())) / 1000);
  await page.goto(address);
  expect(await page.locator("main").innerText()).toContain("Ta kontakt med oss");
  expect(await page.getByRole("button").count()).toBe(0);
});

test.each(["nb", "nn", "en"] as const)(
  "the form is accessible, empty and with its mistakes, in %s",
  async (locale) => {
    const { address } = await openForm(locale);
    await expectAccessible(browser, address);
    await expectAccessible(browser, address, async (page) => {
      await page.getByRole("button").click();
      await page.getByRole("alert").waitFor();
    });
  },
  120_000,
);
