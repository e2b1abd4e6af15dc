import * as z from "zod";
import { file, noBody, page, reply, routeOf } from "#platform/http/route";
import type { ReadResults } from "../../app/read-results.ts";
import { Group } from "../../domain/publication.ts";
import { StudyId } from "../../domain/study.ts";
import { comparisonPage } from "./comparison-page.ts";
import { resultsCsv } from "./results-csv.ts";
import { resultsPage } from "./results-page.ts";

export interface ResultsPagesApp {
  readonly readResults: ReadResults;
}

const route = routeOf<ResultsPagesApp>();

const readers = ["survey-reader", "course-leader", "administrator"] as const;
const params = z.strictObject({ studyId: StudyId });
const query = z.strictObject({ group: Group.default("all") });

/** What is published of studies, to be read: as pages, and as a sheet. */
export const resultsPages = [
  route({
    name: "survey-results-page",
    method: "GET",
    path: "/studies/{studyId}/results/page",
    access: readers,
    summary: "A study's published results as tables and charts, for the whole cohort or one form (`group`)",
    params,
    query,
    body: noBody,
    answers: { 200: page("The page") },
    errors: ["not-found"],
    handle: async ({ readResults }, { params: { studyId }, query: { group }, locale }) =>
      reply(200, resultsPage(await readResults.results(studyId), group, locale)),
  }),
  route({
    name: "survey-results-sheet",
    method: "GET",
    path: "/studies/{studyId}/results.csv",
    access: readers,
    summary: "A study's published results as CSV that Norwegian Excel opens",
    params,
    query: z.strictObject({}),
    body: noBody,
    answers: { 200: file("A row for each statement and group", "text/csv; charset=utf-8", z.string()) },
    errors: ["not-found"],
    handle: async ({ readResults }, { params: { studyId }, locale }) =>
      reply(200, resultsCsv(await readResults.results(studyId), locale), {
        headers: { "content-disposition": 'attachment; filename="resultater.csv"' },
      }),
  }),
  route({
    name: "survey-comparison-page",
    method: "GET",
    path: "/studies/comparison/page",
    access: readers,
    summary: "Studies' published results side by side: 2 to 10 of them (`studies`, parted by commas)",
    params: z.strictObject({}),
    query: z.strictObject({
      studies: z
        .string()
        .transform((text) => text.split(","))
        .pipe(z.array(StudyId).min(2).max(10)),
      group: Group.default("all"),
    }),
    body: noBody,
    answers: { 200: page("The page") },
    errors: ["not-found"],
    handle: async ({ readResults }, { query: { studies, group }, locale }) =>
      reply(200, comparisonPage(await readResults.comparison(studies), group, locale)),
  }),
];
