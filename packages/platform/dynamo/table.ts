import { type DynamoDBClient, QueryCommand, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type * as z from "zod";
import { refusal } from "#kernel/domain-error";
import type { ItemKey } from "#kernel/transaction-part";
import { cursorAt, keyAt } from "./cursor.ts";
import { readRow } from "./read-row.ts";

/** The one table, for reading. Everything read is parsed: a row that isn't what its schema says throws. */
export interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Hand it back to get the next page; absent on the last. */
  readonly cursor?: string;
}

/** Reads one item, strongly consistent; undefined when there is none. Reads asked for at once share a request. */
export async function getItem<S extends z.ZodType>(
  table: Table,
  key: ItemKey,
  schema: S,
): Promise<z.infer<S> | undefined> {
  const row = await readRow(table, key);
  return row && schema.parse(row);
}

/** Reads items, strongly consistent, each by the schema it is asked with. In the order asked; undefined where there is none. */
export function getItems<Item>(
  table: Table,
  asked: readonly { readonly key: ItemKey; readonly schema: z.ZodType<Item> }[],
): Promise<(Item | undefined)[]> {
  return Promise.all(asked.map(({ key, schema }) => getItem(table, key, schema)));
}

export interface QueryOptions {
  readonly limit?: number;
  readonly cursor?: string | undefined;
  readonly newestFirst?: boolean;
}

/** A page of one partition's items whose sort key begins with `prefix`; at most `limit` (100 unless told). */
export async function queryItems<S extends z.ZodType>(
  table: Table,
  partition: { readonly pk: string; readonly prefix: string },
  schema: S,
  options: QueryOptions = {},
): Promise<Page<z.infer<S>>> {
  const isOf = ({ pk, sk }: StartKey) => pk === partition.pk && sk?.startsWith(partition.prefix);
  return query(table, schema, options, isOf, {
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
    ExpressionAttributeValues: { ":pk": { S: partition.pk }, ":prefix": { S: partition.prefix } },
    ConsistentRead: true,
  });
}

/** How many items of a partition have a sort key from `from` to `to`, both included. One request as long as they are below 1 MB. */
export async function countItems(
  table: Table,
  range: { readonly pk: string; readonly from: string; readonly to: string },
): Promise<number> {
  let count = 0;
  let next: QueryCommandInput["ExclusiveStartKey"];
  do {
    const answer = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
        ExpressionAttributeValues: { ":pk": { S: range.pk }, ":from": { S: range.from }, ":to": { S: range.to } },
        Select: "COUNT",
        ConsistentRead: true,
        ExclusiveStartKey: next,
      }),
    );
    count += answer.Count ?? 0;
    next = answer.LastEvaluatedKey;
  } while (next);
  return count;
}

/** A page of what is due in `context` at or before `now`, the longest due first. Only keys to load again: never decide on it. */
export async function queryDue<S extends z.ZodType>(
  table: Table,
  due: { readonly context: string; readonly now: string },
  schema: S,
  options: QueryOptions = {},
): Promise<Page<z.infer<S>>> {
  const isOf = ({ duePartition }: StartKey) => duePartition === due.context;
  return query(table, schema, options, isOf, {
    IndexName: "due",
    KeyConditionExpression: "duePartition = :partition AND dueAt <= :now",
    ExpressionAttributeValues: { ":partition": { S: due.context }, ":now": { S: due.now } },
  });
}

/**
 * A page of a list that people look at: all of it, what begins with `prefix`, or what lies between `from` and `to`. Never
 * decide on it: an index is behind the table.
 */
export async function queryList<S extends z.ZodType>(
  table: Table,
  list: {
    readonly partition: string;
    readonly prefix?: string;
    readonly between?: readonly [from: string, to: string];
  },
  schema: S,
  options: QueryOptions = {},
): Promise<Page<z.infer<S>>> {
  const [from, to] = list.between ?? [];
  const conditions = [
    "listPartition = :partition",
    ...(list.prefix ? ["begins_with(listSort, :prefix)"] : []),
    ...(list.between ? ["listSort BETWEEN :from AND :to"] : []),
  ];
  const isOf = ({ listPartition, listSort = "" }: StartKey) =>
    listPartition === list.partition &&
    listSort.startsWith(list.prefix ?? "") &&
    (from === undefined || to === undefined || (from <= listSort && listSort <= to));
  return query(table, schema, options, isOf, {
    IndexName: "list",
    KeyConditionExpression: conditions.join(" AND "),
    ExpressionAttributeValues: {
      ":partition": { S: list.partition },
      ...(list.prefix && { ":prefix": { S: list.prefix } }),
      ...(from !== undefined && to !== undefined && { ":from": { S: from }, ":to": { S: to } }),
    },
  });
}

async function query<S extends z.ZodType>(
  table: Table,
  schema: S,
  options: QueryOptions,
  isOf: (from: StartKey) => boolean | undefined,
  input: Omit<QueryCommandInput, "TableName">,
): Promise<Page<z.infer<S>>> {
  const command = new QueryCommand({
    ...input,
    TableName: table.name,
    Limit: options.limit ?? 100,
    ScanIndexForward: !options.newestFirst,
    ...(options.cursor && { ExclusiveStartKey: startKey(options.cursor, isOf) }),
  });
  const answer = await table.client.send(command).catch((error: unknown) => {
    // All else of the command is our own: it is the cursor that isn't of this list.
    const cursorIsWrong = options.cursor && error instanceof Error && error.name === "ValidationException";
    throw cursorIsWrong ? wrongCursor() : error;
  });
  const items = (answer.Items ?? []).map((item) => schema.parse(unmarshall(item)));
  if (!answer.LastEvaluatedKey) return { items };
  return { items, cursor: cursorAt(answer.LastEvaluatedKey) };
}

/** A cursor's text, by the names of the keys it is made of. */
type StartKey = Readonly<Record<string, string>>;

/**
 * Where a page begins. Whoever asks could have made the cursor: it must lie within the list that it is handed to.
 *
 * @throws DomainError `invalid-request` for a cursor that isn't one of this list
 */
function startKey(cursor: string, isOf: (from: StartKey) => boolean | undefined) {
  const key = keyAt(cursor);
  if (!key || !isOf(unmarshall(key))) throw wrongCursor();
  return key;
}

function wrongCursor() {
  const message = "This is no cursor of this list; leave it out to begin with the first page.";
  return refusal("invalid-request", { errors: [{ pointer: "/query/cursor", message }] });
}
