import { expect, test } from "vitest";
import { Locale } from "#kernel/locale";
import { ConsentText } from "#survey/domain/consent";
import { FIRST_CONSENT_TEXT } from "#survey/domain/content/consent-text";
import { FIRST_FORMS } from "#survey/domain/content/forms";
import { FormContent, stepsOf } from "#survey/domain/form";

const { A, C, extra } = FIRST_FORMS;
const all = [...A.statements, ...C.statements, ...extra.statements];

test("the forms to begin with are forms, with each statement in three languages", () => {
  for (const form of [A, C, extra]) {
    expect(FormContent.parse(form)).toEqual(form);
    for (const { text } of form.statements) expect(new Set(Locale.options.map((locale) => text[locale])).size).toBe(3);
  }
});

test("A and C ask four statements of each value and of work environment, the extra form three of each of its three", () => {
  const sizes = (kind: "A" | "C" | "extra") =>
    stepsOf([{ kind, statements: FIRST_FORMS[kind].statements }]).map(({ statements }) => statements.length);
  expect(sizes("A")).toEqual([4, 4, 4, 4, 4, 4]);
  expect(sizes("C")).toEqual([4, 4, 4, 4, 4, 4]);
  expect(sizes("extra")).toEqual([3, 3, 3]);
});

test("what A and C share is the same statement in the same words, at least two of each value", () => {
  const inC = new Map(C.statements.map((statement) => [statement.statementId, statement]));
  const shared = A.statements.filter(({ statementId }) => inC.has(statementId));
  expect(shared).toEqual(shared.map(({ statementId }) => inC.get(statementId)));
  const perValue = Map.groupBy(shared, ({ value }) => value);
  expect([...perValue.values()].map((each) => each.length)).toEqual([2, 2, 2, 2, 2, 4]);
});

test("a statement is read in a breath: one sentence of at most 90 characters, and no «ikke» to be scored backwards", () => {
  for (const { text } of all) {
    expect(text.nb.length).toBeLessThanOrEqual(90);
    expect(text.nb).toMatch(/^[^.]+\.$/);
    expect(text.nb).not.toMatch(/\bikke\b|\baldri\b|\bingen\b/);
  }
});

test("the consent text says in every language what the law asks for", () => {
  expect(ConsentText.parse(FIRST_CONSENT_TEXT)).toEqual(FIRST_CONSENT_TEXT);
  for (const locale of Locale.options) {
    const text = FIRST_CONSENT_TEXT.text[locale];
    expect(text.split("\n\n")).toHaveLength(7);
    for (const saying of [/frivillig|voluntary/, /ansvarl|responsible/, /trekk|withdraw/, /35/, /datatilsynet\.no/]) {
      expect(text).toMatch(saying);
    }
  }
});
