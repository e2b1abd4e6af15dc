import * as z from "zod";
import { EntryId, TicketTypeId } from "#kernel/ids";
import { countItems, getItem, getItems, queryItems, queryList, type Table } from "#platform/dynamo/table";
import type { WaitingLists } from "#registration/ports/waiting-list";
import { Entry } from "../domain/waiting-list.ts";
import { CapacityRow } from "./capacity.ts";
import { capacityKey, ENTRY, entryKey, LINE, lineKey, waitingListPartition } from "./keys.ts";

const LineRow = z.object({ entryId: EntryId, ticketTypeId: TicketTypeId });

export function waitingLists(table: Table): WaitingLists {
  return {
    get: (entry) => getItem(table, entryKey(entry), Entry),
    load: (asked) =>
      getItems(
        table,
        asked.map((entry) => ({ key: entryKey(entry), schema: Entry })),
      ),
    counters: (offeringId) => getItem(table, capacityKey(offeringId), CapacityRow),
    line: (offeringId, limit, cursor) =>
      queryItems(table, { pk: capacityKey(offeringId).pk, prefix: LINE }, LineRow, { limit, cursor }),
    position(entry) {
      const { pk, sk } = lineKey(entry);
      return countItems(table, { pk, from: LINE, to: sk });
    },
    entries: (offeringId, limit, cursor) =>
      queryItems(table, { pk: capacityKey(offeringId).pk, prefix: ENTRY }, Entry, { limit, cursor }),
    list: (offeringId, limit, cursor) =>
      queryList(table, { partition: waitingListPartition(offeringId) }, Entry, { limit, cursor }),
  };
}
