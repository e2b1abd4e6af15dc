import type { Histories } from "#education/ports/histories";
import { part } from "#kernel/transaction-part";
import { queryItems, type Table } from "#platform/dynamo/table";
import { HistoryEntry } from "../domain/history.ts";
import { historyKey, historyOf } from "./keys.ts";

export function histories(table: Table): Histories {
  return {
    add: (entry) =>
      part([
        {
          kind: "create",
          key: historyKey(entry),
          item: { ...entry },
          guards: [{ is: "absent", otherwise: "reload" }],
        },
      ]),
    of: async (participation) => (await queryItems(table, historyOf(participation), HistoryEntry)).items,
  };
}
