import type * as z from "zod";
import type { Clock } from "./clock.ts";
import type { RandomBytes } from "./id.ts";
import type { Origin } from "./origin.ts";
import type { TransactionPart } from "./transaction-part.ts";

/** What a use case decided: the parts to write together, and what to answer once they are. */
export interface Decision<Answer> {
  readonly parts: readonly TransactionPart[];
  readonly answer: Answer;
}

export interface UnitOfWork {
  readonly clock: Clock;
  readonly random: RandomBytes;
  /**
   * Runs one command: `decide` loads and decides, and what it decides is written in one transaction with its outbox rows
   * and the origin's idempotency or inbox row. When somebody was faster (a conflict, or a guard that says "reload"), it
   * decides again on what is there then, with jitter, until the retry budget is spent. `attempt` counts from 0.
   *
   * @throws DomainError of the guard that failed; `busy-try-again` when the retry budget is spent;
   *   `idempotency-key-reused` when the key came before with another request
   */
  run<Answer>(
    origin: Origin,
    answer: z.ZodType<Answer>,
    decide: (attempt: number) => Promise<Decision<Answer>>,
  ): Promise<Answer>;
  /** As `run`, for a queue's consumer: an event that was handled before is done, and nothing is written. */
  handle(origin: Origin, decide: () => Promise<readonly TransactionPart[]>): Promise<void>;
  /** As `handle`; true when this delivery did it, false when an earlier one had: for what only one of them may go on to do. */
  handleFirst(origin: Origin, decide: () => Promise<readonly TransactionPart[]>): Promise<boolean>;
}
