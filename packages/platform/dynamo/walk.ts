import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { invariant } from "#kernel/domain-error";
import type { ItemKey } from "#kernel/transaction-part";
import { cursorAt, keyAt } from "./cursor.ts";
import type { Table } from "./table.ts";

/** A row of whatever kind, as it is stored: not parsed yet. */
export interface StoredRow extends ItemKey {
  readonly [attribute: string]: unknown;
}

export interface Walked {
  readonly rows: readonly StoredRow[];
  /** Hand it back to walk on; absent once every row was seen. A page may be empty and still have one. */
  readonly cursor?: string;
}

export interface Steps {
  readonly cursor?: string | undefined;
  /** Rows of a page at most; without it as many as DynamoDB reads at once, 1 MB. */
  readonly limit?: number;
}

/**
 * A page of the whole table, in no order that means anything, each row as it stood when its page was read (strongly
 * consistent): rows of one transaction can come before and after it. For the few functions that `uses: ["whole-table"]`;
 * their time is bounded by asking for the next page only while there is some left.
 */
export async function walk(table: Table, { cursor, limit }: Steps = {}): Promise<Walked> {
  const from = cursor === undefined ? undefined : keyAt(cursor);
  invariant(cursor === undefined || from !== undefined, "a walk goes on from a cursor that it gave");
  const { Items = [], LastEvaluatedKey } = await table.client.send(
    new ScanCommand({
      TableName: table.name,
      ConsistentRead: true,
      ...(limit !== undefined && { Limit: limit }),
      ...(from && { ExclusiveStartKey: from }),
    }),
  );
  const rows = Items.map((item) => {
    const row = unmarshall(item);
    return { ...row, pk: String(row["pk"]), sk: String(row["sk"]) };
  });
  return LastEvaluatedKey ? { rows, cursor: cursorAt(LastEvaluatedKey) } : { rows };
}
