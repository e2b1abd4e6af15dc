import { BatchGetItemCommand, type DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { ItemKey } from "#kernel/transaction-part";

interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
}

type Row = Record<string, unknown>;

interface Asked {
  readonly key: ItemKey;
  readonly settled: PromiseWithResolvers<Row | undefined>;
}

/** DynamoDB: a BatchGetItem has at most 100 keys, each once. */
const MAX_KEYS = 100;

/** What was asked of each table in this turn of the event loop, and not sent yet. */
const waiting = new WeakMap<Table, Map<string, Asked>>();

/**
 * Reads a row, strongly consistent. Whatever is asked in the same turn of the event loop goes in one request: an order and
 * its payment, each by its own store, cost what one of them does.
 */
export function readRow(table: Table, key: ItemKey): Promise<Row | undefined> {
  const asked = waiting.get(table) ?? begin(table);
  const text = textOf(key);
  const known = asked.get(text);
  if (known) return known.settled.promise;
  const settled = Promise.withResolvers<Row | undefined>();
  asked.set(text, { key, settled });
  return settled.promise;
}

function begin(table: Table): Map<string, Asked> {
  const asked = new Map<string, Asked>();
  waiting.set(table, asked);
  queueMicrotask(() => {
    waiting.delete(table);
    const all = [...asked.values()];
    for (let from = 0; from < all.length; from += MAX_KEYS) void settle(table, all.slice(from, from + MAX_KEYS));
  });
  return asked;
}

async function settle(table: Table, asked: readonly Asked[]): Promise<void> {
  try {
    const found = await read(
      table,
      asked.map(({ key }) => key),
    );
    for (const { key, settled } of asked) settled.resolve(found.get(textOf(key)));
  } catch (error) {
    for (const { settled } of asked) settled.reject(error);
  }
}

async function read(table: Table, keys: readonly ItemKey[]): Promise<ReadonlyMap<string, Row>> {
  const [only] = keys;
  const items = only && keys.length === 1 ? [await readOne(table, only)] : await readMany(table, keys);
  return new Map(
    items.flatMap((row) => (row ? [[textOf({ pk: String(row["pk"]), sk: String(row["sk"]) }), row]] : [])),
  );
}

async function readOne(table: Table, { pk, sk }: ItemKey): Promise<Row | undefined> {
  const { Item } = await table.client.send(
    new GetItemCommand({ TableName: table.name, Key: { pk: { S: pk }, sk: { S: sk } }, ConsistentRead: true }),
  );
  return Item && unmarshall(Item);
}

async function readMany(table: Table, keys: readonly ItemKey[]): Promise<Row[]> {
  const rows: Row[] = [];
  let left = keys.map(({ pk, sk }) => marshall({ pk, sk }));
  for (let attempt = 0; left.length > 0; attempt++) {
    if (attempt > 0) await pause(attempt);
    const answer = await table.client.send(
      new BatchGetItemCommand({ RequestItems: { [table.name]: { Keys: left, ConsistentRead: true } } }),
    );
    rows.push(...(answer.Responses?.[table.name] ?? []).map((item) => unmarshall(item)));
    left = answer.UnprocessedKeys?.[table.name]?.Keys ?? [];
  }
  return rows;
}

/** What a throttled table left out is asked for again a little later: 50 ms, 100 ms … the function's time is the limit. */
function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50 * attempt));
}

function textOf({ pk, sk }: ItemKey): string {
  return `${pk}\n${sk}`;
}
