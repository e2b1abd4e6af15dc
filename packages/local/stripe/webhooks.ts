import { createHmac } from "node:crypto";
import type { Event, EventType } from "./objects.ts";

/** How events are delivered until told otherwise: `{}` is once, at once, in order. */
export type DeliveryPolicy = {
  /** Extra copies of each event, sent at the same time. */
  duplicate?: number | undefined;
  /** Seconds by the clock before the first attempt. */
  delay?: number | undefined;
  /** Keep events back for two seconds of the clock, then send them newest first, one after the other. */
  reorder?: boolean | undefined;
  /** Lose every event, or the next n: no attempt is made, and none follows. */
  drop?: boolean | number | undefined;
  /** The policy holds for these types only. */
  types?: readonly EventType[] | undefined;
};

type Delivery = { event: Event; body: string; dueAt: number; since: number; failures: number; keptBack: boolean };

export type Webhooks = ReturnType<typeof startWebhooks>;

const [second, day] = [1000, 24 * 60 * 60 * 1000];
const [giveUpAfter, longestPause, reorderWindow] = [3 * day, day / 2, 2 * second];

/** Wall time that an endpoint has to answer in. */
const patience = 10 * second;

type Endpoint = {
  url: string;
  secret: string;
  /** The types the endpoint has subscribed to. */
  types: readonly EventType[];
  /** Epoch milliseconds. */
  now: () => number;
  /** How an event is delivered in spite of the policy, if something goes wrong with it. Asked once for each. */
  broken: () => DeliveryPolicy | undefined;
};

/**
 * Delivers signed events to one endpoint. What is not answered 2xx is tried again after 10 s, 30 s, 90 s … at most
 * 12 h, by the clock, for three days (https://docs.stripe.com/webhooks#automatic-retries).
 */
export function startWebhooks({ url, secret, types, now, broken }: Endpoint) {
  let policy: DeliveryPolicy = {};
  let waiting: Delivery[] = [];
  let stopping = new AbortController();
  const underWay = new Map<Delivery, Promise<void>>();

  async function attempt(delivery: Delivery, signal: AbortSignal): Promise<void> {
    const timestamp = Math.floor(now() / 1000);
    const signature = createHmac("sha256", secret).update(`${timestamp}.${delivery.body}`).digest("hex");
    const request = {
      method: "POST",
      headers: {
        "content-type": "application/json; charset=utf-8",
        "stripe-signature": `t=${timestamp},v1=${signature}`,
        "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
      },
      body: delivery.body,
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    } as const;
    const taken = await fetch(url, request)
      .then(async (answer) => {
        await answer.arrayBuffer();
        return answer.ok;
      })
      .catch(() => false); // whatever is wrong with the endpoint, the answer is to try again
    if (taken || signal.aborted) return;
    const pause = Math.min(10 * second * 3 ** delivery.failures, longestPause);
    const dueAt = now() + pause;
    if (dueAt - delivery.since <= giveUpAfter)
      waiting.push({ ...delivery, dueAt, failures: delivery.failures + 1, keptBack: false });
  }

  function launch(deliveries: Delivery[]): void {
    const { signal } = stopping;
    const run = (async () => {
      for (const delivery of deliveries) {
        await attempt(delivery, signal);
        underWay.delete(delivery);
      }
    })();
    for (const delivery of deliveries) underWay.set(delivery, run);
  }

  /** Sends what is due by the clock. */
  function sendDue(): void {
    const due = (delivery: Delivery) => delivery.dueAt <= now();
    const releases = waiting.some((delivery) => delivery.keptBack && due(delivery));
    const leaves = (delivery: Delivery) => (delivery.keptBack ? releases : due(delivery));
    const leaving = waiting.filter(leaves);
    waiting = waiting.filter((delivery) => !leaves(delivery));
    for (const delivery of leaving.filter(({ keptBack }) => !keptBack)) launch([delivery]);
    if (releases) launch(leaving.filter(({ keptBack }) => keptBack).reverse());
  }

  function send(event: Event, { delay = 0, duplicate = 0, reorder = false }: DeliveryPolicy): void {
    const since = now();
    const dueAt = since + delay * second + (reorder ? reorderWindow : 0);
    const body = JSON.stringify({ ...event, pending_webhooks: 1 }, null, 2);
    for (let copy = 0; copy <= duplicate; copy += 1)
      waiting.push({ event, body, dueAt, since, failures: 0, keptBack: reorder });
  }

  return {
    sendDue,
    /** Delivers an event as the policy says, if the endpoint has subscribed to its type. */
    publish(event: Event): void {
      if (!types.includes(event.type)) return;
      const applies = policy.types === undefined || policy.types.includes(event.type);
      const { drop = false, ...rest } = broken() ?? (applies ? policy : {});
      if (drop === true || (drop !== false && drop > 0)) {
        if (drop !== true) policy = { ...policy, drop: drop - 1 };
        return;
      }
      send(event, rest);
    },
    /** Delivers an event once more, whatever the policy. */
    redeliver: (event: Event) => send(event, {}),
    /** Replaces the policy for the events to come. */
    setPolicy(next: DeliveryPolicy): void {
      policy = next;
    },
    /** How many deliveries of an event have not been taken yet. */
    pending: (eventId: string) => [...waiting, ...underWay.keys()].filter(({ event }) => event.id === eventId).length,
    /** Resolves when nothing is under way or due by the clock. */
    async idle(): Promise<void> {
      for (sendDue(); underWay.size > 0; sendDue()) await Promise.all(underWay.values());
    },
    /** Forgets what waits, breaks off what is under way, and delivers normally again. */
    async reset(): Promise<void> {
      policy = {};
      waiting = [];
      stopping.abort();
      stopping = new AbortController();
      await Promise.all(underWay.values());
    },
  };
}
