import * as z from "zod";
import { file, json, noBody, none, page, reply, routeOf } from "#platform/http/route";
import { accessibilityPage } from "./accessibility-page.ts";

/** What the site is made of: the API's description, and the pages' style. */
export interface SiteApp {
  /** Where the API is reached. */
  readonly publicUrl: string;
  readonly document: object;
  readonly docsPage: string;
  readonly css: string;
}

const route = routeOf<SiteApp>();
const asked = { params: none, query: none, body: noBody, errors: [] } as const;

/** An hour: a release is seen soon, and a mail opened by a thousand people doesn't fetch it a thousand times. */
const CACHED = { headers: { "cache-control": "public, max-age=3600" } };

export const routes = [
  route({
    ...asked,
    name: "get-openapi-document",
    method: "GET",
    path: "/openapi.json",
    access: "public",
    summary: "This document",
    answers: { 200: json("The OpenAPI 3.1 document", z.looseObject({ openapi: z.string() })) },
    handle: async ({ document, publicUrl }) =>
      reply(200, { openapi: "3.1.0", ...document, servers: [{ url: publicUrl }] }, CACHED),
  }),
  route({
    ...asked,
    name: "get-docs-page",
    method: "GET",
    path: "/docs",
    access: "public",
    summary: "This document, as a page to read",
    answers: { 200: page("The page") },
    handle: async ({ docsPage }) => reply(200, docsPage, CACHED),
  }),
  route({
    ...asked,
    name: "get-style",
    method: "GET",
    path: "/assets/style.css",
    access: "public",
    summary: "The pages' style sheet",
    answers: { 200: file("The style sheet", "text/css; charset=utf-8", z.string()) },
    handle: async ({ css }) => reply(200, css, CACHED),
  }),
  route({
    ...asked,
    name: "get-accessibility-statement",
    method: "GET",
    path: "/accessibility",
    access: "public",
    summary: "The accessibility statement, in bokmål, nynorsk or English (`lang`)",
    answers: { 200: page("The page") },
    handle: async (_, { locale }) => reply(200, accessibilityPage(locale)),
  }),
  route({
    ...asked,
    name: "get-health",
    method: "GET",
    path: "/health",
    access: "public",
    summary: "Whether the gateway and a function answer",
    answers: { 200: json("They do", z.object({ status: z.string() })) },
    handle: async () => reply(200, { status: "ok" }),
  }),
];
