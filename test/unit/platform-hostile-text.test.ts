import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Letter } from "#kernel/letter";
import { alert } from "#platform/html/alert";
import { checkboxField, choiceField, errorSummary, scaleField, textField } from "#platform/html/fields";
import { linkButton, postForm, submitButton } from "#platform/html/form";
import { type Html, html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import { lineChart } from "#platform/html/line-chart";
import { questionField } from "#platform/html/question-field";
import { spanChart } from "#platform/html/span-chart";
import { letterHtml } from "#platform/ses/letter-html";
import { letters } from "#test/letters";

/** What people may type, put together in any way: it ends an attribute, a tag, a comment or a title, and begins another. */
const hostile = fc
  .array(
    fc.constantFrom(
      ...['"', "'", "`", "<", ">", "&", "=", "/", " ", "\n", "<script>alert(1)</script>", "</title>", "</textarea>"],
      ...["<!--", "-->", '" onfocus="alert(1)', "' onfocus='alert(1)", "javascript:alert(1)", "&lt;", "$&"],
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => pieces.join(""));

/** A page's tags with their attributes' names: what a browser would do. Values stand in double quotes, always. */
function skeleton(page: string): string[] {
  return [...page.matchAll(/<(?:"[^"]*"|[^">])*>?/g)].map(([tag]) => tag.replace(/="[^"]*"/g, ""));
}

/** What is written has the same tags, whatever the text is. */
function alwaysSame(write: (text: string) => string, numRuns = 100): void {
  const expected = skeleton(write("x"));
  expect(expected.length).toBeGreaterThan(0);
  const same = fc.property(hostile, (text) => {
    expect(skeleton(write(text))).toEqual(expected);
  });
  fc.assert(same, { numRuns });
}

const errorsOf = (text: string) => [{ field: "name", message: text }, { message: text }];
const scale = { lowest: 1, highest: 5 };

/** Everything that pages are put together from, with this text wherever one goes in. */
const parts: Readonly<Record<string, (text: string) => Html>> = {
  text: (text) => html`<p title="${text}">${[text, html`<b>${text}</b>`, false]}</p>`,
  alert: (text) => alert("info", text, html`${text}`),
  "error summary": (text) => errorSummary([...errorsOf(text), { field: text, message: text }], "nb"),
  "field of one line": (text) =>
    textField({ name: text, label: text, description: text, value: text, autocomplete: "off", errors: errorsOf(text) }),
  "field of several lines": (text) =>
    textField({ name: "name", label: text, value: text, autocomplete: "off", multiline: true, errors: errorsOf(text) }),
  choice: (text) =>
    choiceField({ name: text, label: text, value: "", errors: [], choices: [{ value: text, label: text }] }),
  scale: (text) => scaleField({ name: text, label: text, from: 1, to: 3, ends: [text, text], value: "", errors: [] }),
  checkbox: (text) => checkboxField({ name: text, label: text, description: text, checked: false, errors: [] }),
  question: (text) =>
    questionField(
      { questionId: text, text: { nb: text }, kind: "choice", choices: [text], required: false },
      { locale: "nb", fields: {}, errors: [], optional: (asked) => `${asked} (${text})` },
    ),
  form: (text) => postForm({ action: text, idempotencyKey: text, body: html`${submitButton(text)}` }),
  link: (text) => linkButton(text, text, "primary"),
  "line chart": (text) =>
    lineChart({
      ...{ id: "chart", title: text, description: text, places: [text, text], scale, write: String },
      lines: [{ label: text, values: [1, 2] }],
    }),
  "span chart": (text) =>
    spanChart({
      ...{ id: "chart", title: text, description: text, scale, write: String },
      groups: [{ label: text, spans: [{ label: text, from: 1, to: 2 }] }],
    }),
};

describe("whatever people type", () => {
  test.each(Object.entries(parts))("is text in a page's %s", (_what, part) => {
    alwaysSame((text) => part(text).text);
  });

  test("is text in the page around it", () => {
    const page = (text: string) =>
      layout({ title: text, locale: "nb", main: html`${text}`, languages: (locale) => `?lang=${locale}&${text}` });
    alwaysSame(page);
  });

  test.each(letters)("is text in the letter $name, wherever it says something", ({ write }) => {
    const letter = write("nb");
    alwaysSame((text) => letterHtml(withText(letter, text), "nb", text), 20);
  });

  test("would be seen by these tests if it were let through", () => {
    const page = (text: string) => `<p title="${text}">${text}</p>`;
    for (const text of ['" onfocus="alert(1)', "<b>", "</p>", "<!--", '"'])
      expect(skeleton(page(text))).not.toEqual(skeleton(page("x")));
  });
});

/** The letter with this text in every place where it says something. */
function withText(letter: Letter, text: string): Letter {
  return JSON.parse(JSON.stringify(letter), (name, value) =>
    typeof value === "string" && name !== "kind" ? text : value,
  );
}
