import * as z from "zod";
import { file, noBody, none, page, reply, routeOf } from "#platform/http/route";
import { Group } from "../../domain/publication.ts";
import { RESULT_READERS, type ResultsApp, StudyIds } from "../result-routes.ts";
import { studyParams } from "../study-routes.ts";
import { comparisonPage } from "./comparison-page.ts";
import { resultsCsv } from "./results-csv.ts";
import { resultsPage } from "./results-page.ts";

const route = routeOf<ResultsApp>();

const group = Group.default("all");

/** What is published of studies, to be read: as pages, and as a sheet. */
export const resultsPages = [
  route({
    name: "survey-results-page",
    method: "GET",
    path: "/survey-studies/{studyId}/results/page",
    access: RESULT_READERS,
    summary: "A study's published results as tables and charts, for the whole cohort or one form (`group`)",
    params: studyParams,
    query: z.strictObject({ group }),
    body: noBody,
    answers: { 200: page("The page") },
    errors: ["not-found"],
    handle: async ({ readResults }, { params: { studyId }, query: { group }, locale }) =>
      reply(200, resultsPage(await readResults.results(studyId), group, locale)),
  }),
  route({
    name: "survey-results-sheet",
    method: "GET",
    path: "/survey-studies/{studyId}/results.csv",
    access: RESULT_READERS,
    summary: "A study's published results as CSV that Norwegian Excel opens",
    params: studyParams,
    query: none,
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
    path: "/survey-comparison/page",
    access: RESULT_READERS,
    summary: "Two to ten studies' published results side by side, for the whole cohorts or one form (`group`)",
    params: none,
    query: z.strictObject({ studies: StudyIds, group }),
    body: noBody,
    answers: { 200: page("The page") },
    errors: ["not-found"],
    handle: async ({ readResults }, { query: { studies, group }, locale }) =>
      reply(200, comparisonPage(await readResults.comparison(studies), group, locale)),
  }),
];
