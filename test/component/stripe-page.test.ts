import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser } from "#test/browser";
import { openStripe, sessionParams } from "#test/stripe-stand-in";

let browser: Browser;
let world: Awaited<ReturnType<typeof openStripe>>;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  world = await openStripe();
  context = await browser.newContext({ javaScriptEnabled: false });
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await world.close();
});

/** Opens the page of a new session whose buyer comes back to addresses on this machine. */
async function openPage(overrides: Parameters<typeof world.session>[0] = {}): Promise<string> {
  const { id, url } = await world.session({
    success_url: `${world.url}/takk?session={CHECKOUT_SESSION_ID}`,
    cancel_url: `${world.url}/avbrutt`,
    ...overrides,
  });
  await page.goto(url ?? "");
  return id;
}

const press = (name: string) => page.getByRole("button", { name, exact: true }).click();

describe("the payment page, without JavaScript,", () => {
  it("shows the lines and the sum, in Norwegian", async () => {
    await openPage();
    expect(await page.locator("html").getAttribute("lang")).toBe("nb");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toMatch(/^Betal 950,00\skr$/);
    expect(await page.locator("tbody tr").innerText()).toMatch(/^Lærebok\s+2\s+950,00\skr$/);
  });

  it("pays, and goes back to the shop with the session's id", async () => {
    const id = await openPage();
    await press("Betal");
    expect(page.url()).toBe(`${world.url}/takk?session=${id}`);
    await world.control.idle();
    expect(world.received.map(({ event }) => event.data.object)).toMatchObject([{ id, payment_status: "paid" }]);
  });

  it("says that the card was declined, and takes another try", async () => {
    const id = await openPage();
    await press("Avslå kort");
    expect(await page.getByRole("alert").innerText()).toContain("Kortet ble avslått");
    await press("Betal");
    expect(page.url()).toBe(`${world.url}/takk?session=${id}`);
  });

  it("pays later: back to the shop at once, and the money comes by a button", async () => {
    const id = await openPage();
    await press("Betal senere");
    expect(page.url()).toBe(`${world.url}/takk?session=${id}`);
    await page.goto(`${world.url}/c/pay/${id}`);
    await press("Pengene kommer");
    expect(await page.locator("main").innerText()).toContain("Betalt");
    await world.control.idle();
    expect(world.types().sort()).toEqual(["checkout.session.async_payment_succeeded", "checkout.session.completed"]);
  });

  it("pays later, and the money does not come", async () => {
    const id = await openPage();
    await press("Betal senere");
    await page.goto(`${world.url}/c/pay/${id}`);
    await press("Pengene uteblir");
    expect(await page.locator("main").innerText()).toContain("Pengene kom ikke");
    expect(await world.stripe.checkout.sessions.retrieve(id)).toMatchObject({ payment_status: "unpaid" });
  });

  it("closes: back to the shop, and the session stays open", async () => {
    const id = await openPage();
    await press("Lukk");
    expect(page.url()).toBe(`${world.url}/avbrutt`);
    expect(await world.stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: "open", payment_intent: null });
  });

  it("offers nothing when the time is out, also to a button pressed too late", async () => {
    const id = await openPage();
    await world.pass(24 * 60 * 60);
    await press("Betal");
    expect(await page.locator("main").innerText()).toContain("Tiden for å betale er ute");
    expect(await page.getByRole("button").count()).toBe(0);
    expect(await world.stripe.checkout.sessions.retrieve(id)).toMatchObject({
      status: "expired",
      payment_status: "unpaid",
    });
  });

  it("shows a product's name as text, whatever is in it", async () => {
    const name = `<b>"Æ" & 'ø'</b>`;
    const price_data = { currency: "nok", unit_amount: 10_000, product_data: { name } };
    await openPage({ line_items: [{ quantity: 1, price_data }] });
    expect(await page.locator("tbody th").innerText()).toBe(name);
  });

  it("says so when there is no such session", async () => {
    const answer = await page.goto(`${world.url}/c/pay/cs_test_none`);
    expect(answer?.status()).toBe(404);
    expect(await page.getByRole("heading").innerText()).toBe("Fant ikke betalingen");
  });
});

it("the payment page is accessible in every state", async () => {
  const scripted = await browser.newContext();
  const scriptedPage = await scripted.newPage();
  const violations = async (id: string) => {
    await scriptedPage.goto(`${world.url}/c/pay/${id}`);
    return (await new AxeBuilder({ page: scriptedPage }).analyze()).violations.map((violation) => violation.id);
  };
  const { id } = await world.stripe.checkout.sessions.create(sessionParams);
  expect(await violations(id)).toEqual([]);
  world.control.decline(id);
  expect(await violations(id)).toEqual([]);
  world.control.payLater(id);
  expect(await violations(id)).toEqual([]);
  world.control.settleLater(id, "succeeded");
  expect(await violations(id)).toEqual([]);
  await scripted.close();
});
