import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { proveMailUseCase } from "#people/app/prove-mail";
import { requestMailCodeUseCase } from "#people/app/request-mail-code";
import { peoplePages } from "#people/http/pages/routes";
import { callerLimit } from "#people/store/caller-limit";
import { mailCodes } from "#people/store/mail-codes";
import { launchBrowser } from "#test/browser";
import { expectAccessible, pagesOf, servePages } from "#test/pages";
import { openShop } from "#test/shop";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openPages(query = "lang=nb") {
  const shop = await openShop();
  const codes = mailCodes(shop.table);
  const ports = { unitOfWork: shop.ports.unitOfWork, mailCodes: codes, callerLimit: callerLimit(shop.table) };
  const pages = await servePages(
    ...pagesOf(peoplePages, { requestMailCode: requestMailCodeUseCase(ports), proveMail: proveMailUseCase(ports) }),
  );
  const context = await browser.newContext({ javaScriptEnabled: false });
  onTestFinished(async () => {
    await context.close();
    pages.close();
  });
  const page = await context.newPage();
  const address = `${pages.url}/mail-codes/page?${query}`;
  await page.goto(address);
  return {
    page,
    address,
    /** Asks for a code, and gives the one that the mail would hold. */
    async askForCode(): Promise<string> {
      await page.getByLabel("E-postadressen din").fill("ola@example.no");
      await page.getByRole("button", { name: "Send meg en kode" }).click();
      return (await codes.address("ola@example.no"))?.current?.code ?? "";
    },
    async give(code: string): Promise<void> {
      await page.getByLabel("Kode på seks sifre").fill(code);
      await page.getByRole("button", { name: "Bekreft" }).click();
    },
  };
}

test("a code from the mail proves the address", async () => {
  const { page, askForCode, give } = await openPages();
  const code = await askForCode();
  expect(page.url()).not.toContain("ola");
  await give(code);
  expect(await page.getByRole("status").innerText()).toContain("E-postadressen er bekreftet");
});

test("the proof goes on to the page that needs it, and never to another host", async () => {
  const { page, askForCode, give, address } = await openPages(`lang=nb&next=${encodeURIComponent("/orders/x?key=1")}`);
  await give(await askForCode());
  expect(page.url()).toMatch(/\/orders\/x\?key=1&proof=[0-9a-z]{32}$/);
  for (const next of ["//evil.example.com", "https://evil.example.com"]) {
    const answer = await page.goto(address.replace(/next=.*/, `next=${encodeURIComponent(next)}`));
    expect(answer?.status()).toBe(400);
  }
});

test("a wrong code is told at its field, and the right one still helps", async () => {
  const { page, askForCode, give } = await openPages();
  const code = await askForCode();
  await give("12");
  expect(await page.getByRole("alert").innerText()).toContain("Skriv de seks sifrene fra e-posten");
  await give(code === "000000" ? "000001" : "000000");
  expect(await page.getByRole("alert").innerText()).toContain("Koden stemmer ikke");
  await give(code);
  expect(await page.getByRole("status").innerText()).toContain("bekreftet");
});

test.each(["nb", "nn", "en"])(
  "the pages are accessible, in %s",
  async (lang) => {
    const { address } = await openPages(`lang=${lang}`);
    await expectAccessible(browser, address);
    await expectAccessible(browser, address, async (page) => {
      await page.getByRole("button").click();
      await page.getByRole("alert").waitFor();
    });
    await expectAccessible(browser, address, async (page) => {
      await page.getByRole("textbox").fill("ola@example.no");
      await page.getByRole("button").click();
      await page.locator("#field-code").waitFor();
    });
  },
  120_000,
);
