import * as z from "zod";
import { type Account, find } from "./account.ts";
import { expandReferences } from "./expand.ts";
import { StripeFault } from "./fault.ts";
import { listOf } from "./list.ts";
import { expand, paging, readParams } from "./params.ts";
import { createRefund, type RefundStart, refundParams } from "./refunds.ts";
import { createSession, expireSession, sessionParams } from "./sessions.ts";

/** What an endpoint may use beside the parameters. */
export type ApiContext = {
  account: Account;
  /** Where the hosted page is reached, without a slash at the end. */
  publicUrl: string;
  refundsStart: RefundStart;
  /** How many deliveries of an event have not been taken yet. */
  pendingWebhooks: (eventId: string) => number;
};

type Endpoint = {
  method: "GET" | "POST";
  path: RegExp;
  run: (context: ApiContext, params: string, id: string) => object;
};

const onlyExpand = z.strictObject({ expand });
const sessionList = z.strictObject({ ...paging, payment_intent: z.string().optional() });
const refundList = z.strictObject({ ...paging, payment_intent: z.string().optional(), charge: z.string().optional() });
const eventList = z.strictObject({ ...paging, type: z.string().optional() });

const endpoints: readonly Endpoint[] = [
  endpoint("POST", "/v1/checkout/sessions", sessionParams, ({ account, publicUrl }, params) =>
    createSession(account, params, publicUrl),
  ),
  endpoint("GET", "/v1/checkout/sessions", sessionList, ({ account }, { payment_intent, ...page }) => {
    const wanted = newestFirst(account.sessions, (session) => fits(payment_intent, session.payment_intent));
    return listOf("/v1/checkout/sessions", page, wanted);
  }),
  endpoint("GET", "/v1/checkout/sessions/:id", onlyExpand, ({ account }, _, id) => session(account, id)),
  endpoint("POST", "/v1/checkout/sessions/:id/expire", onlyExpand, ({ account }, _, id) =>
    expireSession(account, session(account, id)),
  ),
  endpoint("GET", "/v1/checkout/sessions/:id/line_items", z.strictObject(paging), ({ account }, page, id) =>
    listOf(`/v1/checkout/sessions/${id}/line_items`, page, account.lineItems.get(session(account, id).id) ?? []),
  ),
  endpoint("GET", "/v1/payment_intents/:id", onlyExpand, ({ account }, _, id) =>
    find(account.paymentIntents, id, "payment_intent", "intent"),
  ),
  endpoint("GET", "/v1/charges/:id", onlyExpand, ({ account }, _, id) => find(account.charges, id, "charge", "id")),
  endpoint("POST", "/v1/refunds", refundParams, ({ account, refundsStart }, params) =>
    createRefund(account, params, refundsStart),
  ),
  endpoint("GET", "/v1/refunds", refundList, ({ account }, { payment_intent, charge, ...page }) => {
    const wanted = newestFirst(
      account.refunds,
      (refund) => fits(payment_intent, refund.payment_intent) && fits(charge, refund.charge),
    );
    return listOf("/v1/refunds", page, wanted);
  }),
  endpoint("GET", "/v1/refunds/:id", onlyExpand, ({ account }, _, id) => find(account.refunds, id, "refund", "id")),
  endpoint("GET", "/v1/disputes/:id", onlyExpand, ({ account }, _, id) => find(account.disputes, id, "dispute", "id")),
  endpoint("GET", "/v1/events", eventList, ({ account, pendingWebhooks }, { type, ...page }) => {
    const wanted = newestFirst(account.events, (event) => fits(type, event.type));
    return listOf(
      "/v1/events",
      page,
      wanted.map((event) => ({ ...event, pending_webhooks: pendingWebhooks(event.id) })),
    );
  }),
  endpoint("GET", "/v1/events/:id", onlyExpand, ({ account, pendingWebhooks }, _, id) => {
    const event = find(account.events, id, "event", "id");
    return { ...event, pending_webhooks: pendingWebhooks(event.id) };
  }),
];

/**
 * Answers one request to the API with the object it asks for, expanded. `params` is the form body or the query.
 * @throws StripeFault as Stripe would refuse it; 404 for an endpoint that the stand-in does not have.
 */
export function callApi(context: ApiContext, method: string, path: string, params: string): object {
  for (const { method: wanted, path: pattern, run } of endpoints) {
    const match = wanted === method ? pattern.exec(path) : null;
    if (match !== null) return run(context, params, match[1] ?? "");
  }
  throw new StripeFault(404, `Unrecognized request URL (${method}: ${path}). The stand-in has no such endpoint.`);
}

function endpoint<T extends { expand?: string[] | undefined }>(
  method: Endpoint["method"],
  path: string,
  schema: z.ZodType<T>,
  run: (context: ApiContext, params: T, id: string) => object,
): Endpoint {
  return {
    method,
    path: new RegExp(`^${path.replace(":id", "([^/]+)")}$`),
    run(context, text, id) {
      const params = readParams(schema, text);
      const answer = structuredClone(run(context, params, id));
      expandReferences(context.account, answer, params.expand ?? []);
      return answer;
    },
  };
}

function session(account: Account, id: string) {
  return find(account.sessions, id, "checkout.session", "session");
}

function fits(wanted: string | undefined, found: string | null): boolean {
  return wanted === undefined || wanted === found;
}

function newestFirst<T>(things: Map<string, T>, wanted: (thing: T) => boolean): T[] {
  return [...things.values()].reverse().filter(wanted);
}
