import * as z from "zod";
import { AgreementId } from "#kernel/ids";
import { json, noBody, none, reply, routeOf } from "#platform/http/route";
import type { PlanMeetings } from "../app/plan-meetings.ts";
import { Meeting, MeetingId, MeetingTime } from "../domain/meeting.ts";
import { MeetingKind } from "../domain/promised.ts";

export interface MeetingApp {
  readonly planMeetings: PlanMeetings;
}

const route = routeOf<MeetingApp>();

const access = ["administrator", "course-leader"] as const;
const params = z.strictObject({ agreementId: AgreementId, meetingId: MeetingId });
const Seen = z.strictObject({ version: z.int().min(1) });

/** The meetings that an agreement promises; whoever holds them plans them. */
export const meetingRoutes = [
  route({
    name: "list-meetings",
    method: "GET",
    path: "/agreements/{agreementId}/meetings",
    access,
    summary: "The meetings of an agreement, for whoever holds them",
    params: z.strictObject({ agreementId: AgreementId }),
    query: none,
    body: noBody,
    answers: { 200: json("The meetings, in order of time", z.object({ meetings: z.array(Meeting) })) },
    errors: ["not-found"],
    handle: async ({ planMeetings }, { params: { agreementId } }) =>
      reply(200, { meetings: [...(await planMeetings.list(agreementId))] }),
  }),
  route({
    name: "plan-meeting",
    method: "POST",
    path: "/agreements/{agreementId}/meetings",
    access,
    summary: "Plan a meeting with the core group or the staff, a planning day, or SMART relasjon",
    params: z.strictObject({ agreementId: AgreementId }),
    query: none,
    body: z.strictObject({ kind: MeetingKind, time: MeetingTime }),
    answers: { 201: json("The meeting", Meeting) },
    errors: ["not-found", "meeting-outside-period", "busy-try-again"],
    handle: async ({ planMeetings }, { params: { agreementId }, body, origin }) =>
      reply(201, await planMeetings.plan(origin, agreementId, body.kind, body.time)),
  }),
  route({
    name: "move-meeting",
    method: "PUT",
    path: "/agreements/{agreementId}/meetings/{meetingId}",
    access,
    summary: "Move a planned meeting to another time or place",
    params,
    query: none,
    body: Seen.extend({ time: MeetingTime }),
    answers: { 200: json("The meeting", Meeting) },
    errors: ["not-found", "changed-meanwhile", "meeting-is-over", "meeting-outside-period", "busy-try-again"],
    handle: async ({ planMeetings }, { params: meeting, body: { version, time }, origin }) =>
      reply(200, await planMeetings.move(origin, { ...meeting, version }, time)),
  }),
  route({
    name: "settle-meeting",
    method: "POST",
    path: "/agreements/{agreementId}/meetings/{meetingId}/outcome",
    access,
    summary: "Mark a meeting as held or cancelled; a wrong mark is put right by another",
    params,
    query: none,
    body: Seen.extend({ status: z.enum(["held", "cancelled"]) }),
    answers: { 200: json("The meeting", Meeting) },
    errors: ["not-found", "changed-meanwhile", "meeting-not-begun", "busy-try-again"],
    handle: async ({ planMeetings }, { params: meeting, body: { version, status }, origin }) =>
      reply(200, await planMeetings.settle(origin, { ...meeting, version }, status)),
  }),
];
