import { expect, test } from "vitest";
import { Instant } from "#kernel/clock";
import { mint } from "#kernel/id";
import { spreadLabels, stretches } from "#platform/html/line-chart-geometry";
import { systemRandom } from "#platform/random";
import type { StudyResults } from "#survey/domain/publication";
import { StudyId } from "#survey/domain/study";
import { researchCsv } from "#survey/http/research-csv";
import { formatChange, formatTenths } from "#survey/http/results/figures";
import { resultsCsv } from "#survey/http/results/results-csv";
import { resultsPage } from "#survey/http/results/results-page";
import { valuesChart } from "#survey/http/results/values-chart";

const opensAt = Instant.parse("2026-09-14T08:00:00.000Z");

/** Three gatherings, the second with too few answers; one statement, in form A only. */
const results: StudyResults = {
  studyId: mint(StudyId, systemRandom),
  title: { nb: "Kull <5>" },
  limit: 5,
  waves: [
    // The calendar was changed: time, not number, is the order.
    { number: 3, title: { nb: "Oppstart" }, opensAt },
    { number: 1, title: { nb: "Styrker" }, opensAt },
    { number: 2, title: { nb: "Slutt" }, opensAt },
  ],
  statements: [
    {
      form: "A",
      group: "A",
      statementId: "uses-strengths",
      value: "strengths",
      text: { nb: "=Jeg bruker; «styrkene» mine" },
      waves: [{ wave: 3, shown: { mean: 80, n: 12 } }, { wave: 1 }, { wave: 2, shown: { mean: 73, n: 11 } }],
      change: { from: 3, to: 2, percent: -88 },
    },
  ],
  values: [
    {
      group: "A",
      value: "strengths",
      waves: [{ wave: 3, mean: 80 }, { wave: 1 }, { wave: 2, mean: 73 }],
      change: { from: 3, to: 2, percent: -88 },
    },
  ],
};

test("figures read as in Norway: a decimal comma, and a sign that says which way it went", () => {
  expect(formatTenths(73, "nb")).toBe("7,3");
  expect(formatTenths(100, "en")).toBe("10.0");
  expect(formatChange({ percent: -88 }, "nn")).toBe("\u22128,8\u00a0%");
  expect(formatChange({ percent: 125 }, "nb")).toBe("+12,5\u00a0%");
  expect(formatChange({ percent: 0 }, "en")).toBe("0.0%");
});

test("the sheet has numbers as numbers, also below zero, and texts that can't be formulas", () => {
  expect(resultsCsv(results, "nb")).toBe(
    [
      '\uFEFF"Gruppe";"Verdi";"Påstand";"1 Oppstart, gjennomsnitt";"1 Oppstart, n";"2 Styrker, gjennomsnitt";"2 Styrker, n";"3 Slutt, gjennomsnitt";"3 Slutt, n";"Endring i prosent"',
      '"Skjema A (barn og unge)";"Styrkefokus";"\'=Jeg bruker; «styrkene» mine";8;12;"";"";7,3;11;-8,8',
      "",
    ].join("\r\n"),
  );
});

test("the page shows means with n, a dash with words where nothing is shown, and why", () => {
  const page = resultsPage(results, "A", "nb");
  expect(page).toContain("8,0<span");
  expect(page).toContain("n&nbsp;=&nbsp;11");
  expect(page).toContain("vises ikke");
  expect(page).toContain("færre enn 5 svar");
  expect(page).toContain("samling 1–3");
  expect(page).not.toContain("<5>");
  expect(resultsPage(results, "C", "nb")).not.toContain("8,0");
  expect(resultsPage({ ...results, waves: [], statements: [], values: [] }, "all", "nb")).toContain(
    "Ingen resultater er publisert",
  );
});

test("the chart says in words what it shows, draws no line over a gap, and is nothing without means", () => {
  const chart = valuesChart(results, { id: "c", group: "A", values: ["strengths"], locale: "nb" })?.text ?? "";
  expect(chart).toContain("Styrkefokus gikk fra 8,0 til 7,3.");
  expect(chart).toContain("Styrkefokus 7,3</text>");
  // Two stretches of one point each, and two markers: no line from the first gathering to the third.
  expect(chart.match(/d="M[\d.]+ [\d.]+" fill="none"/g)).toHaveLength(2);
  expect(chart.match(/transform="translate/g)).toHaveLength(2);
  expect(valuesChart(results, { id: "c", group: "all", values: ["strengths"], locale: "nb" })).toBeUndefined();
});

test("a line breaks at a gap", () => {
  const at = (x: number) => ({ x, y: 0 });
  expect(stretches([undefined, at(1), at(2), undefined, at(4)])).toEqual([[at(1), at(2)], [at(4)]]);
});

test("labels stand apart, in the lines' order, and within the picture", () => {
  const heights = spreadLabels([100, 101, 99, 300], { apart: 20, top: 10, bottom: 300 });
  expect(heights).toEqual([119, 139, 99, 300]);
  expect(spreadLabels([300, 299, 298], { apart: 20, top: 10, bottom: 300 })).toEqual([300, 280, 260]);
});

test("the researchers' file numbers gatherings as the results do, also where some are withheld", () => {
  const statements = [{ statementId: "calm", value: "stress" as const, text: { nb: "Rolig" } }];
  const form = { title: { nb: "Skjema" }, statements, version: 1, fixed: true, revision: 1 };
  const { studyId, waves } = results;
  const file = {
    forms: { A: { ...form, kind: "A" as const }, C: { ...form, kind: "C" as const } },
    waves: waves.map(({ number }) => number),
    sheets: [{ studyId, wave: 2, form: "A" as const, rows: [{ candidate: 1, scores: { calm: 7 } }] }],
  };
  expect(researchCsv(file).trim().split("\r\n")[1]).toBe('"1";"3";"A";"7"');
});
