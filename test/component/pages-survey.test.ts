import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { FIRST_CONSENT_TEXT } from "#survey/domain/content/consent-text";
import { FIRST_FORMS } from "#survey/domain/content/forms";
import { NEW } from "#survey/domain/link";
import type { OpenStudyRequest } from "#survey/domain/open-study";
import { routes } from "#survey/http/pages/routes";
import { launchBrowser } from "#test/browser";
import { expectAccessible, pagesOf, servePages } from "#test/pages";
import { openSurvey } from "#test/survey";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const YES = { answer: "yes", form: "A", version: FIRST_CONSENT_TEXT.version };
const [own = "", other = ""] = FIRST_FORMS.A.statements.map(({ statementId }) => statementId);
const onlyInC = "strengths-of-each-colleague";

/** Two people are invited to the first of two forms; nobody has answered. */
async function openPages(more: Partial<OpenStudyRequest> = {}) {
  const request = { consent: FIRST_CONSENT_TEXT, title: { nb: "Følgeevaluering av kull 5" }, ...more };
  const survey = await openSurvey({ people: 2, contents: FIRST_FORMS, request });
  const [first, second] = await survey.waves();
  const [somebody, another] = survey.everybody;
  if (!first || !second || !somebody || !another) throw new Error("There are two waves, and two people.");
  await survey.goTo(first.opensAt);
  const pages = await servePages(...pagesOf(routes, survey));
  onTestFinished(() => pages.close());
  const address = (part = "", who = somebody) => `${pages.url}/survey/${survey.linkOf(who)}${part}?lang=nb`;
  /** Sends a page's form as a browser would, with the cookie it was given. */
  const send = (part: string, form: Readonly<Record<string, string>> | [string, string][], cookie = "") =>
    fetch(address(part), {
      method: "POST",
      redirect: "manual",
      headers: { cookie },
      body: new URLSearchParams(form),
    });
  return {
    survey,
    first,
    second,
    somebody,
    another,
    address,
    send,
    /** Somebody has said yes to form A; the cookie is their device's. */
    async consented(): Promise<string> {
      const answer = await send("/consent", YES);
      expect(answer.status).toBe(303);
      return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    },
    async withoutScript(): Promise<Page> {
      const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
      context.setDefaultTimeout(10_000);
      onTestFinished(() => context.close());
      return context.newPage();
    },
  };
}

type Pages = Awaited<ReturnType<typeof openPages>>;

/** Everything the answers' table holds, to see that nothing was stored. */
const stored = ({ survey }: Pages) => survey.surveyRows();

const choose = (group: Locator, name: string | RegExp) => group.getByRole("radio", { name, exact: true }).check();

