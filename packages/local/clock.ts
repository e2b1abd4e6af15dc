const longestTimer = 2 ** 31 - 1;

interface Timer {
  at: number;
  run: () => void;
}

/**
 * The one clock of the runtime: real time plus an offset that can only grow. Workers read the offset from shared memory,
 * so a function, a sweep, a token and the Stripe stand-in agree on the time at every moment.
 */
export class LocalClock {
  /** One 64-bit integer: milliseconds to add to the real time. */
  readonly offset = new SharedArrayBuffer(8);
  readonly #offset = new BigInt64Array(this.offset);
  readonly #timers = new Set<Timer>();
  #wakeUp: NodeJS.Timeout | undefined;

  /** Epoch milliseconds. */
  now(): number {
    return Date.now() + Number(Atomics.load(this.#offset, 0));
  }

  /** Runs `run` once, when this clock reaches `at` (epoch ms). Returns how to call it off. */
  at(at: number, run: () => void): () => void {
    const timer = { at, run };
    this.#timers.add(timer);
    this.#rearm();
    return () => {
      this.#timers.delete(timer);
    };
  }

  /**
   * Jumps to `time` (epoch ms). Whatever came due on the way runs once, at the new time, as after an outage.
   * @throws RangeError for a time in the past: nothing in the product expects time to go back
   */
  moveTo(time: number): void {
    if (!(time >= this.now())) throw new RangeError("The clock only goes forward.");
    Atomics.add(this.#offset, 0, BigInt(Math.ceil(time - this.now())));
    this.#runDue();
  }

  stop(): void {
    clearTimeout(this.#wakeUp);
    this.#timers.clear();
  }

  #runDue(): void {
    const now = this.now();
    const due = [...this.#timers].filter((timer) => timer.at <= now).sort((a, b) => a.at - b.at);
    for (const timer of due) this.#timers.delete(timer);
    for (const timer of due) timer.run();
    this.#rearm();
  }

  #rearm(): void {
    clearTimeout(this.#wakeUp);
    if (this.#timers.size === 0) return;
    const next = Math.min(...[...this.#timers].map((timer) => timer.at));
    this.#wakeUp = setTimeout(() => this.#runDue(), Math.min(Math.max(next - this.now(), 0), longestTimer));
    this.#wakeUp.unref();
  }
}
