import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { type ApiContext, callApi } from "./api.ts";
import type { BrokenRequest, FailureOrders } from "./failures.ts";
import { asFault, StripeFault } from "./fault.ts";
import type { Answer, IdempotencyKeys } from "./idempotency.ts";

type Dependencies = {
  /** Whether a request that shows this secret key may come in. */
  isKey: (secretKey: string) => boolean;
  /** How the request of whoever has this key is broken, besides those that were ordered to fail. */
  broken: (secretKey: string) => BrokenRequest | undefined;
  failures: FailureOrders;
  keys: IdempotencyKeys;
  context: () => ApiContext;
};

/** One request to `/v1/…`: the secret key, then a failure that was ordered, the idempotency key, and the endpoint. */
export async function answerApi(
  { isKey, broken, failures, keys, context }: Dependencies,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const body = await text(request);
  const method = request.method ?? "GET";
  const requestId = context().account.id("req");
  const respond = (answer: Answer, headers: Record<string, string>) =>
    writeJson(response, answer.status, answer.body, { "request-id": requestId, ...headers });
  const secretKey = request.headers.authorization?.replace(/^Bearer /, "") ?? "";
  if (!isKey(secretKey)) throw new StripeFault(401, "No API key provided, or another than the account's.");
  const failure: BrokenRequest | undefined = failures.take(method, url.pathname) ?? broken(secretKey);
  if (failure?.how === "before") return fail(response, failure);

  const key = method === "POST" ? request.headers["idempotency-key"]?.toString() : undefined;
  const echo: Record<string, string> = key === undefined ? {} : { "idempotency-key": key };
  const kept = key === undefined ? undefined : keys.begin(key, url.pathname, body);
  if (kept !== undefined)
    return respond(kept, { ...echo, "idempotent-replayed": "true", "original-request": kept.requestId });
  if (failure?.how === "hang") await failures.hang(once(response, "close"));

  const params = method === "POST" ? body : url.search.slice(1);
  const { answer, began } = outcomeOf(requestId, () => callApi(context(), method, url.pathname, params));
  if (key !== undefined) keys.end(key, began ? answer : undefined);
  if (failure?.how === "after") {
    await failure.first?.();
    return fail(response, failure);
  }
  respond(answer, echo);
}

export function writeJson(
  response: ServerResponse,
  status: number,
  json: string,
  headers: Record<string, string>,
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(json);
}

function outcomeOf(requestId: string, run: () => object): { answer: Answer; began: boolean } {
  try {
    return { answer: { status: 200, body: JSON.stringify(run(), null, 2), requestId }, began: true };
  } catch (error) {
    const fault = asFault(error);
    const answer = { status: fault.status, body: JSON.stringify(fault.body(), null, 2), requestId };
    return { answer, began: fault.details.began ?? true };
  }
}

function fail(response: ServerResponse, { status, body, isFinal }: BrokenRequest): void {
  if (status === undefined) {
    response.destroy();
    return;
  }
  const details = status === 429 ? { code: "rate_limit" } : ({ type: "api_error" } as const);
  const fault = new StripeFault(status, "The stand-in was told to fail this request.", details);
  writeJson(response, status, JSON.stringify(body ?? fault.body()), {
    ...(isFinal && { "stripe-should-retry": "false" }),
  });
}
