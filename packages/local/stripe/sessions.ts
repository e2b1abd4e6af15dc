import * as z from "zod";
import type { Account } from "./account.ts";
import { StripeFault } from "./fault.ts";
import type { LineItem, Session } from "./objects.ts";
import { boolean, expand, integer, metadata } from "./params.ts";
import { unusedFields } from "./unused-fields.ts";

const priceData = z.strictObject({
  currency: z.string().regex(/^[a-z]{3}$/, "must be a three-letter ISO code in lower case"),
  product_data: z.strictObject({
    name: z.string().min(1).max(250),
    description: z.string().min(1).optional(),
    images: z.array(z.url()).max(8).optional(),
    metadata: metadata.optional(),
    tax_code: z.string().optional(),
  }),
  unit_amount: integer.pipe(z.number().min(0).max(99_999_999)),
  tax_behavior: z.enum(["inclusive", "unspecified"]).optional(),
});

/** What `POST /v1/checkout/sessions` takes here: a payment of priced lines on Stripe's own page. */
export const sessionParams = z.strictObject({
  mode: z.literal("payment"),
  ui_mode: z.literal("hosted_page").default("hosted_page"),
  line_items: z
    .array(z.strictObject({ price_data: priceData, quantity: integer.pipe(z.number().min(1)) }))
    .min(1)
    .max(100),
  success_url: z.url(),
  cancel_url: z.url().optional(),
  client_reference_id: z.string().min(1).max(200).optional(),
  customer_email: z
    .string()
    .regex(/^[^\s@]+@[^\s@]+$/, "must be an email address")
    .max(800)
    .optional(),
  expires_at: integer.optional(),
  locale: z.string().optional(),
  metadata: metadata.optional(),
  payment_intent_data: z
    .strictObject({
      metadata: metadata.optional(),
      description: z.string().optional(),
      receipt_email: z.string().optional(),
    })
    .optional(),
  payment_method_types: z.array(z.string()).min(1).default(["card"]),
  automatic_tax: z.strictObject({ enabled: boolean }).optional(),
  invoice_creation: z.strictObject({ enabled: boolean }).optional(),
  submit_type: z.enum(["auto", "book", "donate", "pay"]).optional(),
  expand,
});

type SessionParams = z.output<typeof sessionParams>;

const [halfHour, day] = [30 * 60, 24 * 60 * 60];

/** The least that Stripe charges in NOK, in øre (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts). */
const leastAmount = 300;

/** @throws StripeFault 400 when the expiry, the currency or the sum is one that Stripe refuses. */
export function createSession(account: Account, params: SessionParams, publicUrl: string): Session {
  const created = account.seconds();
  const expiresAt = params.expires_at ?? created + day;
  checkExpiry(created, expiresAt);
  const currencies = new Set(params.line_items.map((line) => line.price_data.currency));
  const [currency = "", another] = currencies;
  if (another !== undefined)
    throw refused("line_items", `All line items must have the same currency: found ${currency} and ${another}.`);
  const lines = params.line_items.map((line) => newLine(account, line));
  const total = lines.reduce((sum, line) => sum + line.amount_total, 0);
  if (total < leastAmount)
    throw new StripeFault(400, "The Checkout Session's total amount due must add up to at least kr3.00 nok", {
      code: "amount_too_small",
    });

  const id = account.id("cs_test");
  const session: Session = {
    ...unusedFields.session,
    id,
    object: "checkout.session",
    amount_subtotal: total,
    amount_total: total,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    created,
    currency,
    customer_details: null,
    customer_email: params.customer_email ?? null,
    expires_at: expiresAt,
    locale: params.locale ?? null,
    metadata: params.metadata ?? {},
    mode: params.mode,
    payment_intent: null,
    payment_method_types: params.payment_method_types,
    payment_status: "unpaid",
    status: "open",
    success_url: params.success_url,
    ui_mode: params.ui_mode,
    url: `${publicUrl}/c/pay/${id}`,
  };
  account.sessions.set(id, session);
  account.lineItems.set(id, lines);
  account.paymentIntentMetadata.set(id, params.payment_intent_data?.metadata ?? {});
  return session;
}

/** Ends a session that nobody has paid. @throws StripeFault 400 unless it is open. */
export function expireSession(account: Account, session: Session): Session {
  if (session.status !== "open")
    throw new StripeFault(
      400,
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
    );
  session.status = "expired";
  session.url = null;
  const intent = account.paymentIntents.get(session.payment_intent ?? "");
  if (intent !== undefined) intent.status = "canceled";
  account.emit("checkout.session.expired", session);
  return session;
}

/** Expires every open session whose time is over by the clock. */
export function expireDueSessions(account: Account): void {
  for (const session of account.sessions.values())
    if (session.status === "open" && session.expires_at <= account.seconds()) expireSession(account, session);
}

function checkExpiry(created: number, expiresAt: number): void {
  if (expiresAt < created + halfHour)
    throw refused(
      "expires_at",
      "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.",
    );
  if (expiresAt > created + day)
    throw refused(
      "expires_at",
      "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.",
    );
}

function refused(param: string, message: string): StripeFault {
  return new StripeFault(400, message, { param });
}

function newLine(account: Account, { price_data: price, quantity }: SessionParams["line_items"][number]): LineItem {
  const amount = price.unit_amount * quantity;
  return {
    ...unusedFields.lineItem,
    id: account.id("li"),
    object: "item",
    amount_subtotal: amount,
    amount_total: amount,
    currency: price.currency,
    description: price.product_data.name,
    quantity,
    price: newPrice(account, price),
  };
}

function newPrice(account: Account, price: z.output<typeof priceData>) {
  return {
    ...unusedFields.price,
    id: account.id("price"),
    object: "price",
    created: account.seconds(),
    currency: price.currency,
    product: account.id("prod"),
    tax_behavior: price.tax_behavior ?? "unspecified",
    unit_amount: price.unit_amount,
    unit_amount_decimal: String(price.unit_amount),
  };
}
