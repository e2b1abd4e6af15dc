import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { type Answer, type Asked, Walk } from "#local/demo/walk";

/** Past the time in which queues hand out a message again: 3 minutes. */
export const PATIENCE_SECONDS = 4 * 60;

/** A good client: it asks again with the same idempotency key while the answer is a server's error, and waits for what takes time. */
export class Client extends Walk {
  #failures = 0;

  /** How often it was answered a server's error. */
  get failures(): number {
    return this.#failures;
  }

  override async ask(method: string, path: string, asked: Asked = {}): Promise<Answer> {
    const idempotencyKey = asked.idempotencyKey ?? randomUUID();
    for (let left = 5; ; left -= 1) {
      const answer = await super.ask(method, path, { ...asked, idempotencyKey });
      if (answer.status < 500 || left === 0) return answer;
      this.#failures += 1;
    }
  }

  /** Looks until there is something, and lets time pass in between. */
  async eventually<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    for (let left = 6; ; left -= 1) {
      await this.settle();
      const seen = await look();
      if (seen !== undefined) return seen;
      assert.ok(left > 0, `${what} does not come`);
      await this.pass(PATIENCE_SECONDS);
    }
  }
}
