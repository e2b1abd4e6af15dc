import * as z from "zod";
import { PersonId } from "#kernel/caller";
import { Instant } from "#kernel/clock";
import { invariant } from "#kernel/domain-error";
import { OfferingId, PlaceId } from "#kernel/ids";
import { json, noBody, none, reply, routeOf } from "#platform/http/route";
import { HandInChanged } from "../app/change-hand-in.ts";
import type { ReadHandIns } from "../app/read-hand-ins.ts";
import type { ReviewHandIn } from "../app/review-hand-in.ts";
import { HandInMove } from "../domain/hand-in.ts";
import { HandInKind } from "../domain/practice-document.ts";
import { ReviewRequest } from "../domain/review.ts";
import { handInParams } from "./hand-in-routes.ts";

export interface ReviewApp {
  readonly readHandIns: ReadHandIns;
  readonly reviewHandIn: ReviewHandIn;
}

const route = routeOf<ReviewApp>();
const REVIEWERS = ["reviewer", "administrator"] as const;

const QueueView = z.object({
  waiting: z.array(
    z.object({
      cohortId: OfferingId,
      placeId: PlaceId,
      kind: HandInKind,
      name: z.string(),
      submittedAt: Instant.optional(),
    }),
  ),
  cursor: z.string().optional(),
});

const EntriesView = z.object({
  moves: z.array(z.object({ move: HandInMove, at: Instant, by: PersonId.optional(), comments: z.string().optional() })),
});

export const reviewRoutes = [
  route({
    name: "list-review-queue",
    method: "GET",
    path: "/review-queue",
    access: REVIEWERS,
    summary: "Portfolios and essays that wait for a reviewer, the longest waiting first",
    params: none,
    query: z.strictObject({ cursor: z.string().max(1000).optional() }),
    body: noBody,
    answers: { 200: json("A page of the queue", QueueView) },
    errors: [],
    handle: async (app, { query }) => {
      const { items, cursor } = await app.readHandIns.queue(query.cursor);
      const waiting = items.map(({ handIn, participation }) => ({ ...handIn, name: participation.name }));
      return reply(200, { waiting, cursor });
    },
  }),
  route({
    name: "list-hand-in-moves",
    method: "GET",
    path: "/cohorts/{cohortId}/participants/{placeId}/hand-ins/{kind}/moves",
    access: REVIEWERS,
    summary: "What was done with a portfolio or essay, by whom and when: the oldest first",
    params: handInParams,
    query: none,
    body: noBody,
    answers: { 200: json("Every move", EntriesView) },
    errors: [],
    handle: async (app, { params }) => reply(200, { moves: [...(await app.readHandIns.entries(params))] }),
  }),
  route({
    name: "review-hand-in",
    method: "POST",
    path: "/cohorts/{cohortId}/participants/{placeId}/hand-ins/{kind}/review",
    access: REVIEWERS,
    summary: "Approve a portfolio or essay, return it with comments, or open again what was approved",
    params: handInParams,
    query: none,
    body: ReviewRequest,
    answers: { 200: json("Its status", HandInChanged) },
    errors: [
      "not-found",
      "own-portfolio",
      "hand-in-moved-on",
      "hand-in-handed-in-anew",
      "certificate-stands",
      "busy-try-again",
    ],
    handle: async (app, { params, body, caller, origin }) => {
      invariant(caller.kind === "person", "a route for roles has a person who calls");
      return reply(200, await app.reviewHandIn(origin, params, body, caller));
    },
  }),
];
