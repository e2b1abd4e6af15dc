import assert from "node:assert/strict";
import * as z from "zod";
import { plusSeconds, toInstant } from "#kernel/clock";
import { FIRST_CONSENT_TEXT } from "#survey/domain/content/consent-text";
import { FormContent, type FormKind, SurveyForm } from "#survey/domain/form";
import { Comparison, StudyResults } from "#survey/domain/publication";
import { checkResearchFile } from "../check-research-file.ts";
import { checkResults } from "../check-results.ts";
import { COHORT_5, type CohortMade, type Dates, makeCohort, signUpOnInvoice } from "../cohorts.ts";
import { answerAll, dozens, linkFor, linksOf, type Respondent, respondents, sayWord } from "../survey-cast.ts";
import { pageByPage, reminded, shared, withdraws } from "../survey-moments.ts";
import { trainees } from "../trainees.ts";
import type { Walk } from "../walk.ts";

const Templates = z.object({ forms: z.object({ A: FormContent, C: FormContent, extra: FormContent }) });
const Wave = z.object({
  number: z.int(),
  extra: z.boolean(),
  opensAt: z.string(),
  remindsAt: z.string(),
  closesAt: z.string(),
  status: z.string(),
});
const Study = z.object({ studyId: z.string(), status: z.string(), closesAt: z.string(), waves: z.array(Wave) });

const TWO_GATHERINGS: readonly Dates[] = [
  { title: "Oppstart", on: [[9, 20]] },
  { title: "Avslutning", on: [[5, 20]] },
];

/** A cohort and its study, with everybody's part in it. */
interface Followed {
  readonly cohort: CohortMade;
  readonly study: z.infer<typeof Study>;
  readonly everybody: readonly Respondent[];
}

/** The big cohort is looked at closely; the small one is there to be compared with. */
interface Both {
  readonly big: Followed;
  readonly small: Followed;
}

/**
 * The survey that follows a cohort of 36 over eight gatherings, and a smaller cohort beside it: consent, answers with gaps,
 * a shared link, a withdrawal, results that a calculator agrees with, the researchers' file, and the close.
 */
export async function survey(walk: Walk): Promise<void> {
  const forms = await nextYearsForms(walk);
  const { extra: _extra, ...mainForms } = forms;
  const everybody = trainees(walk, 42);
  const big = await follow(walk, "Kull 5", COHORT_5, forms, respondents(walk, everybody.slice(0, 36), partOf));
  const small = await follow(
    walk,
    "Kull 6",
    TWO_GATHERINGS,
    mainForms,
    respondents(walk, everybody.slice(36), () => ({})),
  );
  assert.equal(big.study.waves.length, 8);
  walk.say(
    "An administrator makes next year's forms from the centre's own, and opens a study for a cohort of 36 with eight gatherings and one for a cohort of six.",
  );
  await theYear(walk, { big, small });
  await whatIsShown(walk, { big, small });
  await theEnd(walk, big);
}

/** 22 answer form A and 12 form C; two say no. Six are away from the third gathering and six from the sixth; of C, eight from the second. */
function partOf(number: number) {
  if (number >= 34) return { says: "no" } as const;
  if (number >= 22) return { form: "C", away: number < 30 ? [2] : [] } as const;
  return { away: number >= 16 ? [6] : number >= 10 ? [3] : [] };
}

async function nextYearsForms(walk: Walk): Promise<Record<FormKind, number>> {
  const { forms } = await walk.get(Templates, "/survey-templates", { as: "administrator" });
  const make = async (kind: FormKind) => {
    const body = forms[kind];
    const { version } = await walk.post(SurveyForm, `/survey-forms/${kind}`, { as: "administrator", body });
    return version;
  };
  return { A: await make("A"), C: await make("C"), extra: await make("extra") };
}

async function follow(
  walk: Walk,
  name: string,
  calendar: readonly Dates[],
  forms: Readonly<Partial<Record<FormKind, number>>>,
  everybody: readonly Respondent[],
): Promise<Followed> {
  const cohort = await makeCohort(walk, `${name}, med følgeevaluering`, calendar);
  const buyer = walk.person(calendar === COHORT_5 ? "Siri Samordner" : "Sverre Samordner", "kommune.example.com");
  for (let from = 0; from < everybody.length; from += 12) {
    const some = everybody.slice(from, from + 12).map(({ person }) => person);
    await signUpOnInvoice(walk, cohort, buyer, some);
  }
  const title = { nb: name, nn: name, en: name.replace("Kull", "Cohort") };
  const body = { cohortId: cohort.cohortId, title, forms, consent: FIRST_CONSENT_TEXT };
  const study = await walk.post(Study, "/survey-studies", { as: "administrator", body });
  return { cohort, study, everybody };
}

