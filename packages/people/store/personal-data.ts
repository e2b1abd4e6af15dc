import * as z from "zod";
import type { PersonalDataRequestId } from "#kernel/ids";
import type { Row } from "#kernel/personal-data";
import { type ItemKey, part } from "#kernel/transaction-part";
import {
  type AllRows,
  ExportedRow,
  type PersonalDataRequests,
  type RetentionRounds,
} from "#people/ports/personal-data";
import { readRow } from "#platform/dynamo/read-row";
import { getItem, queryItems, type Table } from "#platform/dynamo/table";
import { walk } from "#platform/dynamo/walk";
import { dueOf, PersonalDataRequest } from "../domain/personal-data-request.ts";
import { RetentionRound } from "../domain/retention-round.ts";

const PARTITION = "PERSONAL-DATA#";
const requestKey = (requestId: PersonalDataRequestId) => ({ pk: `${PARTITION}${requestId}`, sk: "REQUEST" });
const FOUND = "FOUND#";

/** Where all requests are kept. */
export const REQUESTS = { pk: PARTITION, sk: "REQUEST" };

/** The request that a due row is, to be parsed. */
export function requestIdIn({ pk }: ItemKey): string {
  return pk.slice(PARTITION.length);
}

/** An item holds 400 kB; so many characters of three bytes stay below it. */
const MOST_CHARACTERS = 100_000;

/**
 * Items of a part of an export. A function answers with 6 MB at most: what DynamoDB reads at once, 1 MB, would be nearly that
 * as HTML.
 */
const PART = 4;

const Found = z.object({ rows: z.array(ExportedRow) });

export function personalDataRequests(table: Table): PersonalDataRequests {
  const partition = (requestId: PersonalDataRequestId) => ({ pk: requestKey(requestId).pk, prefix: FOUND });
  return {
    get: (requestId) => getItem(table, requestKey(requestId), PersonalDataRequest),
    create: (request) => part([{ kind: "create", key: requestKey(request.requestId), item: row(request), guards: [] }]),
    replace: (before, after) =>
      part([{ kind: "replace", key: requestKey(before.requestId), item: row(after), guards: [asRead(before)] }]),
    delete: (request) => part([{ kind: "delete", key: requestKey(request.requestId), guards: [asRead(request)] }]),
    found: (requestId, page, rows) =>
      part(
        inItems(rows).map((rows, index) => ({
          kind: "replace",
          key: { pk: requestKey(requestId).pk, sk: `${FOUND}${numbered(page)}#${numbered(index)}` },
          item: { rows },
          guards: [],
        })),
      ),
    async export(requestId, from) {
      const { items, cursor } = await queryItems(table, partition(requestId), Found, { cursor: from, limit: PART });
      const rows = items.flatMap((item) => item.rows);
      // DynamoDB tells where it stopped, not whether anything comes after.
      const next =
        cursor === undefined ? undefined : await queryItems(table, partition(requestId), Key, { cursor, limit: 1 });
      return { rows, ...(cursor !== undefined && next?.items.length && { cursor }) };
    },
    exportKeys: async (requestId) => (await queryItems(table, partition(requestId), Key, { limit: 50 })).items,
  };
}

const Key = z.object({ pk: z.string(), sk: z.string() });

function asRead({ version }: PersonalDataRequest) {
  return { is: "equal", attribute: "version", value: version, otherwise: "reload" } as const;
}

function row(request: PersonalDataRequest) {
  const due = dueOf(request);
  return { ...request, ...(due && { duePartition: "people", dueAt: due.at }) };
}

function inItems(rows: readonly ExportedRow[]): ExportedRow[][] {
  const items: ExportedRow[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const each of rows) {
    const more = JSON.stringify(each).length;
    if (length + more > MOST_CHARACTERS) items.push([]);
    length = length + more > MOST_CHARACTERS ? more : length + more;
    items.at(-1)?.push(each);
  }
  return items;
}

function numbered(number: number): string {
  return `${number}`.padStart(6, "0");
}

/** Rows of a page: few enough that each can be treated, by a transaction of its own, in a consumer's time. */
const PAGE = 250;

const AnyRow = z.looseObject({ pk: z.string(), sk: z.string() });

export function allRows(table: Table): AllRows {
  return {
    page: (cursor) => walk(table, { cursor, limit: PAGE }),
    async get(key) {
      const found = await readRow(table, key);
      return found && AnyRow.parse(found);
    },
    async beginning(pk, sk) {
      const found: Row[] = [];
      let cursor: string | undefined;
      do {
        const page = await queryItems(table, { pk, prefix: sk }, AnyRow, { cursor });
        found.push(...page.items);
        cursor = page.cursor;
      } while (cursor);
      return found;
    },
  };
}

export const ROUND = { pk: "RETENTION", sk: "ROUND" };

export function retentionRounds(table: Table): RetentionRounds {
  return {
    get: () => getItem(table, ROUND, RetentionRound),
    write: (before, after) =>
      part([
        {
          kind: before ? "replace" : "create",
          key: ROUND,
          item: after,
          guards: before ? [{ is: "equal", attribute: "version", value: before.version, otherwise: "reload" }] : [],
        },
      ]),
  };
}
