import type { IncomingHttpHeaders } from "node:http";
import * as z from "zod";
import { type Breaking, BrokenCall, type Calls, type FaultOf } from "#local/broken-call";
import { dice } from "#local/dice";
import type { BrokenRequest } from "#local/stripe/failures";
import type { DeliveryPolicy } from "#local/stripe/webhooks";
import { functionOf, threadOf } from "#local/threads";

const rate = z.number().min(0).max(1);

/** What goes wrong on purpose. All off until switched on; rates are chances per request or message. */
export const faultSwitches = z.strictObject({
  /** Overlapping DynamoDB transactions conflict, as AWS has it. */
  conflicts: z.boolean().default(false),
  /** A function's requests to AWS that are refused with a throttling error. The SDK tries again. */
  throttleRate: rate.default(0),
  /** A function's requests to AWS that are done, but whose answer is an error. The SDK tries again. */
  lostAnswerRate: rate.default(0),
  /** Messages that arrive twice. */
  duplicateRate: rate.default(0),
  /** Queues hand out their messages in any order. */
  reorder: z.boolean().default(false),
  /** The same seed makes the same things go wrong, as far as the order of requests is the same. */
  seed: z.number().int().default(1),
});
export type FaultSwitches = z.infer<typeof faultSwitches>;

/** An error in the place of a request's answer. */
export interface Mishap {
  /** Before anything is done, or after all of it is. */
  when: "before" | "after";
  status: number;
  code: string;
  message: string;
  /** Done before the error is given. */
  first?: () => Promise<void>;
}

/** What a request to AWS may be counted as. */
type Sort = "requests" | "writes" | "transactions";

const onPurpose = { status: 400, code: "InjectedFault", message: "Broken on purpose." };
const throttled: Mishap = { when: "before", status: 400, code: "ThrottlingException", message: "Rate exceeded" };
const mishaps: Readonly<Record<FaultOf<Sort>, Mishap>> = {
  before: { when: "before", ...onPurpose },
  after: { when: "after", ...onPurpose },
  throttle: throttled,
  conflict: { when: "before", ...onPurpose, code: "TransactionCanceledException" },
  kill: { when: "after", ...onPurpose },
};

const atStripe: Readonly<Record<FaultOf<"stripeCalls">, BrokenRequest>> = {
  "stripe-before": { how: "before", status: 500, isFinal: true },
  "stripe-after": { how: "after", status: 500, isFinal: true },
  "stripe-throttle": { how: "before", status: 429 },
  "stripe-nonsense": { how: "after", status: 503, body: { message: "Service Unavailable" }, isFinal: true },
  "stripe-kill": { how: "after" },
};

/** A hold lasts 36 minutes; what comes within them has had nothing else to settle the order. */
const deliveries: Readonly<Record<FaultOf<"webhooks">, DeliveryPolicy>> = {
  "webhook-lost": { drop: true },
  "webhook-late": { delay: 20 * 60 },
  "webhook-stale": { delay: 90 * 60 },
};

/** The switches, and the dice. */
export class Faults {
  #switches = faultSwitches.parse({});
  #dice = dice(1);
  readonly #broken = new BrokenCall();
  readonly #asked = new Map<string, "looked" | "wrote">();
  #spared: readonly string[] = [];
  #changeAction: ((action: unknown) => unknown) | undefined;
  #kill: (thread: string) => Promise<void> = async () => {};

  get switches(): FaultSwitches {
    return this.#switches;
  }

  set(switches: FaultSwitches): void {
    this.#switches = switches;
    this.#dice = dice(switches.seed);
  }

  /** Breaks calls among those counted from now on. Without one it only counts from 0 again. */
  breakRequest(breaking?: Breaking): void {
    this.#broken.reset(breaking);
    this.#asked.clear();
  }

  /** Functions (`smart-function-payment-sweep`) that have made requests to AWS since `breakRequest`, and changed nothing. */
  get onlyLooked(): readonly string[] {
    return [...this.#asked].flatMap(([name, what]) => (what === "looked" ? [name] : []));
  }

  /** Doesn't count, and so doesn't break, the calls of these functions to AWS. */
  spare(functions: readonly string[]): void {
    this.#spared = functions;
  }

  /** Calls since `breakRequest`. */
  get counted(): Calls {
    return this.#broken.calls;
  }

  /** How many of the calls that were to be broken have come. */
  get struck(): number {
    return this.#broken.struck;
  }

  /**
   * Makes another action of each in functions' transactions, so that a test sees what one row or one condition is good for.
   * It must answer as many as it is given: the product reads a cancelled transaction's reasons by their position.
   */
  changeActions(change?: (action: unknown) => unknown): void {
    this.#changeAction = change;
  }

  /** What an action of a transaction becomes on its way, if somebody changes it. */
  changeOf(userAgent: string | undefined): ((action: unknown) => unknown) | undefined {
    return threadOf(userAgent) === undefined ? undefined : this.#changeAction;
  }

  /** How a thread is ended; the runtime knows. */
  onKill(kill: (thread: string) => Promise<void>): void {
    this.#kill = kill;
  }

  /**
   * What goes wrong with a request to AWS, by its head and what it is besides a request. Asked once for each. What the SDK
   * asks for again is the call that was counted already.
   */
  mishap(headers: IncomingHttpHeaders, ...sorts: readonly Exclude<Sort, "requests">[]): Mishap | undefined {
    const thread = threadOf(headers["user-agent"]);
    if (thread === undefined) return undefined;
    const isAgain = /attempt=(?!1;)/.test(String(headers["amz-sdk-request"]));
    this.#note(functionOf(thread), sorts);
    const isCounted = !isAgain && !this.#spared.includes(functionOf(thread));
    const broken = isCounted ? this.#broken.next<Sort>("requests", ...sorts) : undefined;
    if (broken === "kill") return { ...mishaps.kill, first: () => this.#kill(thread) };
    if (broken !== undefined) return mishaps[broken];
    if (this.#happens(this.#switches.throttleRate)) return throttled;
    if (this.#happens(this.#switches.lostAnswerRate)) {
      return { when: "after", status: 500, code: "InternalServerError", message: "The answer was lost." };
    }
    return undefined;
  }

  /** What goes wrong with a call to Stripe, by the name of the thread that makes it. Asked once for each. */
  atStripe(thread: string): BrokenRequest | undefined {
    const broken = this.#broken.next("stripeCalls");
    if (broken === "stripe-kill") return { ...atStripe[broken], first: () => this.#kill(thread) };
    return broken && atStripe[broken];
  }

  /** What goes wrong with the delivery of one of Stripe's events. Asked once for each. */
  ofStripe(): DeliveryPolicy | undefined {
    const broken = this.#broken.next("webhooks");
    return broken && deliveries[broken];
  }

  /** How often a message arrives. */
  copies(): number {
    return this.#happens(this.#switches.duplicateRate) ? 2 : 1;
  }

  /** Which of `count` waiting messages comes next. */
  pick(count: number): number {
    return this.#switches.reorder ? Math.floor(this.#dice() * count) : 0;
  }

  #note(name: string, sorts: readonly Sort[]): void {
    if (sorts.includes("writes")) this.#asked.set(name, "wrote");
    else if (!this.#asked.has(name)) this.#asked.set(name, "looked");
  }

  #happens(chance: number): boolean {
    return chance > 0 && this.#dice() < chance;
  }
}
