import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { type Answer, type Asked, Walk } from "#local/demo/walk";

/** Past the time in which queues hand out a message again: 3 minutes. */
export const PATIENCE_SECONDS = 4 * 60;

/** A good client: it asks again with the same idempotency key while the answer is a server's error, and waits for what takes time. */
export class Client extends Walk {
  readonly #failures: number[] = [];

  /** The server's errors that it was answered. */
  get failures(): readonly number[] {
    return this.#failures;
  }

  override async ask(method: string, path: string, asked: Asked = {}): Promise<Answer> {
    const idempotencyKey = asked.idempotencyKey ?? randomUUID();
    for (let left = 5; ; left -= 1) {
      const answer = await super.ask(method, path, { ...asked, idempotencyKey });
      if (answer.status < 500 || left === 0) return answer;
      this.#failures.push(answer.status);
    }
  }

  /** Looks until there is something, and lets time pass in between: at most 48 minutes, more than an order is held. */
  async eventually<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    for (let left = 12; ; left -= 1) {
      await this.settle();
      const seen = await look();
      if (seen !== undefined) return seen;
      assert.ok(left > 0, `${what} does not come`);
      await this.pass(PATIENCE_SECONDS);
    }
  }

  /** Somebody else may let the time pass first. */
  override async passTo(moment: string): Promise<void> {
    await this.ask("POST", "/_local/clock", { body: { to: moment } });
    assert.ok((await this.now()).getTime() >= Date.parse(moment), `the clock does not come to ${moment}`);
    await this.settle();
  }
}
