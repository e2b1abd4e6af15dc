import * as z from "zod";
import { Instant } from "#kernel/clock";
import { OfferingId, OrderNumber, PlaceId, WorkplaceCourseId } from "#kernel/ids";
import { sheetRows } from "#platform/files/read-sheet";
import { paging } from "#platform/http/paging";
import { json, noBody, none, reply, routeOf } from "#platform/http/route";
import { type AnswerWorkplaceCourse, WorkplaceCourseAnswered } from "../app/workplace-course-answer.ts";
import { type ChangeWorkplaceParticipant, ParticipantChanged } from "../app/workplace-course-change-participant.ts";
import {
  AnswerQuoteCommand,
  type OrderWorkplaceCourse,
  type TurnDownWorkplaceCourse,
  WorkplaceCourseOrdered,
} from "../app/workplace-course-order.ts";
import { type ListWorkplaceParticipants, ParticipantsListed } from "../app/workplace-course-participants.ts";
import type { ReadWorkplaceCourses } from "../app/workplace-course-read.ts";
import { type RequestWorkplaceCourse, WorkplaceCourseRequested } from "../app/workplace-course-request.ts";
import { DeclinedBecause, Quote, QuoteDetails, WorkplaceCourseRequest } from "../domain/workplace-course.ts";
import { ListedParticipant, participantsIn } from "../domain/workplace-participants.ts";
import { workplaceCoursePages } from "./pages/workplace-course-pages.ts";
import { workplaceParticipantPages } from "./pages/workplace-participant-pages.ts";

export interface WorkplaceCourseApp {
  readonly requestWorkplaceCourse: RequestWorkplaceCourse;
  readonly answerWorkplaceCourse: AnswerWorkplaceCourse;
  readonly orderWorkplaceCourse: OrderWorkplaceCourse;
  readonly turnDownWorkplaceCourse: TurnDownWorkplaceCourse;
  readonly listWorkplaceParticipants: ListWorkplaceParticipants;
  readonly changeWorkplaceParticipant: ChangeWorkplaceParticipant;
  readonly readWorkplaceCourses: ReadWorkplaceCourses;
}

const route = routeOf<WorkplaceCourseApp>();
const params = z.strictObject({ courseId: WorkplaceCourseId });
const listedParams = params.extend({ placeId: PlaceId });

/** A course as its contact and administrators see it: without the key that opens it. */
const WorkplaceCourseView = z.object({
  courseId: WorkplaceCourseId,
  ...WorkplaceCourseRequest.shape,
  status: z.string(),
  requestedAt: Instant,
  /** The newest offer. */
  quote: Quote.optional(),
  /** Why it was declined. */
  reason: z.string().optional(),
  offeringId: OfferingId.optional(),
  orderNumber: OrderNumber.optional(),
  version: z.int().min(1),
});

/** Rows beyond any course's places are refused with what there is room for, not for being many. */
const MAX_ROWS = 5000;

const listingErrors = [
  "not-found",
  "workplace-course-not-ordered",
  "participants-exceed-capacity",
  "offering-not-open",
  "offering-full",
  "busy-try-again",
] as const;

