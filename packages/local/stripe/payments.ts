import { type Account, find } from "./account.ts";
import { StripeFault } from "./fault.ts";
import type { Charge, PaymentIntent, Session } from "./objects.ts";
import { unusedFields } from "./unused-fields.ts";

/** The buyer pays by card: the session completes as `paid`. @throws StripeFault unless the session is open. */
export function pay(account: Account, sessionId: string): Session {
  const { session, intent } = startPayment(account, sessionId);
  succeed(intent, newCharge(account, intent, "succeeded"));
  return complete(account, session, "paid");
}

/** The bank declines the card: the session stays open, and its PaymentIntent asks for another card. */
export function decline(account: Account, sessionId: string): Session {
  const { session, intent } = startPayment(account, sessionId);
  fail(intent, newCharge(account, intent, "failed"));
  return session;
}

/** The buyer chooses a way to pay that settles later: the session completes while `payment_status` is `unpaid`. */
export function payLater(account: Account, sessionId: string): Session {
  const { session, intent } = startPayment(account, sessionId);
  newCharge(account, intent, "pending");
  intent.status = "processing";
  return complete(account, session, "unpaid");
}

/** The money of a `payLater` comes, or fails to. @throws StripeFault when no payment of the session is pending. */
export function settleLater(account: Account, sessionId: string, outcome: "succeeded" | "failed"): Session {
  const session = find(account.sessions, sessionId, "checkout.session", "session");
  const intent = account.paymentIntents.get(session.payment_intent ?? "");
  const charge = account.charges.get(intent?.latest_charge ?? "");
  if (intent?.status !== "processing" || charge === undefined)
    throw new StripeFault(400, `Checkout Session ${sessionId} has no pending payment.`);
  if (outcome === "succeeded") {
    succeed(intent, charge);
    session.payment_status = "paid";
  } else fail(intent, charge);
  account.emit(`checkout.session.async_payment_${outcome}`, session);
  return session;
}

/** Stripe has no PaymentIntent for a session before its buyer starts to pay, and keeps that one for further tries. */
function startPayment(account: Account, sessionId: string): { session: Session; intent: PaymentIntent } {
  const session = find(account.sessions, sessionId, "checkout.session", "session");
  if (session.status !== "open") throw new StripeFault(400, `This Checkout Session is ${session.status}.`);
  const intent = account.paymentIntents.get(session.payment_intent ?? "") ?? newIntent(account, session);
  session.payment_intent = intent.id;
  return { session, intent };
}

function complete(account: Account, session: Session, paymentStatus: "paid" | "unpaid"): Session {
  session.status = "complete";
  session.payment_status = paymentStatus;
  session.url = null;
  session.customer_details = {
    ...unusedFields.customerDetails,
    email: session.customer_email ?? "kjoper@example.no",
    name: "Kari Kjøper",
  };
  account.emit("checkout.session.completed", session);
  return session;
}

function succeed(intent: PaymentIntent, charge: Charge): void {
  charge.status = "succeeded";
  charge.paid = true;
  charge.amount_captured = charge.amount;
  intent.status = "succeeded";
  intent.amount_received = intent.amount;
  intent.last_payment_error = null;
}

function fail(intent: PaymentIntent, charge: Charge): void {
  charge.status = "failed";
  intent.status = "requires_payment_method";
  intent.last_payment_error = {
    type: "card_error",
    code: "card_declined",
    decline_code: "generic_decline",
    message: "Your card was declined.",
    charge: charge.id,
  };
}

function newIntent(account: Account, session: Session): PaymentIntent {
  const intent: PaymentIntent = {
    ...unusedFields.paymentIntent,
    id: account.id("pi"),
    object: "payment_intent",
    amount: session.amount_total ?? 0,
    amount_received: 0,
    created: account.seconds(),
    currency: session.currency ?? "nok",
    last_payment_error: null,
    latest_charge: null,
    metadata: account.paymentIntentMetadata.get(session.id) ?? {},
    status: "requires_payment_method",
    payment_method_types: session.payment_method_types,
  };
  account.paymentIntents.set(intent.id, intent);
  return intent;
}

function newCharge(account: Account, intent: PaymentIntent, status: Charge["status"]): Charge {
  const charge: Charge = {
    ...unusedFields.charge,
    id: account.id("ch"),
    object: "charge",
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    created: account.seconds(),
    currency: intent.currency,
    disputed: false,
    paid: false,
    payment_intent: intent.id,
    refunded: false,
    status,
    metadata: intent.metadata,
  };
  account.charges.set(charge.id, charge);
  intent.latest_charge = charge.id;
  return charge;
}
