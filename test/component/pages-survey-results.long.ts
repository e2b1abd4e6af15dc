import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, PersonId } from "#kernel/caller";
import { mint } from "#kernel/id";
import { systemRandom } from "#platform/random";
import { FIRST_FORMS } from "#survey/domain/content/forms";
import { resultsPages } from "#survey/http/results/results-routes";
import { launchBrowser } from "#test/browser";
import { expectAccessible, pagesOf, servePages } from "#test/pages";
import { openSurvey, type Survey } from "#test/survey";

const READER: Caller = {
  kind: "person",
  personId: mint(PersonId, systemRandom),
  email: "forsker@example.com",
  roles: ["survey-reader"],
};

let survey: Survey;
let pages: Awaited<ReturnType<typeof servePages>>;

/** Two gatherings: eight answer form A, a little higher the second time, and four form C. */
beforeAll(async () => {
  survey = await openSurvey({ people: 12, contents: FIRST_FORMS });
  for (const [gathering, { opensAt, closesAt }] of (await survey.waves()).entries()) {
    await survey.goTo(opensAt);
    for (const [index, person] of survey.everybody.entries()) {
      await survey.answer(person, index < 8 ? "A" : "C", () => 5 + gathering);
    }
    await survey.goTo(closesAt);
  }
  pages = await servePages(...pagesOf(resultsPages, { readResults: survey.results }, undefined, READER));
});
afterAll(() => pages.close());

const get = (path: string) => fetch(`${pages.url}${path}`);
const page = (group: string, lang = "nb") =>
  `/survey-studies/${survey.studyId}/results/page?group=${group}&lang=${lang}`;

test("a reader sees what eight say, with n and the change, and of what four say only that it isn't shown", async () => {
  const A = await (await get(page("A"))).text();
  expect(A).toContain("6,0<span");
  expect(A).toContain("n&nbsp;=&nbsp;8");
  expect(A).toContain("+20,0\u00a0%");
  expect(A).toContain("Styrkefokus gikk fra 5,0 til 6,0.");
  const C = await (await get(page("C"))).text();
  expect(C).toContain("vises ikke");
  expect(C).not.toContain("n&nbsp;=");
  // Both forms together would give C's share away; the extra form is one for all twelve.
  const all = await (await get(page("all"))).text();
  expect(new Set(all.match(/n&nbsp;=&nbsp;\d+/g))).toEqual(new Set(["n&nbsp;=&nbsp;12"]));
  expect(all).toContain("Stress gikk fra 5,0 til 6,0.");
  expect(all).not.toContain("Styrkefokus gikk");
});

test("the sheet is a file, and two studies stand side by side", async () => {
  const sheet = await get(`/survey-studies/${survey.studyId}/results.csv?lang=nb`);
  expect(sheet.headers.get("content-disposition")).toContain("resultater.csv");
  expect(await sheet.text()).toContain(
    '"Skjema A (barn og unge)";"Styrkefokus";"Jeg bruker styrkene mine i jobben.";5;8;6;8;20',
  );
  const both = `/survey-comparison/page?studies=${survey.studyId},${survey.studyId}&group=A&lang=nb`;
  expect(await (await get(both)).text()).toContain("5,0 → 6,0");
});

test("the pages are accessible at 320 px, with tables and charts to be scrolled in", async () => {
  const browser = await launchBrowser();
  try {
    await expectAccessible(browser, `${pages.url}${page("A")}`);
    await expectAccessible(browser, `${pages.url}${page("all", "nn")}`);
    const both = `/survey-comparison/page?studies=${survey.studyId},${survey.studyId}&group=A&lang=en`;
    await expectAccessible(browser, `${pages.url}${both}`);
  } finally {
    await browser.close();
  }
}, 60_000);
