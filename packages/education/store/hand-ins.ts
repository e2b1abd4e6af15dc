import type { HandIns } from "#education/ports/hand-ins";
import { Instant } from "#kernel/clock";
import { type Guard, part } from "#kernel/transaction-part";
import { getItem, queryItems, queryList, type Table } from "#platform/dynamo/table";
import { HandIn } from "../domain/hand-in.ts";
import { nextDue } from "../domain/retention.ts";
import { HandInEntry } from "../domain/review.ts";
import { handInEntries, handInEntryKey, handInKey } from "./hand-in-keys.ts";

/** The list of what waits for a reviewer. */
const QUEUE = "review-queue";

export function handIns(table: Table): HandIns {
  return {
    get: (ref) => getItem(table, handInKey(ref), HandIn),
    write(before, after, { cohort, now }) {
      const dueAt = nextDue(after, cohort, Instant.parse(now));
      const item = { ...after, version: before.version + 1, ...queued(after), duePartition: "education", dueAt };
      const key = handInKey(after);
      return part([
        before.version === 0
          ? { kind: "create", key, item, guards: [{ is: "absent", otherwise: "reload" }] }
          : { kind: "replace", key, item, guards: [asRead(before)] },
      ]);
    },
    queue: (page) => queryList(table, { partition: QUEUE }, HandIn, page),
    log: (entry) =>
      part([
        {
          kind: "create",
          key: handInEntryKey(entry),
          item: { ...entry },
          guards: [{ is: "absent", otherwise: "reload" }],
        },
      ]),
    entries: async (ref) => (await queryItems(table, handInEntries(ref), HandInEntry)).items,
    forgetEntries: (entries) =>
      part(entries.map((entry) => ({ kind: "delete", key: handInEntryKey(entry), guards: [] }))),
    forget: (handIn) => part([{ kind: "delete", key: handInKey(handIn), guards: [asRead(handIn)] }]),
  };
}

function queued({ status, submittedAt, placeId }: HandIn) {
  return status === "submitted" ? { listPartition: QUEUE, listSort: `${submittedAt}#${placeId}` } : {};
}

function asRead({ version }: HandIn): Guard {
  return { is: "equal", attribute: "version", value: version, otherwise: "reload" };
}
