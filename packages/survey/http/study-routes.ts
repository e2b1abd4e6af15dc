import * as z from "zod";
import { pageOf, paging } from "#platform/http/paging";
import { json, noBody, none, reply, routeOf } from "#platform/http/route";
import type { CloseStudy } from "../app/close-study.ts";
import type { OpenStudy, StudyWithWaves } from "../app/open-study.ts";
import type { ReadStudies } from "../app/read-studies.ts";
import { OpenStudyRequest } from "../domain/open-study.ts";
import { Study, StudyId, Wave } from "../domain/study.ts";

export interface StudiesApp {
  readonly openStudy: OpenStudy;
  readonly closeStudy: CloseStudy;
  readonly readStudies: ReadStudies;
}

const route = routeOf<StudiesApp>();
export const studyParams = z.strictObject({ studyId: StudyId });
const ADMINISTRATOR = ["administrator"] as const;

const StudyView = Study.omit({ emptied: true });
/** A wave without where its mails have come to. */
const WaveView = Wave.omit({ studyId: true, after: true, round: true, version: true });
const StudyWithWavesView = StudyView.extend({ waves: z.array(WaveView) });

function view(study: StudyWithWaves): z.input<typeof StudyWithWavesView> {
  return { ...study, waves: study.waves.toSorted((one, other) => one.opensAt.localeCompare(other.opensAt)) };
}

export const studyRoutes = [
  route({
    name: "open-survey-study",
    method: "POST",
    path: "/survey-studies",
    access: ADMINISTRATOR,
    summary:
      "Open the survey that follows a cohort: a form at each gathering; its forms and its consent text stay as they are",
    params: none,
    query: none,
    body: OpenStudyRequest,
    answers: { 201: json("The study, with its waves", StudyWithWavesView) },
    errors: [
      "survey-cohort-unknown",
      "survey-cohort-has-study",
      "survey-cohort-over",
      "survey-form-unknown",
      "survey-forms-disagree",
      "survey-gathering-unknown",
      "survey-limit-needs-reason",
      "survey-closes-too-early",
      "busy-try-again",
    ],
    handle: async (app, { body, origin }) => reply(201, view(await app.openStudy(origin, body))),
  }),
  route({
    name: "list-survey-studies",
    method: "GET",
    path: "/survey-studies",
    access: ["administrator", "survey-reader", "course-leader"],
    summary: "All studies, the newest first, a page at a time",
    params: none,
    query: paging,
    body: noBody,
    answers: { 200: json("A page of studies", pageOf(StudyView)) },
    errors: [],
    handle: async (app, { query }) => {
      const { items, cursor } = await app.readStudies.list(query);
      return reply(200, { items: [...items], cursor });
    },
  }),
  route({
    name: "get-survey-study",
    method: "GET",
    path: "/survey-studies/{studyId}",
    access: ["administrator", "survey-reader", "course-leader"],
    summary: "A study and its waves; who has answered is told nowhere",
    params: studyParams,
    query: none,
    body: noBody,
    answers: { 200: json("The study, with its waves", StudyWithWavesView) },
    errors: ["not-found"],
    handle: async (app, { params }) => reply(200, view(await app.readStudies.get(params.studyId))),
  }),
  route({
    name: "close-survey-study",
    method: "POST",
    path: "/survey-studies/{studyId}/close",
    access: ADMINISTRATOR,
    summary:
      "Close a study for good: nobody can withdraw any more, and whose answers are whose can't be told by anybody",
    params: studyParams,
    query: none,
    body: noBody,
    answers: { 200: json("The study, about to close", StudyWithWavesView) },
    errors: ["not-found", "survey-waves-left", "busy-try-again"],
    handle: async (app, { params, origin }) => reply(200, view(await app.closeStudy(origin, params.studyId))),
  }),
];
