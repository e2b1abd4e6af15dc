import { TransactionCanceledException, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import type { Clock } from "#kernel/clock";
import { DomainError, invariant, refusal } from "#kernel/domain-error";
import type { RandomBytes } from "#kernel/id";
import type { Origin } from "#kernel/origin";
import { type Guard, MAX_ACTIONS, type StoredItem, type TransactionPart, type Write } from "#kernel/transaction-part";
import type { Decision, UnitOfWork } from "#kernel/unit-of-work";
import { holds, neededBy, toTransactWriteItem } from "./expressions.ts";
import { IDEMPOTENCY_CONFLICT, idempotencyWrite, replay } from "./idempotency.ts";
import { ALREADY_DELIVERED, inboxWrite } from "./inbox.ts";
import { mergeWrites } from "./merge-writes.ts";
import { outboxWrite } from "./outbox.ts";
import type { Table } from "./table.ts";

export interface UnitOfWorkOptions {
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** How long conflicts are tried again, in milliseconds of real time. */
  readonly retryMilliseconds?: number;
}

type Attempt = "written" | "conflict" | "reload" | typeof IDEMPOTENCY_CONFLICT | typeof ALREADY_DELIVERED;

interface Settled<Answer> {
  readonly answer: Answer;
  readonly handled: "now" | "before";
}

export function unitOfWork(table: Table, options: UnitOfWorkOptions): UnitOfWork {
  const { clock, random, retryMilliseconds = 8000 } = options;

  async function attemptUntilSettled<Answer>(
    origin: Origin,
    answer: z.ZodType<Answer>,
    decide: (attempt: number) => Promise<Decision<Answer>>,
  ): Promise<Settled<Answer>> {
    const deadline = performance.now() + retryMilliseconds;
    for (let attempt = 0; ; attempt++) {
      const outcome = await decideAndWrite(origin, answer, () => decide(attempt)).catch(async (error: unknown) => {
        // A repeated request meets its own effect (the place is taken, by itself): look for the first answer.
        const before = error instanceof DomainError ? await replay(table, origin, answer) : undefined;
        if (before) return { ...before, handled: "before" } as const;
        throw error;
      });
      if (typeof outcome === "object") return outcome;
      if (outcome === IDEMPOTENCY_CONFLICT) {
        const before = await replay(table, origin, answer);
        if (before) return { ...before, handled: "before" };
      }
      if (performance.now() > deadline) throw refusal("busy-try-again", {});
      await pause(attempt, random);
    }
  }

  /** One attempt: decides on what is there now, and writes it. */
  async function decideAndWrite<Answer>(
    origin: Origin,
    answer: z.ZodType<Answer>,
    decide: () => Promise<Decision<Answer>>,
  ): Promise<Settled<Answer> | "conflict" | "reload" | typeof IDEMPOTENCY_CONFLICT> {
    const decision = await decide();
    const outcome = await attemptOnce(allWrites(decision.parts, origin, answer.parse(decision.answer)));
    if (outcome === "written") return { answer: decision.answer, handled: "now" };
    return outcome === ALREADY_DELIVERED ? { answer: decision.answer, handled: "before" } : outcome;
  }

  function allWrites(parts: readonly TransactionPart[], origin: Origin, answer: unknown): Write[] {
    const now = clock();
    const writes = mergeWrites([
      ...parts.flatMap((each) => each.writes),
      ...parts.flatMap((each) => each.facts.map((fact) => outboxWrite(fact, origin.correlationId, now, random))),
      ...(origin.delivery ? [inboxWrite(origin.delivery, now)] : []),
      ...(origin.idempotency ? [idempotencyWrite(origin.idempotency, answer, now)] : []),
    ]);
    if (writes.length > MAX_ACTIONS) throw refusal("too-much-for-one-order", { limit: MAX_ACTIONS, of: "writes" });
    return writes;
  }

  async function attemptOnce(writes: readonly Write[]): Promise<Attempt> {
    if (writes.length === 0) return "written";
    try {
      await table.client.send(
        new TransactWriteItemsCommand({
          TransactItems: writes.map((write) => toTransactWriteItem(write, write.table ?? table.name)),
        }),
      );
      return "written";
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      return why(error, writes);
    }
  }

  const handleFirst: UnitOfWork["handleFirst"] = async (origin, decide) => {
    const nothing = async () => ({ parts: await decide(), answer: undefined });
    return (await attemptUntilSettled(origin, NOTHING, nothing)).handled === "now";
  };

  return {
    clock,
    random,
    run: async (origin, answer, decide) => (await attemptUntilSettled(origin, answer, decide)).answer,
    async handle(origin, decide) {
      await handleFirst(origin, decide);
    },
    handleFirst,
  };
}

const NOTHING = z.undefined();

const TRY_AGAIN = new Set(["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"]);

/** Reads a cancelled transaction's reasons. The inbox speaks first, then idempotency, then the domain's guards. */
function why(error: TransactionCanceledException, writes: readonly Write[]): Attempt {
  const reasons = error.CancellationReasons ?? [];
  const failed = writes.flatMap((write, index) => {
    const reason = reasons[index];
    if (reason?.Code !== "ConditionalCheckFailed") return [];
    return [{ write, found: reason.Item && unmarshall(reason.Item) }];
  });
  if (failed.length === 0) {
    if (reasons.some((reason) => TRY_AGAIN.has(reason.Code ?? ""))) return "conflict";
    throw error;
  }
  const verdicts = failed.map(({ write, found }) => verdict(write, found));
  for (const first of [ALREADY_DELIVERED, IDEMPOTENCY_CONFLICT] as const) if (verdicts.includes(first)) return first;
  const refused = verdicts.find((each) => each instanceof DomainError);
  if (refused instanceof DomainError) throw refused;
  return "reload";
}

function verdict(write: Write, found: StoredItem | undefined): DomainError | Exclude<Attempt, "written" | "conflict"> {
  if (write.key.sk === ALREADY_DELIVERED || write.key.sk === IDEMPOTENCY_CONFLICT) return write.key.sk;
  const guards: Guard[] = [...write.guards];
  if (write.kind === "change") {
    for (const take of neededBy(write)) {
      guards.push({ is: "at-least", attribute: take.attribute, value: take.amount, otherwise: take.otherwise });
    }
  }
  const broken = guards.find((guard) => !holds(guard, found));
  if (!broken) {
    invariant(write.kind !== "change" || found !== undefined, `${write.key.pk} ${write.key.sk} is there to be changed`);
    return "reload"; // it held again by the time DynamoDB looked: somebody was in between
  }
  return broken.otherwise === "reload" ? "reload" : broken.otherwise(found);
}

/** Full jitter (0 to 25 ms, doubling to at most 800 ms): 500 buyers of one offering must not come back in step. */
function pause(attempt: number, random: RandomBytes): Promise<void> {
  const ceiling = Math.min(800, 25 * 2 ** attempt);
  const [byte = 0] = random(1);
  return new Promise((resolve) => setTimeout(resolve, (ceiling * byte) / 255));
}
