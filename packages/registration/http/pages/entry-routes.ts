import * as z from "zod";
import { EntryId, OfferingId } from "#kernel/ids";
import { empty, noBody, none, page, reply, routeOf } from "#platform/http/route";
import type { GetEntryDetails } from "../../app/get-entry-details.ts";
import type { LeaveWaitingList } from "../../app/leave-waiting-list.ts";
import { entryAddress } from "./addresses.ts";
import { entryPage } from "./entry-page.ts";
import { leavePage } from "./leave-page.ts";

export interface EntryPagesApp {
  readonly getEntryDetails: GetEntryDetails;
  readonly leaveWaitingList: LeaveWaitingList;
}

const route = routeOf<EntryPagesApp>();

const entryParams = z.strictObject({ offeringId: OfferingId, entryId: EntryId });

/** The pages behind the links in mails about waiting lists. */
export const entryPages = [
  route({
    name: "entry-page",
    method: "GET",
    path: "/offerings/{offeringId}/waiting-list/{entryId}/page",
    access: "key",
    summary: "The page of one in line: the position, or the place that is offered",
    params: entryParams,
    query: none,
    body: noBody,
    answers: { 200: page("The entry's page") },
    errors: ["not-found"],
    handle: async (app, { params, caller, lang }) => {
      const details = await app.getEntryDetails(params, caller);
      return reply(200, entryPage(details, lang ?? details.entry.locale));
    },
  }),
  route({
    name: "leave-page",
    method: "GET",
    path: "/offerings/{offeringId}/waiting-list/{entryId}/page/leave",
    access: "key",
    summary: "Asks whether to leave the line, or to say no to the offered place",
    params: entryParams,
    query: none,
    body: noBody,
    answers: { 200: page("The question") },
    errors: ["not-found"],
    handle: async (app, { params, caller, lang, origin }) => {
      const details = await app.getEntryDetails(params, caller);
      return reply(200, leavePage(details, lang ?? details.entry.locale, origin));
    },
  }),
  route({
    name: "leave-from-page",
    method: "POST",
    path: "/offerings/{offeringId}/waiting-list/{entryId}/page/leave",
    access: "key",
    summary: "Leaves the line, or says no to the offered place",
    accepts: "form",
    params: entryParams,
    query: none,
    body: z.strictObject({}),
    answers: { 303: empty("Back to the entry's page, which tells") },
    errors: ["not-found", "busy-try-again"],
    handle: async (app, { params, caller, lang, origin }) => {
      await app.leaveWaitingList(origin, params, caller);
      const { entry } = await app.getEntryDetails(params, caller);
      return reply(303, undefined, { headers: { location: entryAddress(entry, "", lang ?? entry.locale) } });
    },
  }),
];
