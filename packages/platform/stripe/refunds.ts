import type Stripe from "stripe";
import * as z from "zod";
import { toInstant } from "#kernel/clock";
import { Money } from "#kernel/money";

const Reference = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);

/** A refund as Stripe sends it. Parsed always: a 404 or 503 without `error` resolves as if it were one. */
const StripeRefund = z.object({
  object: z.literal("refund"),
  id: z.string(),
  amount: Money,
  /** Seconds since 1970. */
  created: z.int(),
  status: z.enum(["pending", "requires_action", "succeeded", "failed", "canceled"]).nullable(),
  payment_intent: Reference.nullable(),
  metadata: z.record(z.string(), z.string()).nullable(),
});

const StripePaymentIntent = z.object({
  object: z.literal("payment_intent"),
  metadata: z.record(z.string(), z.string()),
});

const StripeDispute = z.object({
  object: z.literal("dispute"),
  id: z.string(),
  status: z.string(),
  payment_intent: Reference.nullable(),
});

interface NewRefund {
  readonly paymentIntentId: string;
  readonly amount: Money;
  readonly orderNumber: string;
  readonly owedBy: string;
}

const STATUS = {
  pending: "pending",
  requires_action: "pending",
  succeeded: "succeeded",
  failed: "failed",
  canceled: "failed",
} as const;

/** More refunds of one payment than any order can have. */
const ALL = 1000;

/** Refunds, in øre. Each carries the fact it is made for in its metadata, since Stripe forgets idempotency keys after a day. */
export function stripeRefunds(stripe: Stripe) {
  return {
    async create({ paymentIntentId, amount, orderNumber, owedBy }: NewRefund) {
      const refund = await stripe.refunds.create(
        { payment_intent: paymentIntentId, amount, metadata: { orderNumber, owedBy } },
        { idempotencyKey: `${owedBy}:${paymentIntentId}` },
      );
      return refundOf(refund, paymentIntentId);
    },
    async list(paymentIntentId: string) {
      const all = await stripe.refunds
        .list({ payment_intent: paymentIntentId, limit: 100 })
        .autoPagingToArray({ limit: ALL });
      return all.map((refund) => refundOf(refund, paymentIntentId));
    },
    async orderNumberOf(paymentIntentId: string): Promise<string | undefined> {
      const intent = StripePaymentIntent.parse(await stripe.paymentIntents.retrieve(paymentIntentId));
      return intent.metadata["orderNumber"];
    },
  };
}

/** The PaymentIntent that a refund of Stripe's is of. */
export function refundedPaymentOf(object: unknown): string | undefined {
  return StripeRefund.parse(object).payment_intent ?? undefined;
}

/** A dispute with our names: anything that isn't won or lost is open. */
export function disputeOf(object: unknown) {
  const { id, status, payment_intent: paymentIntentId } = StripeDispute.parse(object);
  return paymentIntentId ? { disputeId: id, paymentIntentId, status: disputeStatus(status) } : undefined;
}

function disputeStatus(status: string): "open" | "won" | "lost" {
  return status === "won" || status === "lost" ? status : "open";
}

function refundOf(object: unknown, paymentIntentId: string) {
  const { id, amount, created, status, metadata } = StripeRefund.parse(object);
  const owedBy = metadata?.["owedBy"];
  const madeAt = toInstant(created * 1000);
  return {
    refundId: id,
    paymentIntentId,
    amount,
    madeAt,
    status: STATUS[status ?? "pending"],
    ...(owedBy && { owedBy }),
  };
}
