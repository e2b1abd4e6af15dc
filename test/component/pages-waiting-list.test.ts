import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { acceptOfferUseCase } from "#registration/app/accept-offer";
import { getEntryDetailsUseCase } from "#registration/app/get-entry-details";
import { leaveWaitingListUseCase } from "#registration/app/leave-waiting-list";
import { entryPages } from "#registration/http/pages/entry-routes";
import { offerPages } from "#registration/http/pages/offer-routes";
import { launchBrowser } from "#test/browser";
import { openLine } from "#test/line";
import { expectAccessible, pagesOf, servePages } from "#test/pages";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A full course with two in line, and their pages. */
async function openPages() {
  const line = await openLine();
  const offering = await line.offering({ capacity: 1 });
  const order = await line.order(offering);
  const first = await line.join(offering);
  const second = await line.join(offering);
  const getEntryDetails = getEntryDetailsUseCase({ ...line.ports, getEntry: line.getEntry, clock: line.clock });
  const acceptOffer = acceptOfferUseCase({
    getEntry: line.getEntry,
    orderPlace: (origin, { place, ...order }, locale) =>
      line.placeOrder(
        origin,
        { ...order, payment: "card", goods: [], places: [place], mailProof: place.mailProof },
        locale,
      ),
  });
  const pages = await servePages(
    ...pagesOf(entryPages, { getEntryDetails, leaveWaitingList: leaveWaitingListUseCase(line.ports) }),
    ...pagesOf(offerPages, { getEntryDetails, acceptOffer }),
  );
  const context = await browser.newContext({ javaScriptEnabled: false });
  onTestFinished(async () => {
    await context.close();
    pages.close();
  });
  const page = await context.newPage();
  return {
    ...line,
    offering,
    first,
    second,
    page,
    main: () => page.locator("main").innerText(),
    address: (entry: typeof first, path = "", lang = "nb") =>
      `${pages.url}/offerings/${offering.offeringId}/waiting-list/${entry.entryId}/page${path}?key=${entry.key}&lang=${lang}`,
    /** The course's one place comes free. */
    async placeComesFree() {
      await line.cancelPlaces(offering, order.orderNumber);
      await line.settleEvents();
    },
  };
}

test("everybody in line sees their position", async () => {
  const { page, main, address, first, second } = await openPages();
  await page.goto(address(first));
  expect(await main()).toContain("Du er nummer 1 på ventelisten");
  await page.goto(address(second));
  expect(await main()).toContain("Du er nummer 2 på ventelisten");
});

test("who leaves is asked first, and the next moves up", async () => {
  const { page, main, address, first, second } = await openPages();
  await page.goto(address(first));
  await page.getByRole("link", { name: "Gå ut av ventelisten" }).click();
  await page.getByRole("button", { name: "Ja, gå ut av ventelisten" }).click();
  expect(await main()).toContain("Du står ikke lenger på ventelisten");
  await page.goto(address(second));
  expect(await main()).toContain("Du er nummer 1 på ventelisten");
});

test("an offer says until when it is held, and who says no gives it to the next", async () => {
  const { page, main, address, first, second, placeComesFree, settleEvents } = await openPages();
  await placeComesFree();
  await page.goto(address(first));
  expect(await main()).toMatch(/Vi holder den av til \w+dag 4\. november 2026 kl\.\s10\.00/);
  await page.getByRole("link", { name: "Nei takk" }).click();
  await page.getByRole("button", { name: "Ja, si nei takk" }).click();
  expect(await main()).toContain("Du har takket nei");
  await settleEvents();
  await page.goto(address(second));
  expect(await main()).toContain("Det er en ledig plass til deg");
});

test("whoever takes the offered place has it in an order to be paid, and can't take it twice", async () => {
  const { page, main, address, first, placeComesFree, placesTaken, offering } = await openPages();
  await placeComesFree();
  await page.goto(address(first));
  await page.getByRole("link", { name: "Ta plassen" }).click();
  expect(await page.getByLabel("Navnet ditt").inputValue()).toBe("Ola Eksempel");
  expect(await main()).toMatch(/I alt, med mva\.\s+950\skr/);
  await page.getByLabel("Navn på deltakeren").fill("Đorđe Eksempel");
  await page.getByRole("button", { name: "Bestill med betalingsplikt" }).click();
  expect(new URL(page.url()).pathname).toMatch(/^\/orders\/[^/]+\/page$/);
  expect(await placesTaken(offering)).toBe(1);
  await page.goto(address(first, "/order"));
  expect(await main()).toContain("Du har tatt plassen");
});

test("a mistake in the form of an offered place keeps what was typed, and the place", async () => {
  const { page, address, first, placeComesFree, see, offering } = await openPages();
  await placeComesFree();
  await page.goto(address(first, "/order"));
  await page.getByLabel("E-postadressen din").fill("ola@");
  await page.getByLabel("Navnet ditt").fill("");
  await page.getByRole("button", { name: "Bestill med betalingsplikt" }).click();
  expect(await page.getByRole("alert").getByRole("link").allInnerTexts()).toEqual([
    "Skriv navnet ditt",
    "Skriv en hel e-postadresse, som navn@example.no",
  ]);
  expect(await page.getByLabel("E-postadressen din").inputValue()).toBe("ola@");
  expect((await see(offering, first)).entry.status).toBe("offered");
});

test("an offer that nobody answered in time can't be answered any more", async () => {
  const { page, main, address, first, placeComesFree, pass } = await openPages();
  await placeComesFree();
  pass(48 * 3600);
  await page.goto(address(first));
  expect(await main()).toContain("Svarfristen er ute");
  expect(await page.locator("main").getByRole("link").count()).toBe(0);
});

test.each(["nb", "nn", "en"] as const)(
  "the waiting list's pages are accessible in every state, in %s",
  async (lang) => {
    const { address, first, placeComesFree, leave, offering } = await openPages();
    await expectAccessible(browser, address(first, "", lang));
    await placeComesFree();
    await expectAccessible(browser, address(first, "", lang));
    await expectAccessible(browser, address(first, "/leave", lang));
    await expectAccessible(browser, address(first, "/order", lang));
    await leave(offering, first);
    await expectAccessible(browser, address(first, "", lang));
  },
  120_000,
);