export const workplaceCourseRoutes = [
  route({
    name: "request-workplace-course",
    method: "POST",
    path: "/workplace-courses",
    access: "public",
    summary: "Ask for a course at one's own workplace; a mail says that it came, and another what is offered",
    params: none,
    query: none,
    body: WorkplaceCourseRequest,
    answers: { 201: json("It came", WorkplaceCourseRequested) },
    errors: ["date-is-past", "too-many-enquiries", "busy-try-again"],
    handle: async (app, { body, origin, locale, sourceIp }) =>
      reply(201, await app.requestWorkplaceCourse(origin, body, { locale, sourceIp })),
  }),
  route({
    name: "list-workplace-courses",
    method: "GET",
    path: "/workplace-courses",
    access: ["administrator"],
    summary: "Everything that was asked for, the newest first, a page at a time",
    params: none,
    query: paging.pick({ cursor: true }),
    body: noBody,
    answers: {
      200: json("A page of requests", z.object({ items: z.array(WorkplaceCourseView), cursor: z.string().optional() })),
    },
    errors: [],
    async handle(app, { query }) {
      const page = await app.readWorkplaceCourses.list({ limit: 50, ...query });
      return reply(200, { ...page, items: [...page.items] });
    },
  }),
  route({
    name: "get-workplace-course",
    method: "GET",
    path: "/workplace-courses/{courseId}",
    access: "key",
    summary: "A course at a workplace, with the participants listed so far",
    params,
    query: none,
    body: noBody,
    answers: {
      200: json(
        "The course",
        WorkplaceCourseView.extend({ listed: z.array(ListedParticipant.extend({ placeId: PlaceId })) }),
      ),
    },
    errors: ["not-found"],
    async handle(app, { params, caller }) {
      const { course, participants } = await app.readWorkplaceCourses.one(params.courseId, caller);
      return reply(200, { ...course, listed: [...participants] });
    },
  }),
  route({
    name: "quote-workplace-course",
    method: "POST",
    path: "/workplace-courses/{courseId}/quotes",
    access: ["administrator"],
    summary: "Offer a price and a date, until a deadline; another offer takes the place of the one before",
    params,
    query: none,
    body: QuoteDetails,
    answers: { 200: json("The course, quoted", WorkplaceCourseAnswered) },
    errors: ["not-found", "workplace-course-settled", "date-is-past", "busy-try-again"],
    handle: async (app, { params, body, origin }) =>
      reply(200, await app.answerWorkplaceCourse.quote(origin, params.courseId, body)),
  }),
  route({
    name: "decline-workplace-course",
    method: "POST",
    path: "/workplace-courses/{courseId}/declination",
    access: ["administrator"],
    summary: "Say no, with a reason that the contact is told",
    params,
    query: none,
    body: z.strictObject({ reason: DeclinedBecause }),
    answers: { 200: json("The course, declined", WorkplaceCourseAnswered) },
    errors: ["not-found", "workplace-course-settled", "busy-try-again"],
    handle: async (app, { params, body, origin }) =>
      reply(200, await app.answerWorkplaceCourse.decline(origin, params.courseId, body.reason)),
  }),
  route({
    name: "order-workplace-course",
    method: "POST",
    path: "/workplace-courses/{courseId}/order",
    access: "key",
    summary: "Accept the offer that was seen: an order on invoice, and a course of one's own",
    params,
    query: none,
    body: AnswerQuoteCommand,
    answers: { 201: json("The order, with the key that opens it", WorkplaceCourseOrdered) },
    errors: [
      "not-found",
      "forbidden",
      "workplace-course-not-quoted",
      "workplace-course-settled",
      "quote-changed",
      "quote-expired",
      "busy-try-again",
    ],
    handle: async (app, { params, body, origin, caller }) =>
      reply(201, await app.orderWorkplaceCourse(origin, params.courseId, body, caller)),
  }),
  route({
    name: "turn-down-workplace-course",
    method: "POST",
    path: "/workplace-courses/{courseId}/turning-down",
    access: "key",
    summary: "Say no to the offer that was seen",
    params,
    query: none,
    body: AnswerQuoteCommand,
    answers: { 200: json("The course, turned down", WorkplaceCourseAnswered) },
    errors: [
      "not-found",
      "forbidden",
      "workplace-course-not-quoted",
      "workplace-course-settled",
      "quote-changed",
      "quote-expired",
      "busy-try-again",
    ],
    handle: async (app, { params, body, origin, caller }) =>
      reply(200, await app.turnDownWorkplaceCourse(origin, params.courseId, body, caller)),
  }),
  route({
    name: "list-workplace-participants",
    method: "POST",
    path: "/workplace-courses/{courseId}/participants",
    access: "key",
    summary: "List who comes; those who are listed already stay as they are",
    params,
    query: none,
    body: z.strictObject({ participants: z.array(ListedParticipant).min(1).max(MAX_ROWS) }),
    answers: { 200: json("How many are listed", ParticipantsListed) },
    errors: [...listingErrors],
    handle: async (app, { params, body, origin, caller }) =>
      reply(200, await app.listWorkplaceParticipants(origin, params.courseId, body.participants, caller)),
  }),
  route({
    name: "list-workplace-participants-of-spreadsheet",
    method: "POST",
    path: "/workplace-courses/{courseId}/participants/spreadsheet",
    access: "key",
    summary: "List who comes by a spreadsheet: Excel or CSV, with a column of names and one of e-mail addresses",
    params,
    query: none,
    body: z.strictObject({
      /** The file, base64; 256 KB of body at most. */
      file: z
        .base64()
        .min(1)
        .max(256 * 1024),
    }),
    answers: { 200: json("How many are listed", ParticipantsListed) },
    errors: ["spreadsheet-unreadable", "participants-unreadable", ...listingErrors],
    async handle(app, { params, body, origin, caller }) {
      const participants = participantsIn(await sheetRows(Buffer.from(body.file, "base64")));
      return reply(200, await app.listWorkplaceParticipants(origin, params.courseId, participants, caller));
    },
  }),
  route({
    name: "correct-workplace-participant",
    method: "PUT",
    path: "/workplace-courses/{courseId}/participants/{placeId}",
    access: "key",
    summary: "Mend a name or an address on the list, or list somebody else instead; an address gets a mail",
    params: listedParams,
    query: none,
    body: ListedParticipant,
    answers: { 200: json("On the list", ParticipantChanged) },
    errors: [
      "not-found",
      "workplace-course-not-ordered",
      "place-cancelled",
      "participant-listed-already",
      "busy-try-again",
    ],
    handle: async (app, { params, body, origin, caller }) =>
      reply(200, await app.changeWorkplaceParticipant.correct(origin, params, body, caller)),
  }),
  route({
    name: "remove-workplace-participant",
    method: "POST",
    path: "/workplace-courses/{courseId}/participants/{placeId}/removal",
    access: "key",
    summary: "Take somebody off the list, who is told by mail; the course costs the same",
    params: listedParams,
    query: none,
    body: z.strictObject({}),
    answers: { 200: json("Off the list", ParticipantChanged) },
    errors: ["not-found", "workplace-course-not-ordered", "busy-try-again"],
    handle: async (app, { params, origin, caller }) =>
      reply(200, await app.changeWorkplaceParticipant.remove(origin, params, caller)),
  }),
  ...workplaceCoursePages,
  ...workplaceParticipantPages,
];
