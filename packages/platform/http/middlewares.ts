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

/** One line a request, unless nothing is kept of it: its route, what came of it, and how long it took. */
export function accessLog(unrecorded: (event: Event) => boolean): Middleware {
  const started = new WeakMap<Event, number>();
  const write: NonNullable<Middleware["after"]> = ({ event, response }) => {
    if (unrecorded(event)) return;
    const milliseconds = Math.round(performance.now() - (started.get(event) ?? performance.now()));
    logOf(correlationOf(event)).info("Answered", { route: event.routeKey, status: response?.statusCode, milliseconds });
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
      request.response = toResult(wantsPage(event) ? problemPage(problem, locale) : problemAnswer(problem));
    },
  };
}
