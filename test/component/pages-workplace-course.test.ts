import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { workplaceCoursePages } from "#agreements/http/pages/workplace-course-pages";
import { workplaceParticipantPages } from "#agreements/http/pages/workplace-participant-pages";
import { plusSeconds } from "#kernel/clock";
import { launchBrowser } from "#test/browser";
import { expectAccessible, pagesOf, servePages } from "#test/pages";
import { openWorkplaceCourses, quoteDetails } from "#test/workplace-course";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openPages() {
  const opened = await openWorkplaceCourses();
  const { app, ports, shop, requested } = opened;
  const served = await servePages(
    ...pagesOf([...workplaceCoursePages, ...workplaceParticipantPages], {
      requestWorkplaceCourse: app.request,
      readWorkplaceCourses: app.read,
      orderWorkplaceCourse: app.order,
      turnDownWorkplaceCourse: app.turnDown,
      listWorkplaceParticipants: app.list,
      changeWorkplaceParticipant: app.change,
    }),
  );
  onTestFinished(() => served.close());
  const { courseId } = await requested();
  const key = (await ports.workplaceCourses.get(courseId))?.key ?? "";
  const address = (lang: string) => `${served.url}/workplace-courses/${courseId}/page?key=${key}&lang=${lang}`;
  const quote = (details = quoteDetails) => app.answer.quote(shop.origin(), courseId, details);
  return { url: served.url, address, quote, shop };
}

test("asking for a course, answering its offer and listing participants work without script, and are accessible", async () => {
  const { url, address, quote } = await openPages();
  const send = (name: string) => async (page: Page) => {
    await page.getByRole("button", { name }).click();
    expect(await page.getByRole("alert").count()).toBe(1);
  };
  await expectAccessible(browser, `${url}/workplace-course-request/page?lang=nb`, send("Send forespørselen"));
  await expectAccessible(browser, address("en"));
  await quote();
  await expectAccessible(browser, address("nn"));
  const page = await browser.newPage();
  await page.goto(address("nb"));
  expect(await page.locator("main").innerText()).toMatch(/12\s000\skr/);
  await page.getByRole("button", { name: "Bestill med betalingsplikt" }).click();
  expect(await page.locator("main").innerText()).toContain("Kurset er bestilt");
  await page.getByLabel("Før opp deltakere").fill("Ola Eksempel;ola@\n<b>Kari</b>");
  await page.getByRole("button", { name: "Før opp" }).click();
  expect(await page.getByRole("alert").innerText()).toContain("rad 1, e-postadressen er ikke gyldig");
  await page.getByLabel("Før opp deltakere").fill("Ola Eksempel;ola@example.no\n<b>Kari</b>");
  await page.getByRole("button", { name: "Før opp" }).click();
  expect(await page.locator("main").innerText()).toContain("<b>Kari</b>");
  await page.close();
  await expectAccessible(browser, address("nb"), send("Før opp"));
});

test("one on the list is corrected and taken off it without script, and the form is accessible", async () => {
  const { address, quote } = await openPages();
  await quote();
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.goto(address("nb"));
  await page.getByRole("button", { name: "Bestill med betalingsplikt" }).click();
  await page.getByLabel("Før opp deltakere").fill("Ola Eksempel;ola@example.no\nAnne Eksempel");
  await page.getByRole("button", { name: "Før opp" }).click();
  const main = () => page.locator("main").innerText();
  await page.getByRole("link", { name: "Rett eller fjern Ola Eksempel" }).click();
  await expectAccessible(browser, page.url());
  expect(await page.getByLabel("E-postadresse").inputValue()).toBe("ola@example.no");
  await page.getByLabel("Navn", { exact: true }).fill("Anne Eksempel");
  await page.getByLabel("E-postadresse").fill("");
  await page.getByRole("button", { name: "Lagre" }).click();
  expect(await page.getByRole("alert").innerText()).toContain("står alt på listen");
  await page.getByLabel("Navn", { exact: true }).fill(" ");
  await page.getByLabel("E-postadresse").fill("ola@");
  await page.getByRole("button", { name: "Lagre" }).click();
  expect(await page.getByRole("alert").innerText()).toMatch(/Skriv navnet.*Skriv en hel e-postadresse/s);
  await page.getByLabel("Navn", { exact: true }).fill("Ola Ålesund");
  await page.getByLabel("E-postadresse").fill("ola.aa@example.no");
  await page.getByRole("button", { name: "Lagre" }).click();
  expect(await main()).toContain("Ola Ålesund (ola.aa@example.no)");
  expect(await main()).not.toContain("ola@example.no");
  await page.getByRole("link", { name: "Rett eller fjern Anne Eksempel" }).click();
  const gone = page.url();
  await page.getByRole("button", { name: "Fjern fra listen" }).click();
  expect(await main()).toContain("Én er ført opp:");
  expect(await main()).not.toContain("Anne");
  await page.goto(gone);
  expect(await main()).toContain("Vi finner ikke");
});

test("an offer whose time is up, and one that is gone, say what to do", async () => {
  const { address, quote, shop } = await openPages();
  await quote();
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.goto(address("nb"));
  await quote({ ...quoteDetails, capacity: 20 });
  await page.getByRole("button", { name: "Bestill med betalingsplikt" }).click();
  expect(await page.getByRole("alert").innerText()).toContain("Tilbudet er endret");
  expect(plusSeconds(shop.pass(40 * 86_400), 0) > quoteDetails.answerBy).toBe(true);
  await page.goto(address("nb"));
  expect(await page.locator("main").innerText()).toContain("Svarfristen er ute");
  expect(await page.getByRole("button", { name: "Bestill med betalingsplikt" }).count()).toBe(0);
});
