import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { agreementRoutes } from "#agreements/http/agreement-routes";
import { Instant, plusSeconds } from "#kernel/clock";
import { openAgreements } from "#test/agreements";
import { launchBrowser } from "#test/browser";
import { expectAccessible, pagesOf, servePages } from "#test/pages";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const ELEVEN = Instant.parse("2027-01-20T10:00:00.000Z");

/** A school two years into its agreement: a participant, a cohort to choose, meetings, and seats that soon run out. */
async function openSchool() {
  const at = await openAgreements(Instant.parse("2027-01-04T09:00:00.000Z"));
  const school = await at.agree({
    period: { from: "2025-08-01", to: "2027-06-30" },
    contacts: [{ name: "Rut <b>Đorđević</b>", email: "rut@example.no" }],
  });
  const spring = Instant.parse("2027-03-01T08:00:00.000Z");
  const cohort = await at.cohort(2027, 36, {
    title: { nb: "Kull 6 <script>" },
    sessions: [{ startsAt: spring, endsAt: plusSeconds(spring, 6 * 3600) }],
    signUpOpensAt: Instant.parse("2026-08-01T08:00:00.000Z"),
    signUpClosesAt: plusSeconds(spring, -86_400),
    cancellationDeadline: plusSeconds(spring, -86_400),
    namingDeadline: plusSeconds(spring, -86_400),
    questions: [
      { questionId: "profession", text: { nb: "Hvilket yrke har du?" }, kind: "text", required: true },
      {
        questionId: "service",
        text: { nb: "Hvor arbeider du?" },
        kind: "choice",
        choices: ["Skole", "SFO"],
        required: true,
      },
      { questionId: "diet", text: { nb: "Er det noe du ikke kan spise?" }, kind: "health", required: false },
    ],
  });
  // The list of what is to come is an index: the shop's shortcut writes none.
  await at.ports.unitOfWork.handle(at.origin(), async () => [at.ports.offerings.replace(cohort, { ...cohort })]);
  const answers = [
    { questionId: "profession", answer: "Lærer" },
    { questionId: "service", answer: "Skole" },
  ];
  const who = { name: "Ŋávdná <i>Eksempel</i>", email: "navdna@example.no" };
  const { offeringId: cohortId } = cohort;
  const command = { cohortId, participant: who, chosenGoods: [], answers };
  const { seatId } = await at.app.takeTrainerSeat(at.origin(), school.agreementId, command, school.caller);
  const time = { startsAt: ELEVEN, endsAt: plusSeconds(ELEVEN, 3600), venue: "Personalrommet" };
  await at.app.planMeetings.plan(at.origin(), school.agreementId, "core-group", time);
  const pages = await servePages(...pagesOf(agreementRoutes, at.app));
  onTestFinished(pages.close);
  const address = (path = "", lang = "nb") =>
    `${pages.url}/agreements/${school.agreementId}/page${path}?key=${school.contact.key}&lang=${lang}`;
  return { at, url: pages.url, address, cohortId, seatId };
}

test("an agreement's page shows what is used, left and promised, and is accessible, as are its forms with their errors", async () => {
  const { url, address, cohortId, seatId, at } = await openSchool();
  const book = await at.product(50);
  const deck = await at.product(50, { kind: "card-deck", title: { nb: "Styrkekort" } });
  // What is for sale is an index too.
  for (const each of [book, deck])
    await at.ports.unitOfWork.handle(at.origin(), async () => [at.ports.products.replace(each, { ...each })]);
  const html = await (await fetch(address())).text();
  for (const words of [
    "1 brukt, 5 igjen",
    "Ŋávdná &lt;i&gt;",
    "Kull 6 &lt;script&gt;",
    "som snart går ut",
    "Personalrommet",
  ]) {
    expect(html).toContain(words);
  }
  expect(html).not.toContain("<script>");
  await expectAccessible(browser, address("", "nn"));
  const send = (name: string) => async (page: Page) => {
    await page.getByRole("button", { name }).click();
    expect(await page.getByRole("alert").count()).toBe(1);
  };
  await expectAccessible(browser, address(`/cohorts/${cohortId}/participant`), send("Meld på deltakeren"));
  await expectAccessible(browser, address(`/seats/${seatId}/return`, "en"));
  await expectAccessible(browser, address("/materials"), async (page) => {
    await send("Se over bestillingen")(page);
    await page.getByLabel(/Antall ansatte/).fill("2");
    await page.getByRole("button", { name: "Se over bestillingen" }).click();
    await page.getByRole("button", { name: "Bestill med betalingsplikt" }).waitFor();
  });
  const sets = { [`employees-${book.productId}`]: "2", deck: deck.productId };
  const order = async (fields: object) => {
    const body = new URLSearchParams({ "idempotency-key": "sets-of-two-employees", ...sets, ...fields });
    return (await fetch(address("/materials"), { method: "POST", body })).text();
  };
  for (const seen of [{}, { "seen-total": "30000" }]) {
    const page = await order(seen);
    expect(page).toMatch(/I alt.*600\s(kr|&nbsp;kr).*Bestill med betalingsplikt/s);
    expect(page).not.toContain("Bestillingen er mottatt");
  }
  expect(await order({ "seen-total": "60000", change: "yes" })).toContain('value="2"');
  expect(await order({ "seen-total": "60000" })).toContain("Bestillingen er mottatt");
  await expectAccessible(browser, `${url}/agreement-enquiries/page?lang=nb`, send("Send forespørselen"));
});

test("a seat is moved to another cohort by the page, and the form says what it needs", async () => {
  const { at, address, seatId, cohortId } = await openSchool();
  const start = Instant.parse("2027-05-03T07:00:00.000Z");
  const before = await at.ports.offerings.get(cohortId);
  if (!before) throw new Error("The cohort is there.");
  const sessions = [{ startsAt: start, endsAt: plusSeconds(start, 6 * 3600) }];
  const { offeringId: _id, ...like } = before;
  const next = await at.cohort(2027, 36, { ...like, title: { nb: "Kull 7" }, sessions });
  await at.ports.unitOfWork.handle(at.origin(), async () => [at.ports.offerings.replace(next, { ...next })]);
  expect(await (await fetch(address())).text()).toContain("Flytt til et annet kull");
  const move = address(`/seats/${seatId}/move`);
  await expectAccessible(browser, move, async (page) => {
    await page.getByRole("button", { name: "Flytt plassen" }).click();
    expect(await page.getByRole("alert").textContent()).toContain("Velg et kull");
    expect(await page.getByLabel(/^Kull 7, begynner .*3\. mai 2027$/).count()).toBe(1);
  });
  const body = new URLSearchParams({ cohort: next.offeringId, "idempotency-key": randomUUID() });
  expect((await fetch(move, { method: "POST", body, redirect: "manual" })).status).toBe(303);
  const html = await (await fetch(address())).text();
  expect(html).toContain("1 brukt, 5 igjen");
  expect(html).toMatch(/Ŋávdná.*Kull 7/s);
});

test("another key opens nothing of it", async () => {
  const { address, seatId } = await openSchool();
  for (const path of [
    "",
    `/seats/${seatId}/participant`,
    `/seats/${seatId}/return`,
    `/seats/${seatId}/move`,
    "/materials",
  ]) {
    const wrong = address(path).replace(/key=\w{3}/, "key=000");
    expect((await fetch(wrong)).status).toBe(404);
  }
});
