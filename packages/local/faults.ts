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
}

/** Functions name themselves so to the SDK, and faults come to nobody else: not to the seed, and not to a test's own reads. */
export const functionsAppId = "smart-function";

/** The switches, and the dice. */
export class Faults {
  #switches = faultSwitches.parse({});
  #state = 1;
  #requests = 0;
  #breaking: { request: number; when: Mishap["when"] } | undefined;

  get switches(): FaultSwitches {
    return this.#switches;
  }

  set(switches: FaultSwitches): void {
    this.#switches = switches;
    this.#state = switches.seed;
  }

  /**
   * Breaks one of functions' requests to AWS, the first being number 1 from now on, with an error that the SDK does not
   * retry: the function has to live with it. Without a request it only counts from 0 again.
   */
  breakRequest(breaking?: { request: number; when: Mishap["when"] }): void {
    this.#breaking = breaking;
    this.#requests = 0;
  }

  /** Functions' requests to AWS since `breakRequest`. */
  get requests(): number {
    return this.#requests;
  }

  /** What goes wrong with a request to AWS, by its user agent. Asked once for each. */
  mishap(userAgent: string | undefined): Mishap | undefined {
    if (!userAgent?.includes(`app/${functionsAppId}`)) return undefined;
    this.#requests += 1;
    if (this.#breaking?.request === this.#requests) {
      return { when: this.#breaking.when, status: 400, code: "InjectedFault", message: "Broken on purpose." };
    }
    if (this.#happens(this.#switches.throttleRate)) {
      return { when: "before", status: 400, code: "ThrottlingException", message: "Rate exceeded" };
    }
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
