import type { Table } from "#platform/dynamo/table";
import { type StoredRow, walk } from "#platform/dynamo/walk";

/** A row as it is stored. */
export type Row = Record<string, unknown>;

/** Every row of a table. */
export async function everyRow(client: Table["client"], tableName: string): Promise<Row[]> {
  const found: StoredRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await walk({ client, name: tableName }, { cursor });
    found.push(...page.rows);
    cursor = page.cursor;
  } while (cursor);
  return found;
}
