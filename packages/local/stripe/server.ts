import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { listen } from "#local/http-server";
import { openAccount } from "./account.ts";
import { answerApi, writeJson } from "./api-http.ts";
import { type Control, makeControl } from "./control.ts";
import { runCommand } from "./control-http.ts";
import { type BrokenRequest, keepFailureOrders } from "./failures.ts";
import { asFault, StripeFault } from "./fault.ts";
import { keepIdempotencyKeys } from "./idempotency.ts";
import { type EventType, eventTypes } from "./objects.ts";
import { answerPage } from "./page-http.ts";
import type { RefundStart } from "./refunds.ts";
import { type DeliveryPolicy, startWebhooks } from "./webhooks.ts";

export type StripeStandInOptions = {
  /** 0 or left out: any free port. */
  port?: number;
  /** The clock, in epoch milliseconds: it decides expiry, retries, timestamps and how long keys are kept. */
  now: () => number;
  webhookUrl: string;
  /** `whsec_…`, which deliveries are signed with. */
  webhookSecret: string;
  /** `sk_test_…`, which requests must show: alone, or with `_` and a name of who asks. */
  secretKey: string;
  /** The types the endpoint has subscribed to; by default those that the payment context takes. */
  webhookTypes?: readonly EventType[];
  /** What goes wrong on purpose. */
  faults?: StripeFaults;
  /** From 0 up to, not including, 1; decides the ids. */
  random?: () => number;
};

/** What goes wrong with calls of those who name themselves in their key, and with deliveries. Asked once for each. */
type StripeFaults = {
  atStripe: (caller: string) => BrokenRequest | undefined;
  ofStripe: () => DeliveryPolicy | undefined;
};

export type StripeStandIn = {
  /** `http://127.0.0.1:<port>`, for the SDK's host and port and for the hosted page. */
  url: string;
  control: Control;
  stop: () => Promise<void>;
};

const takenTypes = eventTypes.filter((type) => type !== "charge.refunded");

/** Wall milliseconds between looks at the clock. */
const tickInterval = 50;

/**
 * Starts the stand-in on this machine only.
 * @throws StartFailure when the port is taken
 */
export async function startStripeStandIn(options: StripeStandInOptions): Promise<StripeStandIn> {
  const { now, random = Math.random, secretKey, webhookTypes: types = takenTypes } = options;
  const nobodys: StripeFaults = { atStripe: () => undefined, ofStripe: () => undefined };
  const faults = options.faults ?? nobodys;
  const { webhookUrl, webhookSecret } = options;
  const webhooks = startWebhooks({
    url: webhookUrl,
    secret: webhookSecret,
    types,
    now,
    broken: () => faults.ofStripe(),
  });
  const account = openAccount({ now, random, onEvent: webhooks.publish });
  const failures = keepFailureOrders();
  const keys = keepIdempotencyKeys(now);
  let refundsStart: RefundStart = "succeeded";
  const setRefundsStart = (start: RefundStart) => {
    refundsStart = start;
  };
  const control = makeControl({ account, webhooks, failures, keys, setRefundsStart });
  const context = () => ({ account, publicUrl: url, refundsStart, pendingWebhooks: webhooks.pending });

  /** Who asks, by the name behind the account's key: empty for nobody's. */
  const callerOf = (key: string) => key.slice(`${secretKey}_`.length);
  const gate = {
    isKey: (key: string) => key === secretKey || key.startsWith(`${secretKey}_`),
    broken: (key: string) => (callerOf(key) === "" ? undefined : faults.atStripe(callerOf(key))),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    control.tick();
    const asked = new URL(request.url ?? "/", url);
    const [, top, name = "", id = ""] = asked.pathname.split("/");
    if (top === "v1") return answerApi({ ...gate, failures, keys, context }, request, response, asked);
    if (top === "c" && name === "pay") return answerPage(account, request, response, id);
    if (top !== "_control" || request.method !== "POST")
      throw new StripeFault(404, `Unrecognized request URL (${request.method}: ${asked.pathname}).`);
    writeJson(response, 200, JSON.stringify(await runCommand(control, name, await text(request))), {});
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const fault = asFault(error);
      writeJson(response, fault.status, JSON.stringify(fault.body()), { "request-id": account.id("req") });
    });
  });
  const url = `http://127.0.0.1:${await listen(server, options.port ?? 0)}`;
  const timer = setInterval(control.tick, tickInterval).unref();

  return {
    url,
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
