import type Stripe from "stripe";

/**
 * The fields of Stripe's objects that the stand-in gives meaning to. The rest is in `unused-fields.ts`.
 * References are ids: only an answer expands them.
 */
export type Session = Pick<
  Stripe.Checkout.Session,
  | "id"
  | "object"
  | "amount_subtotal"
  | "amount_total"
  | "cancel_url"
  | "client_reference_id"
  | "created"
  | "currency"
  | "customer_email"
  | "expires_at"
  | "locale"
  | "metadata"
  | "mode"
  | "payment_method_types"
  | "payment_status"
  | "success_url"
  | "ui_mode"
  | "url"
> & {
  status: "open" | "complete" | "expired";
  payment_intent: string | null;
  customer_details: { email: string | null; name: string | null } | null;
};

export type LineItem = Pick<
  Stripe.LineItem,
  "id" | "object" | "amount_subtotal" | "amount_total" | "currency" | "description" | "quantity"
> & { price: object };

export type PaymentIntent = Pick<
  Stripe.PaymentIntent,
  "id" | "object" | "amount" | "amount_received" | "created" | "currency" | "last_payment_error" | "metadata" | "status"
> & { latest_charge: string | null; payment_method_types: string[] };

export type Charge = Pick<
  Stripe.Charge,
  "id" | "object" | "amount" | "amount_captured" | "amount_refunded" | "created" | "currency" | "disputed" | "refunded"
> & { status: "pending" | "succeeded" | "failed"; paid: boolean; payment_intent: string; metadata: Stripe.Metadata };

export type Refund = Pick<
  Stripe.Refund,
  "id" | "object" | "amount" | "created" | "currency" | "metadata" | "reason"
> & {
  status: "pending" | "succeeded" | "failed";
  charge: string;
  payment_intent: string;
  failure_reason?: string;
};

export type Dispute = Pick<
  Stripe.Dispute,
  "id" | "object" | "amount" | "created" | "currency" | "evidence_details" | "reason"
> & {
  status: "needs_response" | "won" | "lost";
  charge: string;
  payment_intent: string;
};

/** What an event carries, and what a reference may be expanded to. */
export type StripeObject = Session | PaymentIntent | Charge | Refund | Dispute;

/** What happens to an account; the names are checked against Stripe's. */
export const eventTypes = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "checkout.session.expired",
  "refund.created",
  "refund.updated",
  "refund.failed",
  "charge.refunded",
  "charge.dispute.created",
  "charge.dispute.closed",
] as const satisfies readonly Stripe.Event["type"][];

export type EventType = (typeof eventTypes)[number];

export type Event = Pick<Stripe.EventBase, "id" | "object" | "api_version" | "created" | "livemode" | "request"> & {
  type: EventType;
  /** The object as it was when the event happened. */
  data: { object: StripeObject };
};