test("a form is answered on a phone, without script, by keyboard alone; what is left open is told and found again", async () => {
  const at = await openPages();
  const page = await at.withoutScript();
  await page.goto(at.address());
  await page.getByLabel("Jeg arbeider mest med barn og unge").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Styrkefokus, del 1 av 9" }).waitFor();

  // Four groups of radio buttons, a tab stop each; arrows choose. The last is left open.
  await page.getByRole("group").nth(0).getByRole("radio").first().focus();
  for (const presses of [6, 2, 9]) {
    await page.keyboard.press("Space");
    for (let press = 0; press < presses; press += 1) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").innerText()).toBe("Lagre og gå videre");
  await page.keyboard.press("Enter");

  for (let step = 2; step <= 9; step += 1) {
    await page.getByRole("heading", { name: `del ${step} av 9` }).waitFor();
    for (const group of await page.getByRole("group").all()) await choose(group, "8");
    await page.getByRole("button").click();
  }
  expect(await page.getByRole("status").innerText()).toContain("Du mangler svar på 1 påstand");
  await page.getByRole("link", { name: "Fortsett der du mangler svar" }).click();
  const chosen = await page
    .locator("input:checked")
    .evaluateAll((all) => all.map((each) => each.getAttribute("value")));
  expect(chosen).toEqual(["7", "3", "10"]);
  await choose(page.getByRole("group").nth(3), /^10\b.*stemmer helt$/);
  await page.getByRole("button").click();
  await page.goto(at.address());
  expect(await page.getByRole("status").innerText()).toContain("Takk! Alle svarene dine er lagret");
});

test("who is asked for consent is told from how many answers on a mean is shown, also where that is lower than usual", async () => {
  const at = await openPages({ limit: 3, limitReason: "Fem deltakere i alt" });
  expect(await (await fetch(at.address())).text()).toContain("minst 3 har svart");
});

test("the form must be chosen before yes, and no is kept and can be taken back", async () => {
  const at = await openPages();
  const page = await at.withoutScript();
  await page.goto(at.address());
  await page.getByRole("button", { name: "Jeg har lest dette og vil være med" }).click();
  expect(await page.getByRole("alert").innerText()).toContain("Velg hvilket skjema som passer for deg");
  await page.getByRole("button", { name: "Nei, jeg vil ikke være med" }).click();
  expect(await page.getByRole("status").innerText()).toContain("Du har sagt nei");
  await page.getByLabel("Jeg arbeider mest med personale og organisasjon").check();
  await page.getByRole("button", { name: "Jeg har lest dette og vil være med" }).click();
  expect(await page.getByRole("group").nth(2).innerText()).toContain("hver kollega");
});

test("a score that is none is told of at its statement, the others stay chosen, and nothing is stored", async () => {
  const at = await openPages();
  const cookie = await at.consented();
  const before = await stored(at);
  for (const score of ["0", "11", "5.5", "5,5", "ti", "", "1e1", "-3", "007"]) {
    const form = { revision: NEW, steps: "9", [`score-${own}`]: "4", [`score-${other}`]: score };
    const answer = await at.send("/steps/1", form, cookie);
    const html = await answer.text();
    expect(answer.status, score).toBe(422);
    expect(html).toContain("Velg et helt tall fra 1 til 10");
    expect(html).toContain(`href="#field-score-${other}"`);
    expect(html).toMatch(new RegExp(`name="score-${own}" value="4" checked`));
    expect(await stored(at)).toEqual(before);
  }
});

test("a number sent twice, a statement of another form and a form that isn't ours are refused, and nothing is stored", async () => {
  const at = await openPages();
  const cookie = await at.consented();
  const before = await stored(at);
  const twice = [
    ["revision", NEW],
    ["steps", "9"],
    [`score-${own}`, "4"],
    [`score-${own}`, "5"],
  ] satisfies [string, string][];
  expect((await at.send("/steps/1", twice, cookie)).status).toBe(422);
  const strange = await at.send(
    "/steps/1",
    { revision: NEW, steps: "9", [`score-${own}`]: "4", [`score-${onlyInC}`]: "5" },
    cookie,
  );
  expect(strange.status).toBe(422);
  expect(await strange.text()).toContain("hører ikke til skjemaet ditt");
  expect((await at.send("/steps/1", { [`score-${own}`]: "4" }, cookie)).status).toBe(400);
  const nowhere = await fetch(at.address("/steps/10"), { headers: { cookie } });
  expect(nowhere.status).toBe(404);
  expect(await stored(at)).toEqual(before);
  // The control: the same without what was wrong is stored.
  expect((await at.send("/steps/1", { revision: NEW, steps: "9", [`score-${own}`]: "4" }, cookie)).status).toBe(303);
  expect(await stored(at)).not.toEqual(before);
});

test("answered in two windows at once, one is saved; the other is shown again with what was chosen there", async () => {
  const at = await openPages();
  const cookie = await at.consented();
  const sent = await Promise.all(
    ["3", "9"].map((score) => at.send("/steps/1", { revision: NEW, steps: "9", [`score-${own}`]: score }, cookie)),
  );
  expect(sent.map(({ status }) => status).sort()).toEqual([303, 409]);
  const lost = sent.findIndex(({ status }) => status === 409);
  const html = (await sent[lost]?.text()) ?? "";
  expect(html).toContain("lagret fra et annet vindu");
  const chosen = ["3", "9"][lost];
  expect(html).toMatch(new RegExp(`name="score-${own}" value="${chosen}" checked`));
  const revision = /name="revision" value="([^"]+)"/.exec(html)?.[1] ?? "";
  const again = await at.send("/steps/1", { revision, steps: "9", [`score-${own}`]: chosen ?? "" }, cookie);
  expect(again.status).toBe(303);
});

test("a link that is used on another device shows nothing there; a new one goes to its owner, and the old one is done", async () => {
  const at = await openPages();
  const cookie = await at.consented();
  await at.send("/steps/1", { revision: NEW, steps: "9", [`score-${own}`]: "4" }, cookie);
  const before = await stored(at);
  const old = at.address();
  const stranger = await at.withoutScript();
  expect((await stranger.goto(old))?.status()).toBe(409);
  expect(await stranger.getByRole("alert").innerText()).toContain("i bruk på en annen enhet");
  expect(await stranger.locator("input[type=radio]").count()).toBe(0);
  expect((await at.send("/steps/1", { revision: NEW, steps: "9", [`score-${own}`]: "9" })).status).toBe(409);
  expect((await at.send("/withdrawal", {})).status).toBe(409);
  expect(await stored(at)).toEqual(before);

  await stranger.getByRole("button", { name: "Send meg en ny lenke" }).click();
  expect(await stranger.getByRole("status").innerText()).toContain("Vi har sendt deg en ny lenke");
  const phone = await at.withoutScript();
  await phone.goto(at.address("/steps/1"));
  expect(await phone.locator("input:checked").getAttribute("value")).toBe("4");
  await phone.getByRole("button").click();
  const replaced = await fetch(old, { headers: { cookie } });
  expect(replaced.status).toBe(410);
  expect(await replaced.text()).toContain("Du har fått en nyere lenke");
});

