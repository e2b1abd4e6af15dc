import * as z from "zod";
import type { Caller } from "#kernel/caller";
import { Instant, plusSeconds } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import { OrderNumber } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { maySee, type Order } from "#ordering/ports/orders";
import type { Settlement } from "#ordering/ports/settlement";
import type { Payments } from "#payment/ports/payments";
import type { StripeCheckout } from "#payment/ports/stripe-checkout";
import { heldUntil, nextAttempt } from "../domain/payment.ts";
import type { SettleCheckout } from "./settle-checkout.ts";

/** So much longer a buyer gets, once. WCAG 2.1, success criterion 2.2.1: a time limit can be extended. */
const EXTENSION_SECONDS = 30 * 60;

/** `confirmed`: it was paid meanwhile, so there is nothing to wait for. */
export const HoldExtended = z.object({
  orderNumber: OrderNumber,
  status: z.enum(["awaiting-payment", "confirmed"]),
  holdEndsAt: Instant.optional(),
});

export interface ExtendHoldPorts {
  readonly unitOfWork: UnitOfWork;
  readonly settlement: Settlement;
  readonly payments: Payments;
  readonly stripe: StripeCheckout;
  readonly settleCheckout: SettleCheckout;
}

export type ExtendHold = (
  origin: Origin,
  orderNumber: OrderNumber,
  caller: Caller,
) => Promise<z.infer<typeof HoldExtended>>;

/**
 * Gives a buyer 30 minutes more, once. A Checkout Session's end can't be moved: the session is expired first, and only
 * when Stripe says so there is another attempt. If it says that the buyer has paid, the payment is settled instead.
 *
 * @throws DomainError `not-found`, `order-not-awaiting-payment`, `hold-ended`, `hold-already-extended`, `payment-processing`
 */
export function extendHoldUseCase(ports: ExtendHoldPorts): ExtendHold {
  const { unitOfWork, settlement, payments, stripe, settleCheckout } = ports;
  return (origin, orderNumber, caller) =>
    unitOfWork.run(origin, HoldExtended, async () => {
      const [order, payment] = await Promise.all([settlement.load(orderNumber), payments.get(orderNumber)]);
      if (!order || !maySee(order, caller)) throw refusal("not-found", {});
      const { endsAt } = refuseUnlessExtendable(order, unitOfWork.clock());
      if (!payment) throw refusal("order-not-awaiting-payment", { status: order.status });
      if (payment.session) {
        const session = await stripe.expire(payment.session.sessionId);
        if (session.status !== "expired") {
          await settleCheckout({ correlationId: origin.correlationId }, orderNumber, session);
          const settled = await settlement.load(orderNumber);
          if (settled?.status !== "confirmed") throw refusal("payment-processing", {});
          return { parts: [], answer: { orderNumber, status: "confirmed" as const } };
        }
      }
      const attempt = nextAttempt(payment, unitOfWork.clock());
      const longer = plusSeconds(endsAt, EXTENSION_SECONDS);
      const holdEndsAt = longer > heldUntil(attempt) ? longer : heldUntil(attempt);
      return {
        parts: [payments.replace(payment, attempt), settlement.extendHold(order, holdEndsAt, true)],
        answer: { orderNumber, status: "awaiting-payment" as const, holdEndsAt },
      };
    });
}

function refuseUnlessExtendable({ status, hold }: Order, now: Instant): NonNullable<Order["hold"]> {
  if (status === "expired") throw refusal("hold-ended", {});
  if (status !== "awaiting-payment") throw refusal("order-not-awaiting-payment", { status });
  if (!hold || hold.endsAt <= now) throw refusal("hold-ended", {});
  if (hold.extended) throw refusal("hold-already-extended", {});
  return hold;
}
