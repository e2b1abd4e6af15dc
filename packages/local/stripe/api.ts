import * as z from "zod";
import { type Account, find } from "./account.ts";
import { StripeFault } from "./fault.ts";
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
  endpoint("GET", "/v1/checkout/sessions", sessionList, ({ account }, { payment_intent, ...page }) =>
    list("/v1/checkout/sessions", page, account.sessions, (session) => fits(payment_intent, session.payment_intent)),
  ),
  endpoint("GET", "/v1/checkout/sessions/:id", onlyExpand, ({ account }, _, id) => session(account, id)),
  endpoint("POST", "/v1/checkout/sessions/:id/expire", onlyExpand, ({ account }, _, id) =>
    expireSession(account, session(account, id)),
  ),
  endpoint("GET", "/v1/checkout/sessions/:id/line_items", z.strictObject(paging), ({ account }, page, id) =>
    list(`/v1/checkout/sessions/${id}/line_items`, page, linesOf(account, session(account, id).id)),
  ),
  endpoint("GET", "/v1/payment_intents/:id", onlyExpand, ({ account }, _, id) =>
    find(account.paymentIntents, id, "payment_intent", "intent"),
  ),
  endpoint("GET", "/v1/charges/:id", onlyExpand, ({ account }, _, id) => find(account.charges, id, "charge", "id")),
  endpoint("POST", "/v1/refunds", refundParams, ({ account, refundsStart }, params) =>
    createRefund(account, params, refundsStart),
  ),
  endpoint("GET", "/v1/refunds", refundList, ({ account }, { payment_intent, charge, ...page }) =>
    list(
      "/v1/refunds",
      page,
      account.refunds,
      (refund) => fits(payment_intent, refund.payment_intent) && fits(charge, refund.charge),
    ),
  ),
  endpoint("GET", "/v1/refunds/:id", onlyExpand, ({ account }, _, id) => find(account.refunds, id, "refund", "id")),
  endpoint("GET", "/v1/disputes/:id", onlyExpand, ({ account }, _, id) => find(account.disputes, id, "dispute", "id")),
  endpoint("GET", "/v1/events", eventList, ({ account, pendingWebhooks }, { type, ...page }) => {
    const events = [...account.events].map(
      ([id, event]) => [id, { ...event, pending_webhooks: pendingWebhooks(id) }] as const,
    );
    return list("/v1/events", page, new Map(events), (event) => fits(type, event.type));
  }),
  endpoint("GET", "/v1/events/:id", onlyExpand, ({ account, pendingWebhooks }, _, id) => ({
    ...find(account.events, id, "event", "id"),
    pending_webhooks: pendingWebhooks(id),
  })),
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
      for (const path of params.expand ?? []) expandReference(context.account, answer, path, path.split("."));
      return answer;
    },
  };
}

function session(account: Account, id: string) {
  return find(account.sessions, id, "checkout.session", "session");
}

function linesOf(account: Account, sessionId: string) {
  return new Map((account.lineItems.get(sessionId) ?? []).map((line) => [line.id, line]));
}

function fits(wanted: string | undefined, found: string | null): boolean {
  return wanted === undefined || wanted === found;
}

function list<T extends { id: string }>(
  url: string,
  { limit, starting_after }: { limit: number; starting_after?: string | undefined },
  things: Map<string, T>,
  wanted: (thing: T) => boolean = () => true,
): object {
  const newestFirst = [...things.values()].reverse().filter(wanted);
  const after = starting_after === undefined ? 0 : newestFirst.findIndex(({ id }) => id === starting_after) + 1;
  const data = newestFirst.slice(after, after + limit);
  return { object: "list", data, has_more: after + limit < newestFirst.length, url };
}

/** Puts the object in the place of its id, along a dotted path; `data` goes into each element of a list. */
function expandReference(account: Account, holder: object, path: string, [name = "", ...rest]: string[]): void {
  if (name === "line_items" && "id" in holder && typeof holder.id === "string" && account.lineItems.has(holder.id)) {
    const url = `/v1/checkout/sessions/${holder.id}/line_items`;
    Object.assign(holder, { line_items: list(url, { limit: 10 }, linesOf(account, holder.id)) });
    return;
  }
  const found: unknown = Object.entries(holder).find(([key]) => key === name)?.[1];
  if (found === undefined)
    throw new StripeFault(400, `This property cannot be expanded (${path}).`, { param: "expand" });
  if (Array.isArray(found)) for (const element of found) expandReference(account, element, path, rest);
  else if (typeof found === "string") {
    const object = structuredClone(referred(account, found));
    if (object === undefined)
      throw new StripeFault(400, `This property cannot be expanded (${path}).`, { param: "expand" });
    Object.assign(holder, { [name]: object });
    if (rest.length > 0) expandReference(account, object, path, rest);
  }
}

function referred({ paymentIntents, charges, refunds }: Account, id: string) {
  return paymentIntents.get(id) ?? charges.get(id) ?? refunds.get(id);
}