test("a link that nobody has, or that was cut off, says what to do", async () => {
  const at = await openPages();
  for (const address of [
    at.address().replace(/.(?=\?)/, (end) => (end === "x" ? "y" : "x")),
    at.address().slice(0, -30),
  ]) {
    const answer = await fetch(address, { headers: { accept: "text/html" } });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("Bruk lenken i den siste e-posten");
  }
});

test("a closed form says so, stores nothing, and its link still lets one withdraw", async () => {
  const at = await openPages();
  const cookie = await at.consented();
  const { status } = await at.send("/steps/1", { revision: NEW, steps: "9", [`score-${own}`]: "4" }, cookie);
  expect(status).toBe(303);
  const address = at.address();
  await at.survey.goTo(at.first.closesAt);
  const closed = await (await fetch(address, { headers: { cookie } })).text();
  expect(closed).toContain("Skjemaet er lukket");
  expect(closed).toContain("Trekk deg fra følgeevalueringen");
  const before = await stored(at);
  const post = (part: string, form: Readonly<Record<string, string>>) =>
    fetch(address.replace("?", `${part}?`), {
      method: "POST",
      headers: { cookie },
      body: new URLSearchParams(form),
    });
  const late = await post("/steps/1", { revision: NEW, steps: "9", [`score-${own}`]: "9" });
  expect(late.status).toBe(410);
  expect(await late.text()).toContain("svarene ble ikke lagret");
  expect((await post("/consent", YES)).status).toBe(410);
  expect(await stored(at)).toEqual(before);
  const withdrawn = await post("/withdrawal", {});
  expect(await withdrawn.text()).toContain("Vi har slettet svarene dine fra 1 samling.");
});

test("consent that is withdrawn between opening and sending: nothing is stored, and all that was there is gone", async () => {
  const at = await openPages();
  const page = await at.withoutScript();
  await page.goto(at.address());
  await page.getByLabel("Jeg arbeider mest med barn og unge").check();
  await page.getByRole("button", { name: "Jeg har lest dette og vil være med" }).click();
  const empty = (await at.survey.surveyRows()).length;
  await choose(page.getByRole("group").nth(0), "8");
  await page.getByRole("button").click();
  expect((await at.survey.surveyRows()).length).toBe(empty + 1);

  const elsewhere = await page.context().newPage();
  await elsewhere.goto(at.address());
  await elsewhere.getByRole("link", { name: "Trekk deg fra følgeevalueringen" }).click();
  await elsewhere.getByRole("button", { name: "Ja, trekk meg og slett svarene" }).click();
  expect(await elsewhere.getByRole("status").innerText()).toContain("slettet svarene dine fra 1 samling");
  const gone = await stored(at);
  expect((await at.survey.surveyRows()).length).toBe(empty - 1);

  await choose(page.getByRole("group").nth(0), "2");
  await page.getByRole("button").click();
  expect(await page.getByRole("alert").innerText()).toContain("har trukket samtykket");
  expect(await stored(at)).toEqual(gone);
  await page.getByRole("link", { name: "Til skjemaet" }).click();
  expect(await page.getByRole("status").innerText()).toContain("Du har trukket deg");
});

test("every page is accessible at 320 px: consent, its errors, a part, its errors, how far, withdrawal, in use, closed", async () => {
  const at = await openPages();
  const { address } = at;
  await expectAccessible(browser, address().replace("lang=nb", "lang=nn"), async (page) => {
    await page.getByRole("button").first().click();
    await page.getByRole("alert").waitFor();
  });
  const cookie = await at.consented();
  await expectAccessible(browser, address("/steps/1").replace("lang=nb", "lang=en"));
  await expectAccessible(browser, address("/withdrawal"));
  const [name = "", value = ""] = cookie.split("=");
  const asOwner = async (page: Page) => {
    await page.context().addCookies([{ name, value, url: `${address()}` }]);
    await page.reload();
  };
  await at.send("/steps/1", { revision: NEW, steps: "9", [`score-${own}`]: "4" }, cookie);
  await expectAccessible(browser, address());
  await expectAccessible(browser, address(), asOwner);
  const owned = at.address();
  await at.survey.goTo(at.first.closesAt);
  await expectAccessible(browser, owned, asOwner);
}, 120_000);

test("two minutes on a phone: a part weighs less than 10 kB, and each number is a target of 44 by 44 px", async () => {
  const at = await openPages();
  await at.consented();
  const page = await at.withoutScript();
  const answer = await page.goto(at.address("/steps/1"));
  expect(Buffer.byteLength((await answer?.text()) ?? "")).toBeLessThan(10 * 1024);
  const boxes = await page.locator(".centre-scale label").evaluateAll((all) =>
    all.map((each) => {
      const { width, height } = each.getBoundingClientRect();
      return Math.min(width, height);
    }),
  );
  expect(boxes).toHaveLength(40);
  expect(Math.min(...boxes)).toBeGreaterThanOrEqual(44);
});
