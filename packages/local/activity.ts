/**
 * Counts the work in progress in the whole runtime: requests, invocations, messages that can be received now.
 * Work that starts other work ends after the other has begun, so at zero nothing can happen until the clock moves
 * or someone asks for something.
 */
export class Activity {
  readonly #running = new Map<string, number>();
  #begun = 0;
  readonly #waiters = new Set<() => void>();

  /** How many pieces of work have begun so far. */
  get begun(): number {
    return this.#begun;
  }

  begin(what: string): () => void {
    this.#begun += 1;
    this.#running.set(what, (this.#running.get(what) ?? 0) + 1);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      const left = (this.#running.get(what) ?? 1) - 1;
      if (left > 0) this.#running.set(what, left);
      else this.#running.delete(what);
      if (this.#running.size === 0) for (const waiter of [...this.#waiters]) waiter();
    };
  }

  async track<T>(what: string, work: () => Promise<T>): Promise<T> {
    const end = this.begin(what);
    try {
      return await work();
    } finally {
      end();
    }
  }

  /** Resolves when nothing is in progress; rejects with what still is after `timeoutMs`. */
  idle(timeoutMs = 60_000): Promise<void> {
    if (this.#running.size === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiters.delete(done);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiters.delete(done);
        const busy = [...this.#running].map(([what, count]) => `${what} (${count})`).join(", ");
        reject(new Error(`Still busy after ${timeoutMs} ms: ${busy}`));
      }, timeoutMs);
      this.#waiters.add(done);
    });
  }
}