/** Every gathering of both cohorts, in order of time. */
async function theYear(walk: Walk, { big, small }: Both): Promise<void> {
  const all = [big, small].flatMap((of) => of.study.waves.map((wave, index) => ({ of, wave, gathering: index + 1 })));
  for (const { of, wave, gathering } of all.sort((a, b) => a.wave.opensAt.localeCompare(b.wave.opensAt))) {
    await walk.passTo(soonAfter(wave.opensAt));
    const links = await linksOf(walk, of.everybody);
    const link = (number: number) => {
      const who = of.everybody[number];
      assert.ok(who);
      return [who, linkFor(links, who)] as const;
    };
    if (of === big && gathering === 1) await pageByPage(walk, ...link(0));
    if (gathering === 1) await everybodySaysTheirWord(walk, of, links);
    if (of === big && gathering === 5) await withdraws(walk, ...link(22));
    const late = of === big && gathering === 1 ? of.everybody.slice(20, 22) : [];
    const answering = of.everybody.filter(
      (who) => who.takesPart && !who.away.includes(gathering) && !who.sent.has(gathering) && !late.includes(who),
    );
    await dozens(answering, (who) => answerAll(who, linkFor(links, who), gathering, wave.extra));
    if (late.length > 0) await reminded(walk, of.cohort, wave, { late, links });
    if (of === big && gathering === 2) await shared(walk, ...link(1), gathering);
  }
  const ends = [big, small].flatMap(({ study }) => study.waves.map(({ closesAt }) => closesAt));
  await walk.passTo(soonAfter(ends.sort().at(-1) ?? ""));
}

async function everybodySaysTheirWord(
  walk: Walk,
  { study, everybody }: Followed,
  links: ReadonlyMap<Respondent, string>,
) {
  for (const who of everybody) linkFor(links, who);
  const rest = everybody.filter(({ sent }) => sent.size === 0);
  await dozens(rest, (who) => sayWord(who, linkFor(links, who), FIRST_CONSENT_TEXT.version));
  const { waves } = await resultsOf(walk, study.studyId);
  assert.deepEqual(waves, [], "nothing is shown before a form has closed");
  const no = everybody.filter(({ says }) => says === "no").length;
  if (no > 0) walk.say(`${everybody.length - no} consent and choose a form, ${no} say no and hear no more of it.`);
}

/** A sweep comes by every minute. */
function soonAfter(moment: string) {
  return plusSeconds(toInstant(Date.parse(moment)), 90);
}

function resultsOf(walk: Walk, studyId: string): Promise<StudyResults> {
  return walk.get(StudyResults, `/survey-studies/${studyId}/results`, { as: "survey-reader" });
}

async function whatIsShown(walk: Walk, { big, small }: Both): Promise<void> {
  const results = await resultsOf(walk, big.study.studyId);
  assert.equal(results.waves.length, 8);
  const { shown, heldBack } = checkResults(results, big.everybody, big.study.waves);
  checkResults(await resultsOf(walk, small.study.studyId), small.everybody, small.study.waves);
  assert.ok(heldBack > 0);
  walk.say(
    `A reader sees ${shown} means, each as a calculator makes it of what was sent; ${heldBack} are held back, where four answered form C.`,
  );

  const path = `/survey-studies/${big.study.studyId}`;
  const reader = { as: "survey-reader" } as const;
  const page = await walk.ask("GET", `${path}/results/page?group=all&lang=nb`, reader);
  assert.equal(page.status, 200, page.text);
  walk.keepText("resultater.html", await styled(walk, page.text));
  for (const [index, [chart]] of [...page.text.matchAll(/<svg .*?<\/svg>/gs)].entries()) {
    walk.keepText(index === 0 ? "verdier.svg" : "livskvalitet-mestring-stress.svg", chart);
  }
  await walk.download(`${path}/results.csv?lang=nb`, "resultater.csv");
  const studies = `studies=${big.study.studyId},${small.study.studyId}`;
  const { lines } = await walk.get(Comparison, `/survey-comparison?${studies}`, reader);
  assert.ok(lines.some((line) => line.studies.every(({ change }) => change !== undefined)));
  const sideBySide = await walk.ask("GET", `/survey-comparison/page?${studies}&group=A&lang=nb`, reader);
  assert.equal(sideBySide.status, 200, sideBySide.text);
  walk.keepText("sammenligning.html", await styled(walk, sideBySide.text));
  walk.say("Results as a page with tables and line charts, as a sheet for Excel, and the two cohorts side by side.");
}

/** A page with its style in it, to be opened as a file. */
async function styled(walk: Walk, page: string): Promise<string> {
  const { text } = await walk.ask("GET", "/assets/style.css");
  return page.replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${text}</style>`);
}

async function theEnd(walk: Walk, { study, everybody }: Followed): Promise<void> {
  const path = `/survey-studies/${study.studyId}`;
  await walk.refused("survey-study-open", "GET", `${path}/research-file`, { as: "survey-reader" });
  const before = await resultsOf(walk, study.studyId);
  await walk.post(Study, `${path}/close`, { as: "administrator" });
  await walk.pass(300);
  assert.equal((await walk.get(Study, path, { as: "administrator" })).status, "closed");
  assert.deepEqual(await resultsOf(walk, study.studyId), before);
  const file = await walk.download(`${path}/research-file`, "forskerfil.csv");
  const { candidates, rows } = checkResearchFile(new TextDecoder().decode(file), everybody);
  assert.ok(candidates >= 5);
  const links = await linksOf(walk, everybody);
  const [first] = everybody;
  assert.ok(first);
  assert.equal((await first.browser.open(linkFor(links, first))).status, 404);
  walk.say(
    `The study is closed: what tied answers to people is destroyed, links open nothing any more, and researchers get ${rows} rows of ${candidates} candidates whose gatherings at least five share.`,
  );
}
