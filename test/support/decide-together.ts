import type { Table } from "#platform/dynamo/table";
import { actionsOf } from "./actions.ts";

/**
 * Holds the next transactions to a table until there are so many, and lets them through one after the other: all have decided
 * before any has written, which is the worst that can happen to what was decided.
 */
export function decideTogether({ client }: Pick<Table, "client">, howMany: number): void {
  const allDecided = Promise.withResolvers<void>();
  let decided = 0;
  let before: Promise<unknown> = allDecided.promise;
  client.middlewareStack.add(
    (next) => (args) => {
      if (decided === howMany || actionsOf(args.input).length === 0) return next(args);
      const answer = before.then(() => next(args));
      before = answer.catch(() => {});
      decided += 1;
      if (decided === howMany) allDecided.resolve();
      return answer;
    },
    { step: "initialize", name: "decide-together" },
  );
}
