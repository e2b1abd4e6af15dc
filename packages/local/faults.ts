import * as z from "zod";

const rate = z.number().min(0).max(1);

/** What goes wrong on purpose. All off until switched on; rates are chances per request or message. */
export const faultSwitches = z.strictObject({
  /** Overlapping DynamoDB transactions conflict, as AWS has it. */
  conflicts: z.boolean().default(false),
  /** Requests to AWS that are refused with a throttling error. */
  throttleRate: rate.default(0),
  /** Requests to AWS that are done, but whose answer is an error. */
  lostAnswerRate: rate.default(0),
  /** Messages that arrive twice. */
  duplicateRate: rate.default(0),
  /** Queues hand out their messages in any order. */
  reorder: z.boolean().default(false),
  /** The same seed makes the same things go wrong, as far as the order of requests is the same. */
  seed: z.number().int().default(1),
});
export type FaultSwitches = z.infer<typeof faultSwitches>;

/** The switches, and the dice. */
export class Faults {
  #switches = faultSwitches.parse({});
  #state = 1;

  get switches(): FaultSwitches {
    return this.#switches;
  }

  set(switches: FaultSwitches): void {
    this.#switches = switches;
    this.#state = switches.seed;
  }

  happens(kind: "throttleRate" | "lostAnswerRate" | "duplicateRate"): boolean {
    return this.#switches[kind] > 0 && this.#random() < this.#switches[kind];
  }

  /** Which of `count` waiting messages comes next. */
  pick(count: number): number {
    return this.#switches.reorder ? Math.floor(this.#random() * count) : 0;
  }

  /** mulberry32: small, and the same everywhere. */
  #random(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}
