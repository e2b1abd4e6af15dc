import { createHash } from "node:crypto";
import middy from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import { CorrelationId } from "#kernel/event";
import type { Locale } from "#kernel/locale";
import type { Idempotency } from "#kernel/origin";
import { logOf } from "#platform/log";
import type { Authenticate } from "./authenticate.ts";
import { askedLocale, localeOf } from "./locale-of.ts";
import { problemAnswer, problemOf, toRefusal } from "./problem.ts";
import { problemPage } from "./problem-page.ts";
import { readBody } from "./read-body.ts";
import { type Outgoing, type Route, takesIdempotencyKey } from "./route.ts";
import { securityHeaders } from "./security-headers.ts";

/** API Gateway takes 10 MB; no route of ours needs more than this. */
const BODY_LIMIT_BYTES = 256 * 1024;

/**
 * A context's HTTP function: routes by the gateway's `routeKey`, tells who calls, checks access, parses, runs the use
 * case, and answers; every refusal as RFC 9457 problem details, or as a page where a page was asked for.
 */
export function httpHandler<App>(
  routes: readonly Route<App>[],
  app: App,
  authenticate: Authenticate,
  pages: { readonly stripeEndpoint?: string | undefined } = {},
) {
  const headers = securityHeaders(pages.stripeEndpoint);
  const byKey = new Map(routes.map((route) => [`${route.method} ${route.path}`, route]));

  async function dispatch(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
    const started = performance.now();
    const correlationId = CorrelationId.parse(event.requestContext.requestId);
    const log = logOf(correlationId);
    const route = byKey.get(event.routeKey);
    const locale = localeOf(event.queryStringParameters?.["lang"], event.headers["accept-language"]);
    let answer: Outgoing;
    try {
      answer = await respond(route, event, correlationId, locale);
    } catch (error) {
      const refused = toRefusal(error);
      if (refused.code === "internal-error") log.error("A request failed", error, { route: event.routeKey });
      const problem = problemOf(refused, correlationId, locale);
      answer = wantsPage(route, event.headers["accept"]) ? problemPage(problem, locale) : problemAnswer(problem);
    }
    const milliseconds = Math.round(performance.now() - started);
    log.info("Answered", { route: event.routeKey, status: answer.status, milliseconds });
    return toResult(answer, { ...headers, "x-correlation-id": correlationId });
  }

  async function respond(
    route: Route<App> | undefined,
    event: APIGatewayProxyEventV2,
    correlationId: CorrelationId,
    locale: Locale,
  ): Promise<Outgoing> {
    if (!route) throw refusal("not-found", {});
    const key = event.headers["order-key"] ?? event.queryStringParameters?.["key"];
    const caller = await authenticate(event.headers["authorization"], key);
    admit(route, caller);
    const { rawBody, body, formKey } = readBody(event, route.accepts, BODY_LIMIT_BYTES);
    const idempotencyKey = event.headers["idempotency-key"] ?? formKey;
    const idempotency = idempotencyOf(route, caller, idempotencyKey, `${event.rawPath}\n${rawBody}`);
    const { key: _key, lang: _lang, ...query } = event.queryStringParameters ?? {};
    return route.run(app, {
      params: event.pathParameters ?? {},
      query,
      body,
      rawBody,
      headers: event.headers,
      caller,
      locale,
      sourceIp: event.requestContext.http.sourceIp,
      lang: askedLocale(event.queryStringParameters?.["lang"]),
      origin: { correlationId, ...(idempotency && { idempotency }) },
    });
  }

  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>().handler(dispatch);
}

/** A refusal is a page where the route's answer is one; where there is no route, when a browser asks. */
function wantsPage(route: Route<never> | undefined, accept: string | undefined): boolean {
  if (!route) return accept?.includes("text/html") ?? false;
  return Object.values(route.answers).some((answer) => answer.contentType.startsWith("text/html"));
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
  route: Pick<Route<never>, "method" | "accepts" | "name">,
  caller: Caller,
  key: string | undefined,
  request: string,
): Idempotency | undefined {
  if (!takesIdempotencyKey(route)) return undefined;
  if (!key || key.length > 100) throw refusal("idempotency-key-missing", {});
  const who = caller.kind === "person" ? caller.personId : (caller.key ?? "guest");
  return { scope: `${route.name}#${who}`, key, requestHash: createHash("sha256").update(request).digest("base64url") };
}

function toResult(answer: Outgoing, headers: Readonly<Record<string, string>>): APIGatewayProxyStructuredResultV2 {
  const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  return {
    statusCode: answer.status,
    headers: { ...headers, ...answer.headers },
    ...(answer.body !== undefined && { body: text }),
    ...(answer.base64 && { isBase64Encoded: true }),
  };
}
