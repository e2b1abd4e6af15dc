import { beforeAll, describe, expect, test } from "vitest";
import { invariant } from "#kernel/domain-error";
import { part } from "#kernel/transaction-part";
import { systemRandom } from "#platform/random";
import type { FormKind, SurveyForm } from "#survey/domain/form";
import { researchCsv } from "#survey/http/research-csv";
import { answers } from "#survey/store/answers";
import { localDataKeys, openSurvey, type Survey } from "#test/survey";

/** What each has answered: a number of their own, so that wherever it stands it would say who. */
const OWN_SCORE = (index: number) => 1 + (index % 10);

/** A year of twelve people: two who miss a gathering, and one who withdraws. Left as it is before it closes. */
async function aYear(): Promise<Survey> {
  const survey = await openSurvey({ people: 12 });
  const [first, second] = survey.study.waves;
  invariant(first !== undefined && second !== undefined, "there are two waves");
  await survey.goTo(first.opensAt);
  for (const [index, person] of survey.everybody.entries()) {
    await survey.answer(person, index < 6 ? "A" : "C", () => OWN_SCORE(index));
  }
  await survey.goTo(second.opensAt);
  for (const [index, person] of survey.everybody.slice(1).entries()) {
    await survey.answer(person, index + 1 < 6 ? "A" : "C", () => OWN_SCORE(index + 1));
  }
  return survey;
}

let survey: Survey;
/** Both tables as somebody with access to them reads them, before and after the study has closed. */
let open: { main: Record<string, unknown>[]; own: Record<string, unknown>[] };
let closed: typeof open;

beforeAll(async () => {
  survey = await aYear();
  open = { main: await survey.everything(), own: await survey.surveyRows() };
  await survey.goTo(survey.study.waves[1]?.closesAt ?? survey.clock());
  await survey.closeStudy(survey.origin(), survey.studyId);
  await survey.sweep();
  closed = { main: await survey.everything(), own: await survey.surveyRows() };
});

/** Puts rows back into the answers' table, as a restored backup has them. */
async function restore(
  { ports, surveyTable, origin }: Survey,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  await ports.unitOfWork.handle(origin(), async () => [
    part(
      rows.map(({ pk, sk, ...item }) => ({
        kind: "replace",
        table: surveyTable.name,
        key: keyOf({ pk, sk }),
        item: stored(item),
        guards: [],
      })),
    ),
  ]);
}

async function empty({ ports, surveyTable, surveyRows, origin }: Survey): Promise<void> {
  const rows = await surveyRows();
  await ports.unitOfWork.handle(origin(), async () => [
    part(rows.map((row) => ({ kind: "delete", table: surveyTable.name, key: keyOf(row), guards: [] }))),
  ]);
}

const keyOf = (row: Record<string, unknown>) => ({ pk: String(row["pk"]), sk: String(row["sk"]) });
const stored = (item: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, String(value)]));

async function form({ ports }: Survey, kind: FormKind): Promise<SurveyForm> {
  const found = await ports.forms.get(kind, 1);
  invariant(found !== undefined, "the study's forms stay");
  return found;
}

const kindOf = (row: Record<string, unknown>) => String(row["pk"]).split("#")[0];

describe("from both tables without the key", () => {
  test("a row of answers says nothing but its candidate number, and that number stands nowhere else", () => {
    const sheets = open.own.filter((row) => kindOf(row) === "ANSWERS");
    expect(sheets).toHaveLength(23);
    for (const row of sheets) {
      expect(Object.keys(row).toSorted()).toEqual(["pk", "sealed", "sk"]);
      const candidate = String(row["sk"]).replace("CANDIDATE#", "");
      const elsewhere = [...open.main, ...open.own].filter(
        (other) => kindOf(other) !== "ANSWERS" && JSON.stringify(other).includes(candidate),
      );
      expect(elsewhere).toEqual([]);
    }
  });

  test("all sealed rows of a kind are as long, whatever they hold, and no two are alike", () => {
    for (const kind of ["ANSWERS", "MEMBERS"]) {
      const sealed = open.own.filter((row) => kindOf(row) === kind).map((row) => String(row["sealed"]));
      expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
      expect(new Set(sealed).size).toBe(sealed.length);
    }
  });

  test("the wrapped key doesn't open by another KMS key, nor for another study", async () => {
    const strange = answers({ table: survey.surveyTable, dataKeys: localDataKeys(), random: systemRandom });
    // Put back as a thief of the backup would have it.
    await restore(survey, open.own);
    await expect(strange.open(survey.studyId)).rejects.toThrow();
    const wrapped = Buffer.from(String(open.own.find((row) => kindOf(row) === "KEY")?.["wrapped"]), "base64");
    await expect(survey.dataKeys.open(wrapped, { study: "sty_another" })).rejects.toThrow();
    await empty(survey);
  });

  test("negative control: with the key, the same rows say who answered what", async () => {
    await restore(survey, open.own);
    const opened = await survey.ports.answers.open(survey.studyId);
    const person = survey.everybody[3];
    invariant(opened !== undefined && person !== undefined, "the key opens it");
    const membership = await opened.membership(person);
    const forms = { A: await form(survey, "A"), C: await form(survey, "C"), extra: await form(survey, "extra") };
    const kept = await opened.sheet(1, membership?.candidate ?? "", forms);
    expect(kept?.sheet.scores["both"]).toBe(OWN_SCORE(3));
    await empty(survey);
  });
});

