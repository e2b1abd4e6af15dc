import { gzipSync } from "node:zlib";
import type { MiddlewareObj } from "@middy/core";
import { logOf } from "#platform/log";
import { correlationOf, type Event, type Result, readerOf, toResult } from "./asked.ts";
import { problemAnswer, problemOf, toRefusal } from "./problem.ts";
import { problemPage } from "./problem-page.ts";

type Middleware = MiddlewareObj<Event, Result>;

/** Headers that every answer has, refusals too; an answer's own win. */
export function withHeaders(headers: Readonly<Record<string, string>>): Middleware {
  const add: NonNullable<Middleware["after"]> = ({ event, response }) => {
    if (!response) return;
    response.headers = { ...headers, "x-correlation-id": correlationOf(event), ...response.headers };
  };
  return { after: add, onError: add };
}

/** Named, and not as what is refused (`gzip;q=0`). */
const ACCEPTS_GZIP = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/;

/** Below it the packing costs more than it saves. */
const WORTH_PACKING_BYTES = 1_000;

/**
 * Packs what everybody may keep, such as the style sheet; the gateway packs nothing. Nothing else: how well a page packs that
 * holds a key beside what an address put there tells of the key (BREACH).
 */
export function packed(): Middleware {
  return {
    after: ({ event, response }) => {
      const { headers = {}, body, isBase64Encoded } = response ?? {};
      if (!response || body === undefined || isBase64Encoded || body.length < WORTH_PACKING_BYTES) return;
      if (!`${headers["cache-control"]}`.startsWith("public")) return;
      response.headers = { ...headers, vary: [headers["vary"], "accept-encoding"].filter(Boolean).join(", ") };
      if (!ACCEPTS_GZIP.test(event.headers["accept-encoding"] ?? "")) return;
      response.headers["content-encoding"] = "gzip";
      response.body = gzipSync(body).toString("base64");
      response.isBase64Encoded = true;
    },
  };
}

/** One line a request, unless nothing is kept of it: its route, what came of it (a refusal with its code), and how long it took. */
export function accessLog(unrecorded: (event: Event) => boolean): Middleware {
  const started = new WeakMap<Event, number>();
  const write: NonNullable<Middleware["after"]> = ({ event, response, error }) => {
    if (unrecorded(event)) return;
    const milliseconds = Math.round(performance.now() - (started.get(event) ?? performance.now()));
    const told = { route: event.routeKey, status: response?.statusCode, ...(error && { code: toRefusal(error).code }) };
    logOf(correlationOf(event)).info("Answered", { ...told, milliseconds });
  };
  return {
    before: ({ event }) => {
      started.set(event, performance.now());
    },
    after: write,
    onError: write,
  };
}

/** Every refusal as RFC 9457 problem details, or as a page where a page was asked for; our own faults, and those of whom we depend on, are logged. */
export function problems(wantsPage: (event: Event) => boolean): Middleware {
  return {
    onError: (request) => {
      const { event, error } = request;
      const refused = toRefusal(error);
      const correlationId = correlationOf(event);
      if (refused.code === "internal-error" || refused.cause !== undefined) {
        logOf(correlationId).error("A request failed", error, { route: event.routeKey });
      }
      const locale = readerOf(event);
      const problem = problemOf(refused, correlationId, locale);
      const again = event.requestContext.http.method === "GET" ? (event.queryStringParameters ?? {}) : undefined;
      request.response = toResult(wantsPage(event) ? problemPage(problem, locale, again) : problemAnswer(problem));
    },
  };
}
