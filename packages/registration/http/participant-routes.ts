import * as z from "zod";
import { OfferingId } from "#kernel/ids";
import { attached, XLSX } from "#platform/files/attached";
import { csv } from "#platform/files/csv";
import { xlsx } from "#platform/files/xlsx";
import { file, json, noBody, none, reply, routeOf } from "#platform/http/route";
import { type HandOut, HandOutAnswer } from "../app/hand-out.ts";
import type { ListParticipants } from "../app/list-participants.ts";
import { Place } from "../domain/place.ts";

export interface ParticipantsApp {
  readonly handOut: Pick<HandOut, "begin">;
  readonly listParticipants: ListParticipants;
}

const route = routeOf<ParticipantsApp>();

const offeringParams = z.strictObject({ offeringId: OfferingId });

/** A place in the list: not whether there are answers about health, which is for nobody's list. */
const ListedPlace = Place.omit({ healthAnswered: true, version: true });

export const participantRoutes = [
  route({
    name: "list-participants",
    method: "GET",
    path: "/offerings/{offeringId}/participants",
    access: ["administrator"],
    summary: "Who has the places, held or confirmed",
    params: offeringParams,
    query: z.strictObject({ cursor: z.string().max(1000).optional() }),
    body: noBody,
    answers: {
      200: json(
        "A page of places, of any length; the last has no cursor",
        z.object({ places: z.array(ListedPlace), cursor: z.string().optional() }),
      ),
    },
    errors: [],
    handle: async (app, { params, query }) => {
      const { places, cursor } = await app.listParticipants.page(params.offeringId, query.cursor);
      return reply(200, { places: [...places], cursor });
    },
  }),
  route({
    name: "download-participants-csv",
    method: "GET",
    path: "/offerings/{offeringId}/participants.csv",
    access: ["administrator"],
    summary: "The participant list as a CSV file that Norwegian Excel opens",
    params: offeringParams,
    query: none,
    body: noBody,
    answers: { 200: file("UTF-8 with a byte order mark, semicolons", "text/csv; charset=utf-8", z.string()) },
    errors: ["not-found"],
    handle: async (app, { params, locale }) => {
      const rows = await app.listParticipants.rows(params.offeringId, locale);
      return reply(200, csv(rows), { headers: attached("deltakere.csv") });
    },
  }),
  route({
    name: "download-participants-xlsx",
    method: "GET",
    path: "/offerings/{offeringId}/participants.xlsx",
    access: ["administrator"],
    summary: "The participant list as an Excel workbook",
    params: offeringParams,
    query: none,
    body: noBody,
    answers: { 200: file("A workbook of one sheet", XLSX, z.base64()) },
    errors: ["not-found"],
    handle: async (app, { params, locale }) => {
      const rows = await app.listParticipants.rows(params.offeringId, locale);
      return reply(200, await xlsx("Deltakere", rows), { headers: attached("deltakere.xlsx"), base64: true });
    },
  }),
  route({
    name: "hand-out",
    method: "POST",
    path: "/offerings/{offeringId}/hand-out",
    access: ["administrator"],
    summary:
      "The books and decks included in an offering's named places are handed out, and leave the shelf: once a place",
    params: offeringParams,
    query: none,
    body: noBody,
    answers: { 202: json("It is being done", HandOutAnswer) },
    errors: ["not-found", "too-early-to-hand-out", "busy-try-again"],
    handle: async (app, { params, origin }) => reply(202, await app.handOut.begin(origin, params.offeringId)),
  }),
];
