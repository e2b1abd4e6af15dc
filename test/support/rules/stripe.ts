import type { CountedOrder } from "#ordering/ports/recount";
import { stripeClient } from "#platform/stripe/client";

/** What the stand-in has kept of each order's money, in øre, by order number: paid less what went back. */
export async function keptByStripe(endpoint: string): Promise<ReadonlyMap<string, number>> {
  const stripe = stripeClient({ secretKey: "sk_test_local", endpoint });
  const kept = new Map<string, number>();
  const orderOf = new Map<string, string>();
  const add = (order: string, amount: number) => kept.set(order, (kept.get(order) ?? 0) + amount);
  for await (const session of stripe.checkout.sessions.list({ limit: 100 })) {
    const order = session.client_reference_id ?? session.id;
    if (typeof session.payment_intent === "string") orderOf.set(session.payment_intent, order);
    if (session.payment_status === "paid") add(order, session.amount_total ?? 0);
  }
  for await (const refund of stripe.refunds.list({ limit: 100 })) {
    const payment = String(refund.payment_intent);
    if (refund.status !== "failed") add(orderOf.get(payment) ?? payment, -refund.amount);
  }
  return kept;
}

/** Captured minus refunded, as Stripe has it, is what the order says is paid (rule 3). */
export function brokenAtStripe(
  orders: readonly Pick<CountedOrder, "orderNumber" | "paid">[],
  kept: ReadonlyMap<string, number>,
): string[] {
  const paid = new Map(orders.map((order) => [String(order.orderNumber), Number(order.paid)]));
  return [...new Set([...paid.keys(), ...kept.keys()])]
    .filter((order) => (paid.get(order) ?? 0) !== (kept.get(order) ?? 0))
    .map((order) => `${order} says ${paid.get(order)} is paid, and Stripe has ${kept.get(order)}`);
}
