/**
 * What is numbered: functions' requests to AWS, those of them that change something there, those that are transactions, their calls
 * to Stripe, and Stripe's events.
 */
export interface Calls {
  readonly requests: number;
  readonly writes: number;
  readonly transactions: number;
  readonly stripeCalls: number;
  readonly webhooks: number;
}

/**
 * How one call is broken, and which calls it is counted among.
 * `before`: refused, nothing is done. `after`: done, and its answer is an error. Neither is retried by the SDK: the function has to live with it.
 * `after` and `kill` come to what changes something: a read whose answer is lost has left as little behind as one that was refused.
 * `throttle`: refused with an error that AWS' SDK retries, and Stripe's doesn't. `conflict`: a transaction that another one is in the way of.
 * `kill`: done, and the function's thread ends before it hears so.
 * `stripe-nonsense`: done, and answered by a proxy's 503 whose JSON has no `error`, which Stripe's SDK takes for the object.
 * `webhook-lost`: never delivered. `webhook-late`: after a while; `webhook-stale`: when the order's hold is over.
 */
const countedAs = {
  before: "requests",
  after: "writes",
  throttle: "requests",
  conflict: "transactions",
  kill: "writes",
  "stripe-before": "stripeCalls",
  "stripe-after": "stripeCalls",
  "stripe-throttle": "stripeCalls",
  "stripe-nonsense": "stripeCalls",
  "stripe-kill": "stripeCalls",
  "webhook-lost": "webhooks",
  "webhook-late": "webhooks",
  "webhook-stale": "webhooks",
} as const satisfies Readonly<Record<string, keyof Calls>>;

type Counted = typeof countedAs;
export type FaultKind = keyof Counted;
/** The kinds of faults that calls of this sort can have. */
export type FaultOf<Among extends keyof Calls> = {
  [Kind in FaultKind]: Counted[Kind] extends Among ? Kind : never;
}[FaultKind];

export const faultKinds = Object.keys(countedAs).filter((name): name is FaultKind => name in countedAs);

/** How many calls there are that a kind of fault can come to. */
export function callsFor(kind: FaultKind, calls: Calls): number {
  return calls[countedAs[kind]];
}

export interface Breaking {
  readonly kind: FaultKind;
  /** Which of the calls that the kind counts, the first being number 1. */
  readonly request: number;
  /** And every so many-th from there; only that one when left out. */
  readonly every?: number | undefined;
}

/** Counts calls, and says when one comes that is to be broken. */
export class BrokenCall {
  #calls = { requests: 0, writes: 0, transactions: 0, stripeCalls: 0, webhooks: 0 };
  #breaking: Breaking | undefined;
  #struck = 0;

  get calls(): Calls {
    return this.#calls;
  }

  /** How many of the calls that were to be broken have come. */
  get struck(): number {
    return this.#struck;
  }

  /** Counts from now on. */
  reset(breaking?: Breaking): void {
    this.#calls = { requests: 0, writes: 0, transactions: 0, stripeCalls: 0, webhooks: 0 };
    this.#breaking = breaking;
    this.#struck = 0;
  }

  /** Counts one call as all that it is; answers how it is broken, if it is the one. */
  next<Among extends keyof Calls>(...sorts: readonly Among[]): FaultOf<Among> | undefined {
    for (const sort of sorts) this.#calls[sort] += 1;
    const isAmong = (kind: FaultKind): kind is FaultOf<Among> => sorts.some((sort) => sort === countedAs[kind]);
    const { kind, request, every } = this.#breaking ?? {};
    if (kind === undefined || request === undefined || !isAmong(kind)) return undefined;
    const beyond = callsFor(kind, this.#calls) - request;
    if (beyond !== 0 && (every === undefined || beyond < 0 || beyond % every !== 0)) return undefined;
    this.#struck += 1;
    return kind;
  }
}
