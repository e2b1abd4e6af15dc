import type { TransactWriteItem, Update } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Table } from "#platform/dynamo/table";
import { actionsOf, itemOf } from "./actions.ts";

/** Conditions of transactions: of which items, and which of their conditions. */
export interface Guarded {
  /** Matches `<pk> <sk>`. */
  readonly item: RegExp;
  /** Matches a condition as one reads it, such as `free >= 1` or `attribute_not_exists(pk)`. */
  readonly condition: RegExp;
}

/** Always true, and always allowed: an action keeps its place, and a check that checks nothing is still sent. */
const ANYTHING = "(attribute_exists(pk) OR attribute_not_exists(pk))";

/**
 * Takes conditions out of every transaction that goes to the table from now on. Answers how many it has taken: a control that
 * takes nothing away proves nothing.
 */
export function takeAway(
  { client }: Pick<Table, "client">,
  guarded: readonly Guarded[],
): { readonly takenAway: () => number } {
  let taken = 0;
  client.middlewareStack.add(
    (next) => (args) => {
      const actions = actionsOf(args.input);
      if (actions.length === 0) return next(args);
      const TransactItems = actions.map((action) => {
        const left = without(action, guarded);
        if (left !== action) taken += 1;
        return left;
      });
      return next({ ...args, input: { ...args.input, TransactItems } });
    },
    { step: "initialize", name: "without-guards" },
  );
  return { takenAway: () => taken };
}

/** What writes of every kind may have. */
type Conditional = Partial<Pick<Update, "ConditionExpression" | "UpdateExpression">> &
  Pick<Update, "ExpressionAttributeNames" | "ExpressionAttributeValues">;

/** The same action when it has none of the conditions. */
function without(action: TransactWriteItem, guarded: readonly Guarded[]): TransactWriteItem {
  const ofItem = guarded.filter(({ item }) => item.test(itemOf(action)));
  const { Put, Update, Delete, ConditionCheck } = action;
  const left = spared(Put ?? Update ?? Delete ?? ConditionCheck ?? {}, ofItem);
  if (!left) return action;
  if (Put) return { Put: { ...Put, ...left } };
  if (Update) return { Update: { ...Update, ...left } };
  if (Delete) return { Delete: { ...Delete, ...left } };
  return ConditionCheck ? { ConditionCheck: { ...ConditionCheck, ...left } } : action;
}

/** What is left of the conditions; undefined when nothing is taken away. */
function spared(write: Conditional, guarded: readonly Guarded[]) {
  const conditions = write.ConditionExpression?.split(" AND ") ?? [];
  const left = conditions.filter((each) => !guarded.some(({ condition }) => condition.test(readable(each, write))));
  if (left.length === conditions.length) return undefined;
  const ConditionExpression = left.length > 0 ? left.join(" AND ") : ANYTHING;
  // DynamoDB refuses names and values that no expression uses.
  const used = new Set(`${ConditionExpression} ${write.UpdateExpression}`.match(/[#:]\d+/g));
  const stillUsed = <Value>(all: Record<string, Value> = {}) => {
    const entries = Object.entries(all).filter(([placeholder]) => used.has(placeholder));
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  };
  return {
    ConditionExpression,
    ExpressionAttributeNames: stillUsed(write.ExpressionAttributeNames),
    ExpressionAttributeValues: stillUsed(write.ExpressionAttributeValues),
  };
}

function readable(condition: string, { ExpressionAttributeNames, ExpressionAttributeValues }: Conditional): string {
  const values = unmarshall(ExpressionAttributeValues ?? {});
  return condition
    .replace(/#\d+/g, (name) => ExpressionAttributeNames?.[name] ?? name)
    .replace(/:\d+/g, (value) => String(values[value]));
}
