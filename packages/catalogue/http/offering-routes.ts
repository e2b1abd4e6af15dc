import * as z from "zod";
import { OfferingId } from "#kernel/ids";
import { StaffText } from "#kernel/locale";
import { pageOf, paging } from "#platform/http/paging";
import { json, noBody, none, reply, routeOf } from "#platform/http/route";
import { Offering, OfferingDetails } from "../domain/offering.ts";
import type { CatalogueApp } from "./catalogue-app.ts";
import { AdminOffering, adminOffering, PublicOffering, publicOffering } from "./offering-views.ts";

const route = routeOf<CatalogueApp>();
const params = z.strictObject({ offeringId: OfferingId });
const seen = z.strictObject({ version: z.int().min(1) });

export const offeringRoutes = [
  route({
    name: "list-offerings",
    method: "GET",
    path: "/offerings",
    access: "public",
    summary: "Courses, festivals and the rest that are still to come, the first one first, a page at a time",
    params: none,
    query: paging,
    body: noBody,
    answers: { 200: json("A page of offerings", pageOf(PublicOffering)) },
    errors: [],
    async handle(app, { query }) {
      const page = await app.readOfferings.list("published", query);
      return reply(200, { ...page, items: page.items.map(publicOffering) });
    },
  }),
  route({
    name: "get-offering",
    method: "GET",
    path: "/offerings/{offeringId}",
    access: "public",
    summary: "An offering, with its prices and open places",
    params,
    query: none,
    body: noBody,
    answers: { 200: json("The offering", PublicOffering) },
    errors: ["not-found"],
    handle: async (app, { params }) =>
      reply(200, publicOffering(await app.readOfferings.one("published", params.offeringId))),
  }),
  route({
    name: "list-all-offerings",
    method: "GET",
    path: "/admin/offerings",
    access: ["administrator"],
    summary: "All offerings with what is left of them, a page at a time: cancelled ones, drafts, then published ones",
    params: none,
    query: paging,
    body: noBody,
    answers: { 200: json("A page of offerings", pageOf(AdminOffering)) },
    errors: [],
    async handle(app, { query }) {
      const page = await app.readOfferings.list("all", query);
      return reply(200, { ...page, items: page.items.map(adminOffering) });
    },
  }),
  route({
    name: "get-any-offering",
    method: "GET",
    path: "/admin/offerings/{offeringId}",
    access: ["administrator"],
    summary: "An offering, published or not, with the keys of its allotments",
    params,
    query: none,
    body: noBody,
    answers: { 200: json("The offering", AdminOffering) },
    errors: ["not-found"],
    handle: async (app, { params }) => reply(200, adminOffering(await app.readOfferings.one("all", params.offeringId))),
  }),
  route({
    name: "create-offering",
    method: "POST",
    path: "/offerings",
    access: ["administrator"],
    summary: "Create an offering, as a draft that nobody can sign up for",
    params: none,
    query: none,
    body: OfferingDetails,
    answers: { 201: json("The draft", Offering) },
    errors: ["cohort-has-its-calendar", "busy-try-again"],
    handle: async (app, { body, origin }) => reply(201, await app.createOffering(origin, body)),
  }),
  route({
    name: "edit-offering",
    method: "PUT",
    path: "/offerings/{offeringId}",
    access: ["administrator"],
    summary: "Change an offering; when a published one gets other dates or another venue, everybody is told",
    params,
    query: none,
    body: OfferingDetails.safeExtend(seen.shape),
    answers: { 200: json("The offering", Offering) },
    errors: [
      "not-found",
      "changed-meanwhile",
      "offering-is-cancelled",
      "bound-by-publication",
      "cohort-has-its-calendar",
      "capacity-taken",
      "busy-try-again",
    ],
    handle: async (app, { params, body: { version, ...details }, origin }) =>
      reply(200, await app.changeOffering.edit(origin, { ...params, version }, details)),
  }),
  route({
    name: "publish-offering",
    method: "POST",
    path: "/offerings/{offeringId}/publication",
    access: ["administrator"],
    summary: "Open an offering for sign-up; from then on its prices and their VAT are bound",
    params,
    query: none,
    body: seen,
    answers: { 200: json("The offering", Offering) },
    errors: [
      "not-found",
      "changed-meanwhile",
      "offering-is-cancelled",
      "offering-is-over",
      "product-not-for-sale",
      "busy-try-again",
    ],
    handle: async (app, { params, body, origin }) =>
      reply(200, await app.changeOffering.publish(origin, { ...params, ...body })),
  }),
  route({
    name: "cancel-offering",
    method: "POST",
    path: "/offerings/{offeringId}/cancellation",
    access: ["administrator"],
    summary: "Call an offering off: everybody with a place is told why, and has their money back",
    params,
    query: none,
    body: seen.extend({ reason: StaffText }),
    answers: { 200: json("The offering", Offering) },
    errors: ["not-found", "changed-meanwhile", "offering-is-over", "busy-try-again"],
    handle: async (app, { params, body: { version, reason }, origin }) =>
      reply(200, await app.changeOffering.cancel(origin, { ...params, version }, reason)),
  }),
];
