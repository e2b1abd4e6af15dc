import { createHash } from "node:crypto";
import middy from "@middy/core";
import type { Caller } from "#kernel/caller";
import { DomainError, refusal } from "#kernel/domain-error";
import type { CorrelationId } from "#kernel/event";
import type { Idempotency } from "#kernel/origin";
import { cookiesOf, correlationOf, type Event, type Result, readerOf, toResult } from "./asked.ts";
import type { Authenticate } from "./authenticate.ts";
import { askedLocale } from "./locale-of.ts";
import { accessLog, packed, problems, withHeaders } from "./middlewares.ts";
import { readBody } from "./read-body.ts";
import { isPage, type Route, takesIdempotencyKey } from "./route.ts";
import { securityHeaders } from "./security-headers.ts";

/** API Gateway takes 10 MB; no route of ours needs more than this. */
const BODY_LIMIT_BYTES = 256 * 1024;

/** Holds back whoever tries keys, by the address they ask from. @throws DomainError `too-many-wrong-keys` */
export interface WrongKeys {
  /** Whether this caller has tried too many; costs nothing. */
  refuse(caller: string): void;
  /** One more key that opens nothing. */
  count(caller: string, correlationId: CorrelationId): Promise<void>;
}

/**
 * A context's HTTP function: routes by the gateway's `routeKey`, tells who calls, checks access, parses, runs the use
 * case, and answers; every refusal as RFC 9457 problem details, or as a page where a page was asked for.
 */
export function httpHandler<App>(
  routes: readonly Route<App>[],
  app: App,
  authenticate: Authenticate,
  more: { readonly stripeEndpoint?: string | undefined; readonly wrongKeys?: WrongKeys } = {},
) {
  const headers = securityHeaders(more.stripeEndpoint);
  const byKey = new Map(routes.map((route) => [`${route.method} ${route.path}`, route]));

  async function respond(event: Event): Promise<Result> {
    const route = byKey.get(event.routeKey);
    if (!route) throw refusal("not-found", {});
    const key = event.headers["order-key"] ?? event.queryStringParameters?.["key"];
    const caller = await authenticate(event.headers["authorization"], key);
    admit(route, caller);
    const { rawBody, body, formKey } = readBody(event, route.accepts, BODY_LIMIT_BYTES);
    const idempotencyKey = event.headers["idempotency-key"] ?? formKey;
    const idempotency = idempotencyOf(route, caller, idempotencyKey, `${event.rawPath}\n${rawBody}`);
    const { key: _key, lang: _lang, ...query } = event.queryStringParameters ?? {};
    const { sourceIp } = event.requestContext.http;
    const guess = route.access === "key" && caller.kind === "guest" ? more.wrongKeys : undefined;
    guess?.refuse(sourceIp);
    const running = route.run(app, {
      params: event.pathParameters ?? {},
      query,
      body,
      rawBody,
      headers: event.headers,
      cookies: cookiesOf(event),
      caller,
      locale: readerOf(event),
      sourceIp,
      lang: askedLocale(event.queryStringParameters?.["lang"]),
      origin: { correlationId: correlationOf(event), ...(idempotency && { idempotency }) },
    });
    const answer = await running.catch(async (error: unknown) => {
      if (error instanceof DomainError && error.code === "not-found")
        await guess?.count(sourceIp, correlationOf(event));
      throw error;
    });
    return toResult(answer);
  }

  // On the way out, also from an error, the last comes first: problem, log line, headers, packing.
  return middy<Event, Result>()
    .use(packed())
    .use(withHeaders(headers))
    .use(accessLog((event) => byKey.get(event.routeKey)?.unrecorded ?? false))
    .use(problems((event) => wantsPage(byKey.get(event.routeKey), event.headers["accept"])))
    .handler(respond);
}

/** A refusal is a page where the route's answer is one; where there is no route, when a browser asks. */
function wantsPage(route: Route<never> | undefined, accept: string | undefined): boolean {
  if (!route) return accept?.includes("text/html") ?? false;
  return isPage(route);
}

/** @throws DomainError `unauthenticated` (nobody is logged in, no key) or `forbidden` (not their role) */
function admit(route: Pick<Route<never>, "access">, caller: Caller): void {
  if (route.access === "public") return;
  if (route.access === "key") {
    if (caller.kind === "guest" && !caller.key) throw refusal("unauthenticated", {});
    return;
  }
  if (caller.kind === "guest") throw refusal("unauthenticated", {});
  if (!route.access.some((role) => caller.roles.includes(role))) throw refusal("forbidden", {});
}

/**
 * The request's Idempotency-Key, scoped to the route and who calls; none for a route that takes none.
 *
 * @throws DomainError `idempotency-key-missing`
 */
function idempotencyOf(
  route: Pick<Route<never>, "method" | "accepts" | "unrecorded" | "name">,
  caller: Caller,
  key: string | undefined,
  request: string,
): Idempotency | undefined {
  if (!takesIdempotencyKey(route)) return undefined;
  if (!key || key.length > 100) throw refusal("idempotency-key-missing", {});
  const who = caller.kind === "person" ? caller.personId : (caller.key ?? "guest");
  return { scope: `${route.name}#${who}`, key, requestHash: createHash("sha256").update(request).digest("base64url") };
}
