import * as z from "zod";
import type { Warnings } from "#agreements/ports/warnings";
import { Instant } from "#kernel/clock";
import { part } from "#kernel/transaction-part";
import { getItem, type Table } from "#platform/dynamo/table";
import { warningTime } from "../domain/period.ts";
import { warningKey } from "./keys.ts";

const DueRow = z.object({ dueAt: Instant });

export function warnings(table: Table): Warnings {
  return {
    plan(agreementId, before, after) {
      const dueAt = warningTime(after);
      if (before && warningTime(before) === dueAt) return part([]);
      const key = warningKey(agreementId);
      if (!dueAt) return part(before ? [{ kind: "delete", key, guards: [] }] : []);
      return part([{ kind: "replace", key, item: { duePartition: "agreements", dueAt }, guards: [] }]);
    },
    dueAt: async (agreementId) => (await getItem(table, warningKey(agreementId), DueRow))?.dueAt,
    done: (agreementId, dueAt) =>
      part([
        {
          kind: "delete",
          key: warningKey(agreementId),
          guards: [{ is: "equal", attribute: "dueAt", value: dueAt, otherwise: "reload" }],
        },
      ]),
  };
}
