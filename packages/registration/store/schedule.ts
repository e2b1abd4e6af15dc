import * as z from "zod";
import { Instant } from "#kernel/clock";
import { part } from "#kernel/transaction-part";
import { getItem, type Table } from "#platform/dynamo/table";
import type { ScheduleParts, ScheduleReads } from "#registration/ports/schedule";
import { movedTimes } from "../domain/schedule.ts";
import { dueKey } from "./keys.ts";

export function scheduleParts(): ScheduleParts {
  return {
    plan: (before, after) =>
      part(
        movedTimes(before, after).map(([kind, dueAt]) => ({
          kind: "replace",
          key: dueKey(after.offeringId, kind),
          item: { duePartition: "registration", dueAt },
          guards: [],
        })),
      ),
    done: (offeringId, kind, dueAt) =>
      part([
        {
          kind: "delete",
          key: dueKey(offeringId, kind),
          guards: [{ is: "equal", attribute: "dueAt", value: dueAt, otherwise: "reload" }],
        },
      ]),
  };
}

const DueRow = z.object({ dueAt: Instant });

export function scheduleReads(table: Table): ScheduleReads {
  return { dueAt: async (offeringId, kind) => (await getItem(table, dueKey(offeringId, kind), DueRow))?.dueAt };
}
