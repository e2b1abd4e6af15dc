import * as z from "zod";
import { OfferingId, PlaceId } from "#kernel/ids";
import type { Locale } from "#kernel/locale";
import { json, noBody, none, reply, routeOf } from "#platform/http/route";
import { type ArrangeGroups, type GroupsSeen, PlacedAnswer, PlacingsGiven } from "../app/arrange-groups.ts";
import { MIXED_BY } from "../domain/grouping.ts";
import { Placing } from "../domain/groups.ts";
import { groupsText, groupText } from "../domain/groups-text.ts";
import { Participation } from "../domain/participation.ts";

export interface GroupsApp {
  readonly arrangeGroups: ArrangeGroups;
}

const route = routeOf<GroupsApp>();
const cohortParams = z.strictObject({ cohortId: OfferingId });

export const GroupsView = z.object({
  /** To be sent with what is to be saved. */
  version: z.int(),
  /** 100: as evenly mixed as the numbers could ever allow. */
  score: z.int().min(0).max(100),
  /** In words, how well the groups are mixed. */
  reason: z.string(),
  groups: z.array(
    z.object({
      group: z.int().min(1),
      reason: z.string(),
      members: z.array(Participation.pick({ placeId: true, name: true, background: true, processLeader: true })),
      processLeader: PlaceId.optional(),
      spreads: z.array(z.object({ aspect: z.enum(MIXED_BY), different: z.int(), of: z.int(), mostAlike: z.int() })),
      /** Pairs of colleagues. */
      colleagues: z.int(),
    }),
  ),
  /** Who would move; to be sent back as `placings` to make it so. */
  moves: z.array(Placing),
});

export const groupRoutes = [
  route({
    name: "get-groups",
    method: "GET",
    path: "/cohorts/{cohortId}/groups",
    access: ["administrator", "course-leader"],
    summary: "The learning groups as they are, with how well they are mixed",
    params: cohortParams,
    query: none,
    body: noBody,
    answers: { 200: json("The groups", GroupsView) },
    errors: ["not-found"],
    handle: async (app, { params, locale }) =>
      reply(200, groupsView(await app.arrangeGroups.get(params.cohortId), locale)),
  }),
  route({
    name: "propose-groups",
    method: "GET",
    path: "/cohorts/{cohortId}/groups/proposal",
    access: ["administrator"],
    summary: "Learning groups mixed from the ground up, with process leaders where they are; nothing is written",
    params: cohortParams,
    query: z.strictObject({
      /** Another number may propose other groups that are as good. */
      seed: z.coerce.number().int().min(0).max(1_000_000).default(1),
      /** All groups, or as few as hold everybody. */
      fill: z.enum(["even", "full"]).default("even"),
    }),
    body: noBody,
    answers: { 200: json("The proposal", GroupsView) },
    errors: ["not-found"],
    handle: async (app, { params, query, locale }) =>
      reply(200, groupsView(await app.arrangeGroups.propose(params.cohortId, query), locale)),
  }),
  route({
    name: "rebalance-groups",
    method: "GET",
    path: "/cohorts/{cohortId}/groups/rebalance",
    access: ["administrator"],
    summary: "The fewest moves that even the groups out after somebody has left or come; nothing is written",
    params: cohortParams,
    query: z.strictObject({ moves: z.coerce.number().int().min(0).max(90).default(6) }),
    body: noBody,
    answers: { 200: json("The proposal", GroupsView) },
    errors: ["not-found"],
    handle: async (app, { params, query, locale }) =>
      reply(200, groupsView(await app.arrangeGroups.rebalance(params.cohortId, query.moves), locale)),
  }),
  route({
    name: "place-in-groups",
    method: "PUT",
    path: "/cohorts/{cohortId}/groups",
    access: ["administrator"],
    summary: "Put up to 90 people into groups, move one, or say who leads a group's process: all of it, or nothing",
    params: cohortParams,
    query: none,
    body: PlacingsGiven,
    answers: { 200: json("The groups' new version, and how many were changed", PlacedAnswer) },
    errors: [
      "not-found",
      "changed-meanwhile",
      "participants-not-in-cohort",
      "participant-withdrawn",
      "group-unknown",
      "group-has-process-leader",
      "busy-try-again",
    ],
    handle: async (app, { params, body, origin }) =>
      reply(200, await app.arrangeGroups.place(origin, params.cohortId, body)),
  }),
];

function groupsView({ version, members, report, moves }: GroupsSeen, locale: Locale): z.input<typeof GroupsView> {
  const byPlace = new Map(members.map((member) => [member.placeId, member]));
  return {
    version,
    score: report.score,
    reason: groupsText(report, locale),
    groups: report.groups.map((each) => ({
      ...each,
      spreads: [...each.spreads],
      reason: groupText(each, locale),
      members: each.placeIds.flatMap((placeId) => byPlace.get(placeId) ?? []),
    })),
    moves: [...moves],
  };
}