describe("from everything beside the answers' table", () => {
  test("no row has an answer, a candidate number, a link, or when anybody answered", () => {
    const telling = open.main.filter((row) => /scores|candidate|"device|sealed|answeredAt/i.test(JSON.stringify(row)));
    expect(telling).toEqual([]);
    for (const { link } of survey.mails) {
      expect([...open.main, ...open.own].some((row) => JSON.stringify(row).includes(link))).toBe(false);
    }
  });

  test("answering writes no outbox, inbox or idempotency row, and the facts name no person", async () => {
    const kinds = new Set(open.main.map(kindOf));
    expect(kinds).not.toContain("INBOX");
    expect([...kinds].filter((kind) => kind === "IDEMPOTENCY")).toEqual([]);
    const told = JSON.stringify(await survey.facts());
    for (const { placeId, email, name } of survey.everybody) {
      for (const personal of [placeId, email, name]) expect(told).not.toContain(personal);
    }
  });

  test("a consent tells the day, and neither the moment, the form nor whether anything was answered", () => {
    const consents = open.main.filter((row) => String(row["sk"]).startsWith("CONSENT#"));
    expect(consents).toHaveLength(12);
    for (const row of consents) {
      expect(Object.keys(row).toSorted()).toEqual(
        ["cohortId", "email", "givenOn", "locale", "pk", "placeId", "sk", "status", "text", "version"].toSorted(),
      );
    }
  });

  test("a wave says how far its mails have come and never who got one: it looks the same whoever has answered", async () => {
    const [row] = open.main.filter((each) => each["sk"] === "WAVE#01");
    expect(JSON.stringify(row)).not.toMatch(/deltaker|mailed|reminded"/);
    expect(row?.["after"]).toBeUndefined();
  });
});

describe("what a survey reader, a course leader and an administrator can fetch", () => {
  test("names nobody and has no candidate number of the answers' table", async () => {
    const fetched = JSON.stringify([
      await survey.readStudies.get(survey.studyId),
      await survey.readStudies.list({ limit: 10 }),
      await survey.results.results(survey.studyId),
      await survey.results.researchFile(survey.studyId),
    ]);
    for (const { placeId, email, name, key } of survey.everybody) {
      for (const personal of [placeId, email, `"${name}"`, key]) expect(fetched).not.toContain(personal);
    }
    for (const row of open.own) expect(fetched).not.toContain(String(row["sk"]).split("#")[1]);
  });

  test("the researchers' file has only rows whose pattern at least five share, in an order of its own", async () => {
    const text = researchCsv(await survey.results.researchFile(survey.studyId));
    const rows = text.trim().split("\r\n").slice(1);
    // Form A: five were at both gatherings, and the sixth only at the first: that wave's rows are kept back, or 6 - 5 = 1.
    const byPattern = Map.groupBy(rows, (row) => row.split(";").slice(1, 3).join());
    expect(Object.fromEntries([...byPattern].map(([pattern, each]) => [pattern, each.length]))).toEqual({
      '"1","C"': 6,
      '"2","A"': 5,
      '"2","C"': 6,
    });
  });
});

describe("closing", () => {
  test("destroys the key, who has which number, and the answers", () => {
    expect(closed.own).toEqual([]);
    expect(closed.main.find((row) => row["sk"] === "STUDY" && kindOf(row) === "STUDY")?.["status"]).toBe("closed");
  });

  test("leaves rows of a backup shut without the key that is gone: nobody can withdraw, or be found", async () => {
    await restore(
      survey,
      open.own.filter((row) => kindOf(row) !== "KEY"),
    );
    expect(await survey.ports.answers.open(survey.studyId)).toBeUndefined();
    const link = survey.mails[0]?.link;
    invariant(link !== undefined, "somebody was mailed");
    await expect(survey.withdrawConsent({ link })).rejects.toMatchObject({ code: "survey-link-unknown" });
    await empty(survey);
  });
});
