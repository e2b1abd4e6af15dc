import type Stripe from "stripe";
import { noSuch } from "./fault.ts";
import type {
  Charge,
  Dispute,
  Event,
  EventType,
  LineItem,
  PaymentIntent,
  Refund,
  Session,
  StripeObject,
} from "./objects.ts";

/** The version whose shapes are spoken: the compiler holds it to that of the installed `stripe` package. */
const apiVersion: typeof Stripe.API_VERSION = "2026-10-28.endive";

/** All that one Stripe account remembers. Maps keep the order of creation. */
export type Account = {
  readonly sessions: Map<string, Session>;
  readonly lineItems: Map<string, LineItem[]>;
  /** Each session's `payment_intent_data[metadata]`, until its PaymentIntent exists. */
  readonly paymentIntentMetadata: Map<string, Stripe.Metadata>;
  readonly paymentIntents: Map<string, PaymentIntent>;
  readonly charges: Map<string, Charge>;
  readonly refunds: Map<string, Refund>;
  readonly disputes: Map<string, Dispute>;
  readonly events: Map<string, Event>;
  /** Epoch seconds, as Stripe counts time. */
  readonly seconds: () => number;
  /** `cs_test` -> `cs_test_` and 24 random letters and digits. */
  readonly id: (prefix: string) => string;
  /** Records that something happened to an object, with the object as it is now. */
  readonly emit: (type: EventType, object: StripeObject) => void;
};

type Circumstances = {
  /** Epoch milliseconds. */
  now: () => number;
  /** From 0 up to, not including, 1. */
  random: () => number;
  onEvent: (event: Event) => void;
};

export function openAccount({ now, random, onEvent }: Circumstances): Account {
  const seconds = () => Math.floor(now() / 1000);
  const id = (prefix: string) => `${prefix}_${Array.from({ length: 24 }, () => letter(random)).join("")}`;
  const events: Account["events"] = new Map();
  const emit = (type: EventType, object: StripeObject) => {
    const event: Event = {
      id: id("evt"),
      object: "event",
      api_version: apiVersion,
      created: seconds(),
      data: { object: structuredClone(object) },
      livemode: false,
      request: { id: null, idempotency_key: null },
      type,
    };
    events.set(event.id, event);
    onEvent(event);
  };
  return {
    sessions: new Map(),
    lineItems: new Map(),
    paymentIntentMetadata: new Map(),
    paymentIntents: new Map(),
    charges: new Map(),
    refunds: new Map(),
    disputes: new Map(),
    events,
    seconds,
    id,
    emit,
  };
}

/** @throws StripeFault 404 `resource_missing`; `object` and `param` are the words Stripe's message uses. */
export function find<T>(things: Map<string, T>, id: string, object: string, param: string): T {
  const thing = things.get(id);
  if (thing === undefined) throw noSuch(object, id, param);
  return thing;
}

export function forgetEverything(account: Account): void {
  const { sessions, lineItems, paymentIntentMetadata, paymentIntents, charges, refunds, disputes, events } = account;
  for (const things of [sessions, lineItems, paymentIntentMetadata, paymentIntents, charges, refunds, disputes, events])
    things.clear();
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function letter(random: () => number): string {
  return letters.charAt(Math.floor(random() * letters.length));
}
