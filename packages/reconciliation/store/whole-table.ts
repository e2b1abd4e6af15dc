import { type RowKind, rowReader, type Unreadable } from "#platform/dynamo/row-kinds";
import type { Table } from "#platform/dynamo/table";
import { walk } from "#platform/dynamo/walk";

/**
 * Walks the whole table, page by page, and reads the rows of these kinds; `rows` counts all there are. A page is what DynamoDB
 * reads at once, unless `limit` says less.
 */
export function wholeTable<Fact>(table: Table, kinds: readonly RowKind<Fact>[], limit?: number) {
  const read = rowReader(kinds);
  return async function* pages(): AsyncGenerator<{ rows: number; facts: readonly (Fact | Unreadable)[] }> {
    let cursor: string | undefined;
    do {
      const page = await walk(table, { cursor, ...(limit !== undefined && { limit }) });
      yield { rows: page.rows.length, facts: page.rows.map(read).filter((fact) => fact !== undefined) };
      cursor = page.cursor;
    } while (cursor);
  };
}
