import * as z from "zod";
import { OfferingId } from "#kernel/ids";
import { attached, XLSX } from "#platform/files/attached";
import { csv } from "#platform/files/csv";
import { xlsx } from "#platform/files/xlsx";
import { file, json, noBody, none, page, reply, routeOf } from "#platform/http/route";
import type { GetOwnParticipation } from "../app/get-own-participation.ts";
import type { ListEligibility } from "../app/list-eligibility.ts";
import type { ReadCohorts } from "../app/read-cohorts.ts";
import { AttendanceAnswer, AttendanceGiven, type RegisterAttendance } from "../app/register-attendance.ts";
import { attendanceSheet, sheetName } from "../domain/attendance-sheet.ts";
import { CourseDay } from "../domain/cohort.ts";
import { callerId } from "./caller-id.ts";
import { participantParams } from "./cohort-routes.ts";
import { EligibilityView, eligibilityView } from "./eligibility-view.ts";
import { OwnParticipationView, ownParticipationView } from "./own-participation-view.ts";
import { participantPage } from "./pages/participant-page.ts";
import { SheetView, sheetView } from "./sheet-view.ts";

export interface AttendanceApp {
  readonly readCohorts: ReadCohorts;
  readonly registerAttendance: RegisterAttendance;
  readonly listEligibility: ListEligibility;
  readonly getOwnParticipation: GetOwnParticipation;
}

const route = routeOf<AttendanceApp>();
const LEADERS = ["administrator", "course-leader"] as const;

const cohortParams = z.strictObject({ cohortId: OfferingId });

export const attendanceRoutes = [
  route({
    name: "register-attendance",
    method: "POST",
    path: "/cohorts/{cohortId}/days/{dayId}/attendance",
    access: LEADERS,
    summary:
      "How a course day was, for up to 45 participants in one request: all or nothing; the newest mark of each stands",
    params: z.strictObject({ cohortId: OfferingId, dayId: CourseDay.shape.dayId }),
    query: none,
    body: AttendanceGiven,
    answers: {
      200: json("What was recorded, what stood already, and what was older than what stands", AttendanceAnswer),
    },
    errors: [
      "not-found",
      "course-day-not-yet",
      "course-day-called-off",
      "participants-not-in-cohort",
      "participant-withdrawn",
      "correction-needs-reason",
      "certificate-stands",
      "busy-try-again",
    ],
    handle: async (app, { params, body, origin, caller }) =>
      reply(200, await app.registerAttendance(origin, params, body, callerId(caller))),
  }),
  route({
    name: "get-attendance",
    method: "GET",
    path: "/cohorts/{cohortId}/attendance",
    access: LEADERS,
    summary: "A cohort's attendance sheet: the days that are held, and everybody's marks",
    params: cohortParams,
    query: none,
    body: noBody,
    answers: { 200: json("The sheet", SheetView) },
    errors: ["not-found"],
    handle: async (app, { params }) => {
      const { cohort, everybody } = await app.readCohorts.everybody(params.cohortId);
      return reply(200, sheetView(cohort, everybody));
    },
  }),
  route({
    name: "download-attendance-csv",
    method: "GET",
    path: "/cohorts/{cohortId}/attendance.csv",
    access: LEADERS,
    summary: "The attendance sheet as a CSV file that Norwegian Excel opens",
    params: cohortParams,
    query: none,
    body: noBody,
    answers: { 200: file("UTF-8 with a byte order mark, semicolons", "text/csv; charset=utf-8", z.string()) },
    errors: ["not-found"],
    handle: async (app, { params, locale }) => {
      const { cohort, everybody } = await app.readCohorts.everybody(params.cohortId);
      const headers = attached(`oppmote-${sheetName(cohort)}.csv`);
      return reply(200, csv(attendanceSheet(cohort, everybody, locale)), { headers });
    },
  }),
  route({
    name: "download-attendance-xlsx",
    method: "GET",
    path: "/cohorts/{cohortId}/attendance.xlsx",
    access: LEADERS,
    summary: "The attendance sheet as an Excel workbook",
    params: cohortParams,
    query: none,
    body: noBody,
    answers: { 200: file("A workbook of one sheet", XLSX, z.base64()) },
    errors: ["not-found"],
    handle: async (app, { params, locale }) => {
      const { cohort, everybody } = await app.readCohorts.everybody(params.cohortId);
      const headers = attached(`oppmote-${sheetName(cohort)}.xlsx`);
      return reply(200, await xlsx("Oppmøte", attendanceSheet(cohort, everybody, locale)), { headers, base64: true });
    },
  }),
  route({
    name: "list-eligibility",
    method: "GET",
    path: "/cohorts/{cohortId}/eligibility",
    access: ["administrator"],
    summary: "Who qualifies for a certificate, and for everybody else every reason why not",
    params: cohortParams,
    query: none,
    body: noBody,
    answers: { 200: json("Everybody who ever took part", z.object({ participants: z.array(EligibilityView) })) },
    errors: ["not-found"],
    handle: async (app, { params }) => {
      const listed = await app.listEligibility(params.cohortId);
      return reply(200, { participants: listed.map(eligibilityView) });
    },
  }),
  route({
    name: "get-own-participation",
    method: "GET",
    path: "/cohorts/{cohortId}/participants/{placeId}",
    access: "key",
    summary: "One's own year: days, marks, how many can still be missed, portfolio and essay",
    params: participantParams,
    query: none,
    body: noBody,
    answers: { 200: json("The year", OwnParticipationView) },
    errors: ["not-found"],
    handle: async (app, { params, caller }) =>
      reply(200, ownParticipationView(await app.getOwnParticipation(params, caller))),
  }),
  route({
    name: "participant-page",
    method: "GET",
    path: "/cohorts/{cohortId}/participants/{placeId}/page",
    access: "key",
    summary: "The page of one who takes part in a cohort",
    params: participantParams,
    query: none,
    body: noBody,
    answers: { 200: page("The participant's page") },
    errors: ["not-found"],
    handle: async (app, { params, caller, lang }) => {
      const own = await app.getOwnParticipation(params, caller);
      return reply(200, participantPage(own, caller, lang ?? own.participation.locale));
    },
  }),
];
