import * as z from "zod";
import { DomainError } from "#kernel/domain-error";
import { OrderNumber } from "#kernel/ids";
import { empty, none, reply, routeOf } from "#platform/http/route";
import type { StartCheckout } from "../../app/start-checkout.ts";

export interface PaymentPagesApp {
  readonly startCheckout: StartCheckout;
}

const route = routeOf<PaymentPagesApp>();

/** What an order's page shows in words of its own, so the buyer is sent back there. */
const TOLD_BY_THE_PAGE: ReadonlySet<string> = new Set(["order-not-awaiting-payment", "hold-ended"]);

/** The forms on an order's page that have to do with its payment. */
export const paymentPages = [
  route({
    name: "start-checkout-from-page",
    method: "POST",
    path: "/orders/{orderNumber}/page/checkout",
    access: "key",
    summary: "The order page's «Betal»: on to Stripe's page",
    accepts: "form",
    params: z.strictObject({ orderNumber: OrderNumber }),
    query: none,
    body: z.strictObject({}),
    answers: { 303: empty("On to Stripe, or back to the order's page when there is nothing to pay any more") },
    errors: ["not-found"],
    handle: async (app, { params, caller, origin, lang }) => {
      try {
        const { url } = await app.startCheckout(origin, params.orderNumber, caller);
        return reply(303, undefined, { headers: { location: url } });
      } catch (error) {
        if (!(error instanceof DomainError && TOLD_BY_THE_PAGE.has(error.code))) throw error;
        const key = caller.kind === "guest" ? caller.key : undefined;
        const back = new URLSearchParams({ ...(key && { key }), ...(lang && { lang }) });
        return reply(303, undefined, { headers: { location: `/orders/${params.orderNumber}/page?${back}` } });
      }
    },
  }),
];
