import * as z from "zod";
import { OfferingId, PlaceId } from "#kernel/ids";
import { json, noBody, none, reply, routeOf } from "#platform/http/route";
import { type ChangeCohort, CohortAnswer } from "../app/change-cohort.ts";
import { type ChangeParticipation, ParticipationChanged } from "../app/change-participation.ts";
import { CohortRequest } from "../app/cohort-request.ts";
import type { ReadCohorts } from "../app/read-cohorts.ts";
import { Cohort } from "../domain/cohort.ts";
import { HistoryEntry } from "../domain/history.ts";
import { Background, Participation } from "../domain/participation.ts";
import { callerId } from "./caller-id.ts";

export interface CohortApp {
  readonly changeCohort: ChangeCohort;
  readonly readCohorts: ReadCohorts;
  readonly changeParticipation: ChangeParticipation;
}

const route = routeOf<CohortApp>();
const CENTRE = ["administrator", "course-leader", "reviewer"] as const;

const cohortParams = z.strictObject({ cohortId: OfferingId });
export const participantParams = z.strictObject({ cohortId: OfferingId, placeId: PlaceId });

/** A participation as the centre's people see it: not the key, which is the participant's own, nor answers that a correction took the place of. */
export const ParticipationView = Participation.omit({ key: true, told: true });

export const cohortRoutes = [
  route({
    name: "create-cohort",
    method: "POST",
    path: "/cohorts",
    access: ["administrator"],
    summary: "Make a cohort with its calendar, and the offering people sign up for it by; open for sign-up, or a draft",
    params: none,
    query: none,
    body: CohortRequest.safeExtend({ as: z.enum(["draft", "published"]).default("published") }),
    answers: { 201: json("The cohort, with its offering", CohortAnswer) },
    errors: ["offering-is-over", "product-not-for-sale", "busy-try-again"],
    handle: async (app, { body: { as, ...request }, origin }) =>
      reply(201, await app.changeCohort.create(origin, request, as)),
  }),
  route({
    name: "list-cohorts",
    method: "GET",
    path: "/cohorts",
    access: CENTRE,
    summary: "Cohorts, the one that begins last first, a page at a time",
    params: none,
    query: z.strictObject({ cursor: z.string().max(1000).optional() }),
    body: noBody,
    answers: { 200: json("A page of cohorts", z.object({ cohorts: z.array(Cohort), cursor: z.string().optional() })) },
    errors: [],
    handle: async (app, { query }) => {
      const { items, cursor } = await app.readCohorts.list(query.cursor);
      return reply(200, { cohorts: [...items], cursor });
    },
  }),
  route({
    name: "get-cohort",
    method: "GET",
    path: "/cohorts/{cohortId}",
    access: ["administrator"],
    summary: "A cohort, with its offering and the key of a municipality's own",
    params: cohortParams,
    query: none,
    body: noBody,
    answers: { 200: json("The cohort, with its offering", CohortAnswer) },
    errors: ["not-found"],
    handle: async (app, { params }) => reply(200, await app.readCohorts.get(params.cohortId)),
  }),
  route({
    name: "edit-cohort",
    method: "PUT",
    path: "/cohorts/{cohortId}",
    access: ["administrator"],
    summary: "Change a cohort and its calendar; when its dates change, everybody who has signed up is told",
    params: cohortParams,
    query: none,
    body: CohortRequest.safeExtend({ version: Cohort.shape.version }),
    answers: { 200: json("The cohort, with its offering", CohortAnswer) },
    errors: [
      "not-found",
      "changed-meanwhile",
      "course-day-has-attendance",
      "cohort-has-certificates",
      "seats-would-break-agreement",
      "offering-is-cancelled",
      "bound-by-publication",
      "capacity-taken",
      "busy-try-again",
    ],
    handle: async (app, { params: { cohortId }, body: { version, ...request }, origin }) =>
      reply(200, await app.changeCohort.edit(origin, { cohortId, version }, request)),
  }),
  route({
    name: "list-cohort-participants",
    method: "GET",
    path: "/cohorts/{cohortId}/participants",
    access: CENTRE,
    summary: "Everybody who takes or took part in a cohort",
    params: cohortParams,
    query: none,
    body: noBody,
    answers: { 200: json("All of them", z.object({ participants: z.array(ParticipationView) })) },
    errors: ["not-found"],
    handle: async (app, { params }) => {
      const { everybody } = await app.readCohorts.everybody(params.cohortId);
      return reply(200, { participants: [...everybody] });
    },
  }),
  route({
    name: "change-participation-status",
    method: "PUT",
    path: "/cohorts/{cohortId}/participants/{placeId}/status",
    access: ["administrator"],
    summary: "Somebody leaves during the year, or is in again; what they have done is kept, and no money moves",
    params: participantParams,
    query: none,
    body: z.strictObject({ status: Participation.shape.status }),
    answers: { 200: json("The status", ParticipationChanged) },
    errors: ["not-found", "place-cancelled", "busy-try-again"],
    handle: async ({ changeParticipation }, { params, body, origin, caller }) => {
      const change = body.status === "withdrawn" ? changeParticipation.withdraw : changeParticipation.resume;
      return reply(200, await change(origin, params, callerId(caller)));
    },
  }),
  route({
    name: "describe-participant",
    method: "PUT",
    path: "/cohorts/{cohortId}/participants/{placeId}/background",
    access: ["administrator"],
    summary: "What learning groups are mixed by: profession, service, municipality and workplace",
    params: participantParams,
    query: none,
    body: Background,
    answers: { 200: json("The status", ParticipationChanged) },
    errors: ["not-found", "busy-try-again"],
    handle: async (app, { params, body, origin }) =>
      reply(200, await app.changeParticipation.describe(origin, params, body)),
  }),
  route({
    name: "list-participation-history",
    method: "GET",
    path: "/cohorts/{cohortId}/participants/{placeId}/history",
    access: ["administrator", "course-leader"],
    summary: "Marks and corrections, and when somebody left: who did it, when, and why",
    params: participantParams,
    query: none,
    body: noBody,
    answers: { 200: json("The oldest first", z.object({ history: z.array(HistoryEntry) })) },
    errors: [],
    handle: async (app, { params }) => reply(200, { history: [...(await app.readCohorts.history(params))] }),
  }),
];
