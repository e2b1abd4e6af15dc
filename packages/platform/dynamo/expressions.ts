import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { Guard, Stored, StoredItem, Take, Write } from "#kernel/transaction-part";

/** Turns a write into DynamoDB's action, with its guards as the condition. */
export function toTransactWriteItem(write: Write, tableName: string): TransactWriteItem {
  const names = new Placeholders<string>("#");
  const values = new Placeholders<Stored>(":");
  const conditions = write.guards.map((guard) => condition(guard, names, values));
  const key = { pk: { S: write.key.pk }, sk: { S: write.key.sk } };
  const common = () => ({
    TableName: tableName,
    ...(conditions.length > 0 && { ConditionExpression: conditions.join(" AND ") }),
    ...(names.used && { ExpressionAttributeNames: names.byPlaceholder }),
    ...(values.used && {
      ExpressionAttributeValues: marshall(values.byPlaceholder, { removeUndefinedValues: true }),
    }),
    ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
  });
  switch (write.kind) {
    case "create":
      conditions.push("attribute_not_exists(pk)");
      return { Put: { ...common(), Item: item(write.key, write.item) } };
    case "replace":
      return { Put: { ...common(), Item: item(write.key, write.item) } };
    case "delete":
      return { Delete: { ...common(), Key: key } };
    case "check": {
      const checks = common();
      return { ConditionCheck: { ...checks, Key: key, ConditionExpression: conditions.join(" AND ") } };
    }
    case "change": {
      conditions.push("attribute_exists(pk)");
      const update = updateExpression(write, conditions, names, values);
      return { Update: { ...common(), Key: key, UpdateExpression: update } };
    }
  }
}

/** Whether the guard holds for the item as it was found: to tell which of an item's guards failed. */
export function holds(guard: Guard, found: StoredItem | undefined): boolean {
  if (guard.is === "absent") return found === undefined;
  if (found === undefined) return false;
  switch (guard.is) {
    case "present":
      return true;
    case "equal":
      return found[guard.attribute] === guard.value;
    case "at-least":
      return Number(found[guard.attribute]) >= guard.value;
    case "below-one-of":
      return guard.attributes.some((attribute) => Number(found[attribute]) < guard.value);
    case "after":
      return String(found[guard.attribute] ?? "") > guard.value;
  }
}

/** The takes of one counter, summed. */
export function summedTakes(takes: readonly Take[]): Take[] {
  const byAttribute = new Map<string, Take>();
  for (const take of takes) {
    const before = byAttribute.get(take.attribute);
    byAttribute.set(take.attribute, before ? { ...before, amount: before.amount + take.amount } : take);
  }
  return [...byAttribute.values()];
}

/** What must be there before the write: what it takes of each counter, less what it gives the same one. */
export function neededBy({ take = [], add = {} }: Pick<Extract<Write, { kind: "change" }>, "take" | "add">): Take[] {
  return summedTakes(take)
    .map((each) => ({ ...each, amount: each.amount - (add[each.attribute] ?? 0) }))
    .filter(({ amount }) => amount > 0);
}

function updateExpression(
  write: Extract<Write, { kind: "change" }>,
  conditions: string[],
  names: Placeholders<string>,
  values: Placeholders<Stored>,
): string {
  const add: Record<string, number> = { ...write.add };
  for (const { attribute, amount } of neededBy(write)) {
    conditions.push(`${names.of(attribute)} >= ${values.of(amount)}`);
  }
  for (const take of summedTakes(write.take ?? [])) {
    add[take.attribute] = (add[take.attribute] ?? 0) - take.amount;
  }
  const sets = Object.entries(write.set ?? {}).flatMap(([attribute, value]) =>
    value === undefined ? [] : [`${names.of(attribute)} = ${values.of(value)}`],
  );
  const adds = Object.entries(add).map(([attribute, amount]) => `${names.of(attribute)} ${values.of(amount)}`);
  const removes = (write.remove ?? []).map((attribute) => names.of(attribute));
  return [
    sets.length > 0 ? `SET ${sets.join(", ")}` : "",
    adds.length > 0 ? `ADD ${adds.join(", ")}` : "",
    removes.length > 0 ? `REMOVE ${removes.join(", ")}` : "",
  ]
    .filter((clause) => clause !== "")
    .join(" ");
}

function condition(guard: Guard, names: Placeholders<string>, values: Placeholders<Stored>): string {
  switch (guard.is) {
    case "present":
      return "attribute_exists(pk)";
    case "absent":
      return "attribute_not_exists(pk)";
    case "equal":
      return `${names.of(guard.attribute)} = ${values.of(guard.value)}`;
    case "at-least":
      return `${names.of(guard.attribute)} >= ${values.of(guard.value)}`;
    case "below-one-of": {
      const value = values.of(guard.value);
      return `(${guard.attributes.map((attribute) => `${names.of(attribute)} < ${value}`).join(" OR ")})`;
    }
    case "after":
      return `${names.of(guard.attribute)} > ${values.of(guard.value)}`;
  }
}

function item(key: { pk: string; sk: string }, attributes: StoredItem) {
  return marshall({ ...attributes, pk: key.pk, sk: key.sk }, { removeUndefinedValues: true });
}

/** Names or values of an expression, each behind a placeholder of its own. */
class Placeholders<Content> {
  readonly byPlaceholder: Record<string, Content> = {};
  readonly #sign: "#" | ":";
  #count = 0;

  constructor(sign: "#" | ":") {
    this.#sign = sign;
  }

  get used(): boolean {
    return this.#count > 0;
  }

  of(content: Content): string {
    const placeholder = `${this.#sign}${this.#count++}`;
    this.byPlaceholder[placeholder] = content;
    return placeholder;
  }
}
