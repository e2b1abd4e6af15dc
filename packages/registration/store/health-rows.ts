import { part } from "#kernel/transaction-part";
import { queryItems, type Table } from "#platform/dynamo/table";
import type { HealthRows } from "#registration/ports/health-answers";
import { HealthRow } from "../domain/catering.ts";
import { capacityKey, HEALTH, healthKey } from "./keys.ts";

export function healthRows(table: Table): HealthRows {
  return {
    async first(offeringId, limit) {
      const partition = { pk: capacityKey(offeringId).pk, prefix: HEALTH };
      return (await queryItems(table, partition, HealthRow, { limit })).items;
    },
    async all(offeringId) {
      const partition = { pk: capacityKey(offeringId).pk, prefix: HEALTH };
      const rows: HealthRow[] = [];
      let cursor: string | undefined;
      do {
        const page = await queryItems(table, partition, HealthRow, { limit: 1000, cursor });
        rows.push(...page.items);
        cursor = page.cursor;
      } while (cursor);
      return rows;
    },
    forget: (places) => part(places.map((place) => ({ kind: "delete", key: healthKey(place), guards: [] }))),
  };
}
