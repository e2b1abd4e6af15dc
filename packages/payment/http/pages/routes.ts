import * as z from "zod";
import type { Caller } from "#kernel/caller";
import { DomainError } from "#kernel/domain-error";
import { OrderNumber } from "#kernel/ids";
import type { Locale } from "#kernel/locale";
import { empty, none, reply, routeOf } from "#platform/http/route";
import type { ExtendHold } from "../../app/extend-hold.ts";
import type { StartCheckout } from "../../app/start-checkout.ts";

export interface PaymentPagesApp {
  readonly startCheckout: StartCheckout;
  readonly extendHold: ExtendHold;
}

const route = routeOf<PaymentPagesApp>();

const orderParams = z.strictObject({ orderNumber: OrderNumber });

/** The forms on an order's page that have to do with its payment. */
export const paymentPages = [
  route({
    name: "start-checkout-from-page",
    method: "POST",
    path: "/orders/{orderNumber}/page/checkout",
    access: "key",
    summary: "The order page's «Betal»: on to Stripe's page",
    accepts: "form",
    params: orderParams,
    query: none,
    body: z.strictObject({}),
    answers: { 303: empty("On to Stripe, or back to the order's page when there is nothing to pay any more") },
    errors: ["not-found", "checkout-ended", "card-payment-unavailable", "busy-try-again"],
    handle: async (app, { params, caller, origin, lang }) => {
      const location = await toldByThePage(orderPage(params.orderNumber, caller, lang), async () => {
        const { url } = await app.startCheckout(origin, params.orderNumber, caller);
        return url;
      });
      return reply(303, undefined, { headers: { location } });
    },
  }),
  route({
    name: "extend-hold-from-page",
    method: "POST",
    path: "/orders/{orderNumber}/page/hold-extension",
    access: "key",
    summary: "The order page's «Gi meg mer tid»: 30 minutes more, once",
    accepts: "form",
    params: orderParams,
    query: none,
    body: z.strictObject({}),
    answers: { 303: empty("Back to the order's page, which tells until when it is held") },
    errors: ["not-found", "card-payment-unavailable", "busy-try-again"],
    handle: async (app, { params, caller, origin, lang }) => {
      const page = orderPage(params.orderNumber, caller, lang);
      const location = await toldByThePage(page, async () => {
        await app.extendHold(origin, params.orderNumber, caller);
        return page;
      });
      return reply(303, undefined, { headers: { location } });
    },
  }),
];

/** What an order's page shows by itself: a buyer who meets one of these is best told there. */
const SHOWN: ReadonlySet<string> = new Set(["order-not-awaiting-payment", "hold-ended", "hold-already-extended"]);

async function toldByThePage(page: string, act: () => Promise<string>): Promise<string> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === "payment-processing") return `${page}&from=payment`;
    if (SHOWN.has(error.code)) return page;
    throw error;
  }
}

function orderPage(orderNumber: OrderNumber, caller: Caller, lang: Locale | undefined): string {
  const key = caller.kind === "guest" ? caller.key : undefined;
  return `/orders/${orderNumber}/page?${new URLSearchParams({ ...(key && { key }), ...(lang && { lang }) })}`;
}
