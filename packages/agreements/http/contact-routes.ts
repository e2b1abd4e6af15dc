import * as z from "zod";
import type { ErrorCode } from "#kernel/error-details";
import { AgreementId, SeatId } from "#kernel/ids";
import { json, noBody, none, reply, routeOf } from "#platform/http/route";
import type { FindCohorts } from "../app/find-cohorts.ts";
import type { GetAgreement } from "../app/get-agreement.ts";
import type { GiveBackTrainerSeat } from "../app/give-back-trainer-seat.ts";
import { type MoveTrainerSeat, MoveTrainerSeatCommand } from "../app/move-trainer-seat.ts";
import { MaterialsOrderedAnswer, type OrderMaterials } from "../app/order-materials.ts";
import type { ReplaceParticipant } from "../app/replace-participant.ts";
import { SeatAnswer, SeatParticulars, type TakeTrainerSeat, TakeTrainerSeatCommand } from "../app/take-trainer-seat.ts";
import { Materials } from "../domain/materials.ts";
import { AgreementView, agreementView, CohortView, cohortView, YearView } from "./agreement-views.ts";

export interface ContactApp {
  readonly getAgreement: GetAgreement;
  readonly findCohorts: FindCohorts;
  readonly takeTrainerSeat: TakeTrainerSeat;
  readonly replaceParticipant: ReplaceParticipant;
  readonly giveBackTrainerSeat: GiveBackTrainerSeat;
  readonly moveTrainerSeat: MoveTrainerSeat;
  readonly orderMaterials: OrderMaterials;
}

const route = routeOf<ContactApp>();

const params = z.strictObject({ agreementId: AgreementId });
const seatParams = z.strictObject({ agreementId: AgreementId, seatId: SeatId });

/** How a place in a cohort may be refused to whoever is named for it. */
const NAMING: readonly ErrorCode[] = [
  "participant-missing",
  "participant-address-missing",
  "participant-has-place",
  "answer-missing",
  "answer-unknown",
  "health-consent-missing",
  "choice-of-goods-missing",
  "choice-of-goods-unknown",
  "out-of-stock",
];

const TAKING: readonly ErrorCode[] = [
  "not-found",
  "cohort-without-seats",
  "seat-outside-period",
  "offering-not-open",
  "offering-full",
  ...NAMING,
  "busy-try-again",
];

/** What an organisation's contacts do with their agreement, by the key in their mail or logged in; administrators too. */
export const contactRoutes = [
  route({
    name: "get-agreement",
    method: "GET",
    path: "/agreements/{agreementId}",
    access: "key",
    summary: "The agreement: its terms, seats used and left, meetings promised and held, orders of materials",
    params,
    query: none,
    body: noBody,
    answers: { 200: json("The agreement", AgreementView) },
    errors: ["not-found"],
    handle: async ({ getAgreement }, { params: { agreementId }, caller }) =>
      reply(200, agreementView(await getAgreement(agreementId, caller))),
  }),
  route({
    name: "get-meetings-kept",
    method: "GET",
    path: "/agreements/{agreementId}/years",
    access: "key",
    summary: "Year by year, what is promised of each kind of meeting against what is planned and held",
    params,
    query: none,
    body: noBody,
    answers: { 200: json("The years", z.object({ years: z.array(YearView) })) },
    errors: ["not-found"],
    handle: async ({ getAgreement }, { params: { agreementId }, caller }) =>
      reply(200, { years: [...(await getAgreement(agreementId, caller)).kept] }),
  }),
  route({
    name: "find-cohorts",
    method: "GET",
    path: "/agreements/{agreementId}/cohorts",
    access: "key",
    summary: "Cohorts that a seat could be used in now",
    params,
    query: none,
    body: noBody,
    answers: { 200: json("The cohorts, the first to start first", z.object({ cohorts: z.array(CohortView) })) },
    errors: ["not-found"],
    handle: async ({ findCohorts }, { params: { agreementId }, caller }) =>
      reply(200, { cohorts: (await findCohorts(agreementId, caller)).map(cohortView) }),
  }),
  route({
    name: "take-trainer-seat",
    method: "POST",
    path: "/agreements/{agreementId}/seats",
    access: "key",
    summary: "Use a seat for somebody's place in a cohort",
    params,
    query: none,
    body: TakeTrainerSeatCommand,
    answers: { 201: json("The seat and its place", SeatAnswer) },
    errors: ["agreement-seats-used-up", ...TAKING],
    handle: async ({ takeTrainerSeat }, { params: { agreementId }, body, caller, origin }) =>
      reply(201, await takeTrainerSeat(origin, agreementId, body, caller)),
  }),
  route({
    name: "replace-participant",
    method: "PUT",
    path: "/agreements/{agreementId}/seats/{seatId}/participant",
    access: "key",
    summary: "Somebody else comes instead, until the cohort's naming deadline",
    params: seatParams,
    query: none,
    body: SeatParticulars,
    answers: { 200: json("The seat and its place", SeatAnswer) },
    errors: [
      "not-found",
      "seat-is-given-back",
      "place-cancelled",
      "naming-deadline-passed",
      ...NAMING,
      "busy-try-again",
    ],
    handle: async ({ replaceParticipant }, { params: seat, body, caller, origin }) =>
      reply(200, await replaceParticipant(origin, seat, body, caller)),
  }),
  route({
    name: "give-back-trainer-seat",
    method: "POST",
    path: "/agreements/{agreementId}/seats/{seatId}/return",
    access: "key",
    summary: "Give a seat back: until the cohort's cancellation deadline, administrators also later",
    params: seatParams,
    query: none,
    body: z.strictObject({}),
    answers: { 200: json("The seat, given back", SeatAnswer) },
    errors: ["not-found", "seat-is-given-back", "cancellation-deadline-passed", "busy-try-again"],
    handle: async ({ giveBackTrainerSeat }, { params: seat, caller, origin }) =>
      reply(200, await giveBackTrainerSeat(origin, seat, caller)),
  }),
  route({
    name: "move-trainer-seat",
    method: "POST",
    path: "/agreements/{agreementId}/seats/{seatId}/move",
    access: "key",
    summary: "Use a seat in another cohort instead, also when all the others are used",
    params: seatParams,
    query: none,
    body: MoveTrainerSeatCommand,
    answers: { 200: json("The seat and its new place", SeatAnswer) },
    errors: ["seat-is-given-back", "seat-is-there-already", "cancellation-deadline-passed", ...TAKING],
    handle: async ({ moveTrainerSeat }, { params: seat, body, caller, origin }) =>
      reply(200, await moveTrainerSeat(origin, seat, body, caller)),
  }),
  route({
    name: "order-materials",
    method: "POST",
    path: "/agreements/{agreementId}/materials",
    access: "key",
    summary: "Order a book and a deck for each employee, on invoice at the agreement's prices",
    params,
    query: none,
    body: Materials,
    answers: { 201: json("The order", MaterialsOrderedAnswer) },
    errors: [
      "not-found",
      "agreement-has-ended",
      "product-not-for-sale",
      "not-part-of-a-set",
      "out-of-stock",
      "too-much-for-one-order",
      "busy-try-again",
    ],
    handle: async ({ orderMaterials }, { params: { agreementId }, body, caller, origin }) =>
      reply(201, await orderMaterials(origin, agreementId, body, caller)),
  }),
];
