import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gatewayError, type HttpAnswer, httpAnswer, httpApiEvent } from "#local/api-gateway/payload";
import { type GatewayRoute, router } from "#local/api-gateway/router";
import { readBody } from "#local/http-server";
import type { Invoke } from "#local/lambda/invoke";

/** Largest request body of an HTTP API: 10 MB. */
const maximumBody = 10 * 1024 * 1024;

/** The function behind a route, and how long the gateway waits for it. */
export interface ApiTarget {
  invoke: Invoke;
  timeoutMs: number;
}

/** Answers requests as an HTTP API with Lambda integrations does. */
export function httpApi(
  apiId: string,
  routes: readonly GatewayRoute<ApiTarget>[],
  now: () => number,
): (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> {
  const find = router(routes);

  async function answer(incoming: IncomingMessage): Promise<HttpAnswer> {
    const method = incoming.method ?? "GET";
    const [path = "/", query = ""] = (incoming.url ?? "/").split(/\?(.*)/s);
    const match = find(method, path);
    if (match === undefined) return gatewayError(404, "Not Found");
    const body = await readBody(incoming);
    if (body.length > maximumBody) return gatewayError(413, "Request Entity Too Large");
    const event = httpApiEvent(
      { method, path, query, rawHeaders: incoming.rawHeaders, body, sourceIp: incoming.socket.remoteAddress ?? "" },
      match,
      { apiId, requestId: randomUUID(), now: now() },
    );
    const outcome = await within(match.target.timeoutMs, match.target.invoke(event));
    if (outcome === undefined) return gatewayError(503, "Service Unavailable");
    return outcome.ok ? httpAnswer(outcome.answer) : gatewayError(500, "Internal Server Error");
  }

  return async (incoming, outgoing) => {
    const { status, headers, body } = await answer(incoming);
    outgoing.writeHead(status, headers.flat());
    outgoing.end(incoming.method === "HEAD" ? undefined : body);
  };
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), milliseconds);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
