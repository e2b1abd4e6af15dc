import * as z from "zod";

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

/**
 * How one request is broken.
 * `before`: refused, nothing is done. `after`: done, and its answer is an error. Neither is retried by the SDK: the function has to live with it.
 * `throttle`: refused with an error that the SDK does retry. `conflict`: a transaction that another one is in the way of.
 * `kill`: done, and the function's thread ends before it hears so.
 */
export const faultKinds = ["before", "after", "throttle", "conflict", "kill"] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Breaking {
  readonly kind: FaultKind;
  /** Which of functions' requests, the first being number 1; of their transactions only, for a conflict. */
  readonly request: number;
}

/**
 * Functions name themselves so to the SDK, each thread with a number of its own behind it. Faults come to nobody else: not
 * to the seed, and not to a test's own reads.
 */
export const functionsAppId = "smart-function";
const appId = new RegExp(`app/(${functionsAppId}[\\w-]*)`);

const onPurpose = { status: 400, code: "InjectedFault", message: "Broken on purpose." };
const throttled: Mishap = { when: "before", status: 400, code: "ThrottlingException", message: "Rate exceeded" };
const mishaps: Readonly<Record<FaultKind, Mishap>> = {
  before: { when: "before", ...onPurpose },
  after: { when: "after", ...onPurpose },
  throttle: throttled,
  conflict: { when: "before", ...onPurpose, code: "TransactionCanceledException" },
  kill: { when: "after", ...onPurpose },
};

/** The switches, and the dice. */
export class Faults {
  #switches = faultSwitches.parse({});
  #state = 1;
  #requests = 0;
  #transactions = 0;
  #breaking: Breaking | undefined;
  #struck = false;
  #kill: (thread: string) => Promise<void> = async () => {};

  get switches(): FaultSwitches {
    return this.#switches;
  }

  set(switches: FaultSwitches): void {
    this.#switches = switches;
    this.#state = switches.seed;
  }

  /** Breaks one of functions' requests to AWS, counted from now on. Without one it only counts from 0 again. */
  breakRequest(breaking?: Breaking): void {
    this.#breaking = breaking;
    this.#struck = false;
    this.#requests = 0;
    this.#transactions = 0;
  }

  /** Functions' requests to AWS since `breakRequest`, and how many of them were transactions. */
  get counted(): { readonly requests: number; readonly transactions: number } {
    return { requests: this.#requests, transactions: this.#transactions };
  }

  /** Whether the request that was to be broken has come. */
  get struck(): boolean {
    return this.#struck;
  }

  /** How a thread is ended; the runtime knows. */
  onKill(kill: (thread: string) => Promise<void>): void {
    this.#kill = kill;
  }

  /** What goes wrong with a request to AWS, by its user agent. Asked once for each. */
  mishap(userAgent: string | undefined, isTransaction = false): Mishap | undefined {
    const [, thread] = appId.exec(userAgent ?? "") ?? [];
    if (thread === undefined) return undefined;
    this.#requests += 1;
    if (isTransaction) this.#transactions += 1;
    const broken = this.#brokenNow(isTransaction);
    if (broken === "kill") return { ...mishaps.kill, first: () => this.#kill(thread) };
    if (broken !== undefined) return mishaps[broken];
    if (this.#happens(this.#switches.throttleRate)) return throttled;
    if (this.#happens(this.#switches.lostAnswerRate)) {
      return { when: "after", status: 500, code: "InternalServerError", message: "The answer was lost." };
    }
    return undefined;
  }

  /** How often a message arrives. */
  copies(): number {
    return this.#happens(this.#switches.duplicateRate) ? 2 : 1;
  }

  /** Which of `count` waiting messages comes next. */
  pick(count: number): number {
    return this.#switches.reorder ? Math.floor(this.#random() * count) : 0;
  }

  #brokenNow(isTransaction: boolean): FaultKind | undefined {
    const { kind, request } = this.#breaking ?? {};
    const isIt = kind === "conflict" ? isTransaction && request === this.#transactions : request === this.#requests;
    if (!isIt) return undefined;
    this.#struck = true;
    return kind;
  }

  #happens(chance: number): boolean {
    return chance > 0 && this.#random() < chance;
  }

  /** mulberry32: small, and the same everywhere. */
  #random(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}
