import * as z from "zod";
import { file, json, noBody, none, reply, routeOf } from "#platform/http/route";
import type { ReadResults } from "../app/read-results.ts";
import { Comparison, StudyResults } from "../domain/publication.ts";
import { StudyId } from "../domain/study.ts";
import { researchCsv } from "./research-csv.ts";
import { studyParams } from "./study-routes.ts";

export interface ResultsApp {
  readonly readResults: ReadResults;
}

const route = routeOf<ResultsApp>();

export const RESULT_READERS = ["survey-reader", "administrator", "course-leader"] as const;

/** Ids with commas between: `sty_…,sty_…`. */
export const StudyIds = z
  .string()
  .max(300)
  .transform((text) => text.split(","))
  .pipe(z.array(StudyId).min(2).max(10));

export const resultRoutes = [
  route({
    name: "get-survey-results",
    method: "GET",
    path: "/survey-studies/{studyId}/results",
    access: RESULT_READERS,
    summary: "A study's published results: means and n, by statement and by value, with the change from first to last",
    params: studyParams,
    query: none,
    body: noBody,
    answers: { 200: json("The results", StudyResults) },
    errors: ["not-found"],
    handle: async (app, { params }) => reply(200, await app.readResults.results(params.studyId)),
  }),
  route({
    name: "compare-survey-studies",
    method: "GET",
    path: "/survey-comparison",
    access: RESULT_READERS,
    summary: "Two to ten studies side by side: the first and the last mean of each statement and value, and the change",
    params: none,
    query: z.strictObject({ studies: StudyIds }),
    body: noBody,
    answers: { 200: json("The comparison", Comparison) },
    errors: ["not-found"],
    handle: async (app, { query }) => reply(200, await app.readResults.comparison(query.studies)),
  }),
  route({
    name: "get-survey-research-file",
    method: "GET",
    path: "/survey-studies/{studyId}/research-file",
    access: ["survey-reader", "administrator"],
    summary:
      "A closed study's anonymous answers for researchers: a row a candidate and gathering, where that gives nobody away",
    params: studyParams,
    query: none,
    body: noBody,
    answers: { 200: file("The file: CSV with semicolons, UTF-8", "text/csv; charset=utf-8", z.string()) },
    errors: ["not-found", "survey-study-open"],
    handle: async (app, { params }) =>
      reply(200, researchCsv(await app.readResults.researchFile(params.studyId)), {
        headers: { "content-disposition": 'attachment; filename="forskerfil.csv"' },
      }),
  }),
];
