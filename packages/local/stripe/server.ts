import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { openAccount } from "./account.ts";
import { callApi } from "./api.ts";
import { type Control, makeControl } from "./control.ts";
import { runCommand } from "./control-http.ts";
import { type FailureOrder, keepFailureOrders } from "./failures.ts";
import { StripeFault } from "./fault.ts";
import { type Answer, keepIdempotencyKeys } from "./idempotency.ts";
import type { EventType } from "./objects.ts";
import { missingPage, type PageAction, pageActions, paymentPage, returnAddress } from "./page.ts";
import type { RefundStart } from "./refunds.ts";
import { startWebhooks } from "./webhooks.ts";

export type StripeStandInOptions = {
  /** 0 or left out: any free port. */
  port?: number;
  /** The clock, in epoch milliseconds: it decides expiry, retries, timestamps and how long keys are kept. */
  now: () => number;
  webhookUrl: string;
  /** `whsec_…`, which deliveries are signed with. */
  webhookSecret: string;
  /** `sk_test_…`, which requests must show. */
  secretKey: string;
  /** The types the endpoint has subscribed to; by default those that the payment context takes. */
  webhookTypes?: readonly EventType[];
  /** From 0 up to, not including, 1; decides the ids. */
  random?: () => number;
};

export type StripeStandIn = {
  /** `http://127.0.0.1:<port>`, for the SDK's host and port and for the hosted page. */
  url: string;
  control: Control;
  stop: () => Promise<void>;
};

const takenTypes: readonly EventType[] = [
  ...(["checkout.session.completed", "checkout.session.expired"] as const),
  ...(["checkout.session.async_payment_succeeded", "checkout.session.async_payment_failed"] as const),
  ...(["refund.created", "refund.updated", "refund.failed"] as const),
  ...(["charge.dispute.created", "charge.dispute.closed"] as const),
];

/** Wall milliseconds between looks at the clock. */
const tickInterval = 200;

/** Starts the stand-in on 127.0.0.1. Rejects with Node's error when the port is taken. */
export async function startStripeStandIn(options: StripeStandInOptions): Promise<StripeStandIn> {
  const { now, random = Math.random, secretKey, webhookTypes = takenTypes } = options;
  const webhooks = startWebhooks({ url: options.webhookUrl, secret: options.webhookSecret, types: webhookTypes, now });
  const account = openAccount({ now, random, onEvent: webhooks.publish });
  const failures = keepFailureOrders();
  const keys = keepIdempotencyKeys(now);
  let refundsStart: RefundStart = "succeeded";
  const setRefundsStart = (start: RefundStart) => {
    refundsStart = start;
  };
  const control = makeControl({ account, webhooks, failures, keys, setRefundsStart });

  async function answerApi(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const body = await text(request);
    const method = request.method ?? "GET";
    const requestId = account.id("req");
    const respond = (answer: Answer, headers: Record<string, string> = {}) =>
      writeJson(response, answer.status, answer.body, { "request-id": requestId, ...headers });
    checkKey(request.headers.authorization, secretKey);
    const failure = failures.take(method, url.pathname);
    if (failure?.how === "before") return fail(request, response, failure);

    const key = method === "POST" ? request.headers["idempotency-key"]?.toString() : undefined;
    const echo: Record<string, string> = key === undefined ? {} : { "idempotency-key": key };
    const kept = key === undefined ? undefined : keys.begin(key, url.pathname, body);
    if (kept !== undefined)
      return respond(kept, { ...echo, "idempotent-replayed": "true", "original-request": kept.requestId });
    if (failure?.how === "hang") await failures.hang(once(response, "close").then(() => undefined));

    const context = { account, publicUrl: address, refundsStart, pendingWebhooks: webhooks.pending };
    const { answer, began } = outcomeOf(requestId, () =>
      callApi(context, method, url.pathname, method === "POST" ? body : url.search.slice(1)),
    );
    if (key !== undefined) keys.end(key, began ? answer : undefined);
    if (failure?.how === "after") return fail(request, response, failure);
    respond(answer, echo);
  }

  async function answerPage(request: IncomingMessage, response: ServerResponse, id: string): Promise<void> {
    const session = account.sessions.get(id);
    if (session === undefined) return writePage(response, 404, missingPage());
    const intent = () => account.paymentIntents.get(session.payment_intent ?? "");
    if (request.method !== "POST")
      return writePage(response, 200, paymentPage(session, account.lineItems.get(id) ?? [], intent()));
    const posted = new URLSearchParams(await text(request)).get("action");
    const action = pageActions.find((known) => known === posted);
    const goesTo = action === undefined ? null : act(action, id);
    response.writeHead(303, { location: goesTo === null ? `/c/pay/${id}` : returnAddress(goesTo, session) }).end();
  }

  /** Does what a button of the page stands for; gives the address to leave for, or null to stay on the page. */
  function act(action: PageAction, id: string): string | null {
    const session = account.sessions.get(id);
    const pending = account.paymentIntents.get(session?.payment_intent ?? "")?.status === "processing";
    if (session?.status === "open") {
      if (action === "close") return session.cancel_url;
      if (action === "pay") return control.pay(id).success_url;
      if (action === "pay-later") return control.payLater(id).success_url;
      if (action === "decline") control.decline(id);
    }
    if (pending && action === "money-comes") control.settleLater(id, "succeeded");
    if (pending && action === "money-fails") control.settleLater(id, "failed");
    return null;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    control.tick();
    const url = new URL(request.url ?? "/", "http://localhost");
    const [, top, name = "", id = ""] = url.pathname.split("/");
    if (top === "v1") return answerApi(request, response, url);
    if (top === "c" && name === "pay") return answerPage(request, response, id);
    if (top !== "_control" || request.method !== "POST")
      throw new StripeFault(404, `Unrecognized request URL (${request.method}: ${url.pathname}).`);
    writeJson(response, 200, JSON.stringify(await runCommand(control, name, await text(request))), {});
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const fault = asFault(error);
      writeJson(response, fault.status, JSON.stringify(fault.body()), { "request-id": account.id("req") });
    });
  });
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const bound = server.address();
  const address = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}`;
  const timer = setInterval(control.tick, tickInterval).unref();

  return {
    url: address,
    control,
    async stop() {
      clearInterval(timer);
      await control.reset();
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

function checkKey(authorization: string | undefined, secretKey: string): void {
  if (authorization === `Bearer ${secretKey}`) return;
  throw new StripeFault(
    401,
    authorization === undefined ? "You did not provide an API key." : "Invalid API Key provided.",
  );
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

/** A mistake in the stand-in itself is shown where it runs, and answered as Stripe's own 500. */
function asFault(error: unknown): StripeFault {
  if (error instanceof StripeFault) return error;
  console.error("Stripe stand-in:", error);
  return new StripeFault(500, "The Stripe stand-in failed: see its log.", { type: "api_error", began: false });
}

function fail(request: IncomingMessage, response: ServerResponse, { status, body }: FailureOrder): void {
  if (status === undefined) {
    request.socket.destroy();
    return;
  }
  const type = status === 429 ? "invalid_request_error" : "api_error";
  const code = status === 429 ? { code: "rate_limit" } : {};
  const fault = new StripeFault(status, "The stand-in was told to fail this request.", { type, ...code });
  writeJson(response, status, JSON.stringify(body ?? fault.body()), {});
}

function writeJson(response: ServerResponse, status: number, body: string, headers: Record<string, string>): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
}

function writePage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(html);
}
