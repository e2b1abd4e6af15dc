import { AsyncLocalStorage } from "node:async_hooks";
import { setImmediate as turn } from "node:timers/promises";
import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import type * as fc from "fast-check";
import { DomainError } from "#kernel/domain-error";
import { ItemsInFlight } from "#local/dynamodb/items-in-flight";
import type { Table } from "#platform/dynamo/table";
import { actionsOf, itemOf } from "#test/actions";

export type Contend = () => Promise<unknown>;

/** So many contenders, each as `contend` says of their number, counted from 0. */
export function contenders(howMany: number, contend: (number: number) => Promise<unknown>): Contend[] {
  return Array.from({ length: howMany }, (_none, number) => () => contend(number));
}

/** What one contender comes to: its answer, the code of its refusal, or an error that nobody is to see. */
export type Outcome =
  | { readonly is: "answered"; readonly answer: unknown }
  | { readonly is: "refused"; readonly code: string }
  | { readonly is: "failed"; readonly error: unknown };

/** A contender that neither asks nor ends for so long waits for something that the race doesn't know of. */
const STUCK_MILLISECONDS = 30_000;

class Contender {
  readonly name: string;
  readonly #moved: () => void;
  #running = false;
  #waiting = 0;
  #asking = 0;

  constructor(name: string, moved: () => void) {
    this.name = name;
    this.#moved = moved;
  }

  /** It has not begun, has ended, or waits to be let through. */
  get isAtRest(): boolean {
    return !this.#running || (this.#waiting > 0 && this.#asking === 0);
  }

  async run(contend: Contend): Promise<Outcome> {
    this.#running = true;
    try {
      return { is: "answered", answer: await contend() };
    } catch (error) {
      return error instanceof DomainError ? { is: "refused", code: error.code } : { is: "failed", error };
    } finally {
      this.#running = false;
      this.#moved();
    }
  }

  async wait(until: Promise<void>): Promise<void> {
    this.#waiting += 1;
    this.#moved();
    await until;
    this.#waiting -= 1;
  }

  async ask<Answer>(send: () => Promise<Answer>): Promise<Answer> {
    this.#asking += 1;
    try {
      return await send();
    } finally {
      this.#asking -= 1;
      this.#moved();
    }
  }
}

/** Transactions that are at the engine at the same time: one that touches an item of another is in conflict with it. */
interface Meeting {
  readonly items: ItemsInFlight;
  /** Lets those go on whose answers are there. */
  readonly end: (() => void)[];
}

const contending = new AsyncLocalStorage<Contender>();

/**
 * Lets contenders run to their ends on one table, one request of one of them at a time: `scheduler` picks whose. `together`
 * says how many picks long transactions meet each other, and conflict as AWS has it. Nothing goes on before all have come to
 * rest again, so that the same scheduler makes the same race.
 */
export async function letRun(
  { client }: Pick<Table, "client">,
  contend: readonly Contend[],
  scheduler: fc.Scheduler,
  together: Iterator<number>,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly conflicts: number }> {
  let conflicts = 0;
  let meeting: Meeting = { items: new ItemsInFlight(), end: [] };
  let moved = Promise.withResolvers<void>();
  const all = contend.map((_, index) => new Contender(`contender ${index + 1}`, () => moved.resolve()));

  async function allAtRest(): Promise<void> {
    // Reads asked for in one turn of the event loop are one request: two contenders are two functions, and never share a turn.
    await turn();
    const stuck = setTimeout(() => moved.reject(new Error("A contender neither asks nor ends.")), STUCK_MILLISECONDS);
    while (!all.every(({ isAtRest }) => isAtRest)) {
      moved = Promise.withResolvers();
      await moved.promise;
    }
    clearTimeout(stuck);
  }

  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const contender = contending.getStore();
        if (!contender) return next(args);
        await contender.wait(scheduler.schedule(Promise.resolve(), `${contender.name}: ${commandName}`));
        const items = actionsOf(args.input).map(itemOf);
        if (items.length === 0) return contender.ask(() => next(args));
        const met = meeting;
        const claim = met.items.claim({ kind: "transact-write", keys: items });
        if (!claim.granted) {
          conflicts += 1;
          throw conflict(claim.conflicting);
        }
        try {
          return await contender.ask(() => next(args));
        } finally {
          await contender.wait(new Promise((resolve) => met.end.push(resolve)));
        }
      },
    { step: "initialize", name: "race" },
  );
  try {
    const outcomes: Promise<Outcome>[] = [];
    for (const [index, begin] of contend.entries()) {
      const contender = all[index];
      if (contender) outcomes.push(contending.run(contender, () => contender.run(begin)));
      await allAtRest();
    }
    while (scheduler.count() > 0) {
      meeting = { items: new ItemsInFlight(), end: [] };
      const { value: picks } = together.next();
      for (let left = picks; left > 0 && scheduler.count() > 0; left -= 1) {
        await scheduler.waitNext(1);
        await allAtRest();
      }
      for (const end of meeting.end) {
        end();
        await allAtRest();
      }
    }
    return { outcomes: await Promise.all(outcomes), conflicts };
  } finally {
    client.middlewareStack.remove("race");
  }
}

function conflict(conflicting: readonly boolean[]): TransactionCanceledException {
  return new TransactionCanceledException({
    $metadata: {},
    message: "Transaction cancelled, please refer cancellation reasons for specific reasons",
    CancellationReasons: conflicting.map((taken) => ({ Code: taken ? "TransactionConflict" : "None" })),
  });
}
