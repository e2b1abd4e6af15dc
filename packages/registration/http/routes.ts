import * as z from "zod";
import { EntryId, OfferingId, OrderNumber, PlaceId } from "#kernel/ids";
import { empty, json, noBody, none, type Route, reply, routeOf } from "#platform/http/route";
import type { CountNeeds } from "../app/count-needs.ts";
import type { GetEntry } from "../app/get-entry.ts";
import { JoinedAnswer, type JoinWaitingList } from "../app/join-waiting-list.ts";
import type { ListWaitingList } from "../app/list-waiting-list.ts";
import { NamedAnswer } from "../app/name-participant.ts";
import { Particulars } from "../domain/particulars.ts";
import { JoinRequest } from "../domain/waiting-list.ts";
import { EntryView, ListedEntryView } from "./entry-view.ts";
import { type EntryPagesApp, entryPages } from "./pages/entry-routes.ts";
import { type NamingPagesApp, namingPages } from "./pages/naming-routes.ts";
import { type OfferPagesApp, offerPages } from "./pages/offer-routes.ts";
import { type ParticipantsApp, participantRoutes } from "./participant-routes.ts";

export interface RegistrationApp extends EntryPagesApp, OfferPagesApp, NamingPagesApp, ParticipantsApp {
  readonly joinWaitingList: JoinWaitingList;
  readonly getEntry: GetEntry;
  readonly listWaitingList: ListWaitingList;
  readonly countNeeds: CountNeeds;
}

const route = routeOf<RegistrationApp>();

const offeringParams = z.strictObject({ offeringId: OfferingId });
const entryParams = z.strictObject({ offeringId: OfferingId, entryId: EntryId });
const Cursor = z.string().max(1000).optional();

export const routes: readonly Route<RegistrationApp>[] = [
  route({
    name: "join-waiting-list",
    method: "POST",
    path: "/offerings/{offeringId}/waiting-list",
    access: "public",
    summary: "Stand in line for one place of a ticket type that is full",
    params: offeringParams,
    query: none,
    body: JoinRequest,
    answers: { 201: json("The entry, with the key that opens it, and its position", JoinedAnswer) },
    errors: [
      "offering-not-open",
      "ticket-type-unknown",
      "offering-not-full",
      "employee-address-missing",
      "trainer-seat-missing",
      "organisers-list-only",
      "certificate-missing",
      "busy-try-again",
    ],
    handle: async (app, { params, body, origin, locale }) =>
      reply(201, await app.joinWaitingList(origin, params.offeringId, body, locale)),
  }),
  route({
    name: "list-waiting-list",
    method: "GET",
    path: "/offerings/{offeringId}/waiting-list",
    access: ["administrator"],
    summary: "Everybody who joined, in that order, and why those who wait have not been offered a place",
    params: offeringParams,
    query: z.strictObject({ cursor: Cursor }),
    body: noBody,
    answers: {
      200: json("A page of entries", z.object({ entries: z.array(ListedEntryView), cursor: z.string().optional() })),
    },
    errors: ["not-found"],
    handle: async (app, { params, query }) => {
      const { items, cursor } = await app.listWaitingList(params.offeringId, query.cursor);
      return reply(200, { entries: [...items], cursor });
    },
  }),
  route({
    name: "get-entry",
    method: "GET",
    path: "/offerings/{offeringId}/waiting-list/{entryId}",
    access: "key",
    summary: "One's position in the line, or the place one is offered",
    params: entryParams,
    query: none,
    body: noBody,
    answers: { 200: json("The entry", EntryView) },
    errors: ["not-found"],
    handle: async (app, { params, caller }) => {
      const { entry, position } = await app.getEntry(params, caller);
      return reply(200, { ...entry, position });
    },
  }),
  route({
    name: "leave-waiting-list",
    method: "DELETE",
    path: "/offerings/{offeringId}/waiting-list/{entryId}",
    access: "key",
    summary: "Leave the line, or say no to the offered place; the next in line gets it",
    params: entryParams,
    query: none,
    body: noBody,
    answers: { 204: empty("Not in line any more") },
    errors: ["not-found", "busy-try-again"],
    handle: async (app, { params, origin, caller }) => {
      await app.leaveWaitingList(origin, params, caller);
      return reply(204);
    },
  }),
  route({
    name: "name-participant",
    method: "PUT",
    path: "/orders/{orderNumber}/places/{placeId}/participant",
    access: "key",
    summary: "Fill in who comes, with answers and chosen goods, or change it for free until the naming deadline",
    params: z.strictObject({ orderNumber: OrderNumber, placeId: PlaceId }),
    query: none,
    body: Particulars,
    answers: { 200: json("The place, and the goods that come with it", NamedAnswer) },
    errors: [
      "not-found",
      "place-cancelled",
      "naming-deadline-passed",
      "answer-missing",
      "answer-unknown",
      "health-consent-missing",
      "choice-of-goods-missing",
      "choice-of-goods-unknown",
      "employee-address-missing",
      "participant-address-missing",
      "participant-has-place",
      "certificate-missing",
      "mail-proof-missing",
      "out-of-stock",
      "busy-try-again",
    ],
    handle: async (app, { params, body, origin, caller }) =>
      reply(200, await app.nameParticipant(origin, params, body, caller)),
  }),
  route({
    name: "count-needs",
    method: "GET",
    path: "/offerings/{offeringId}/catering",
    access: ["administrator"],
    summary: "For the caterer: how many need what, and never who",
    params: offeringParams,
    query: none,
    body: noBody,
    answers: {
      200: json(
        "Needs, the most frequent first within each question",
        z.object({
          needs: z.array(z.object({ questionId: z.string(), answer: z.string(), count: z.int().min(1) })),
        }),
      ),
    },
    errors: [],
    handle: async (app, { params }) => reply(200, { needs: await app.countNeeds(params.offeringId) }),
  }),
  ...entryPages,
  ...offerPages,
  ...namingPages,
  ...participantRoutes,
];
