import * as z from "zod";
import { PersonId } from "#kernel/caller";
import { Instant, plusSeconds } from "#kernel/clock";
import { defineId } from "#kernel/id";
import { nextNorwegianTime } from "#kernel/norwegian-time";
import { Difference } from "./difference.ts";
import { Rule } from "./rule.ts";

export const ReconciliationId = defineId("rec").brand<"ReconciliationId">();
export type ReconciliationId = z.infer<typeof ReconciliationId>;

const common = {
  reconciliationId: ReconciliationId,
  askedAt: Instant,
  /** An administrator, or the schedule. */
  askedBy: z.union([PersonId, z.literal("schedule")]),
  /** How often it was begun. */
  attempts: z.int().min(0),
  version: z.int().min(1),
};

/** What a reconciliation came to. */
export const Report = z.object({
  /** Rows of the table, of all kinds. */
  rows: z.int().min(0),
  /** How often the whole table was walked. */
  passes: z.int().min(1),
  /** Differences by rule, also those that are not listed. */
  counts: z.partialRecord(Rule, z.int().min(1)),
  /** The first ones. */
  differences: z.array(Difference),
  /** What looked wrong and changed each time it was looked at: traffic, as a rule. The next reconciliation looks again. */
  unsettled: z.int().min(0),
});
export type Report = z.infer<typeof Report>;

/** `asked`: begins within a minute. `running`: by `dueAt` it has ended, or is begun again. `given-up`: it never came to its end. */
export const Reconciliation = z.discriminatedUnion("status", [
  z.object({ ...common, status: z.literal("asked"), dueAt: Instant }),
  z.object({ ...common, status: z.literal("running"), dueAt: Instant, startedAt: Instant }),
  z.object({ ...common, status: z.literal("finished"), startedAt: Instant, finishedAt: Instant, ...Report.shape }),
  z.object({ ...common, status: z.literal("given-up") }),
]);
export type Reconciliation = z.infer<typeof Reconciliation>;
export type Running = Extract<Reconciliation, { status: "running" }>;
export type Ended = Extract<Reconciliation, { status: "finished" | "given-up" }>;

/** A function has 15 minutes (`infra/contexts.ts`); one more, and whoever had it is surely gone. */
const LEASE_SECONDS = 16 * 60;
const MOST_ATTEMPTS = 3;
/** One row takes 400 kB at most, and nobody reads more: a hundred of one kind have one cause. */
const MOST_LISTED = 100;
/** Nothing happens at that time, and people are at work before the next. */
const NIGHTLY = "03:15";

export function asked(
  reconciliationId: ReconciliationId,
  askedBy: Reconciliation["askedBy"],
  now: Instant,
): Reconciliation {
  return { reconciliationId, askedAt: now, askedBy, attempts: 0, version: 1, status: "asked", dueAt: now };
}

/** The reconciliation in the hands of who does it now; given up when it failed too often; nothing when it isn't due. */
export function begun(before: Reconciliation, now: Instant): Running | Ended | undefined {
  if ((before.status !== "asked" && before.status !== "running") || before.dueAt > now) return undefined;
  const { reconciliationId, askedAt, askedBy, attempts, version } = before;
  const next = { reconciliationId, askedAt, askedBy, version: version + 1 };
  if (attempts >= MOST_ATTEMPTS) return { ...next, attempts, status: "given-up" };
  const dueAt = plusSeconds(now, LEASE_SECONDS);
  return { ...next, attempts: attempts + 1, status: "running", dueAt, startedAt: now };
}

export function finished({ dueAt: _dueAt, ...running }: Running, report: Report, now: Instant): Ended {
  return {
    ...running,
    ...report,
    differences: report.differences.slice(0, MOST_LISTED),
    status: "finished",
    finishedAt: now,
    version: running.version + 1,
  };
}

/** The next night's reconciliation: 03:15 in Norway. */
export function nextNight(now: Instant): Instant {
  return nextNorwegianTime(now, NIGHTLY);
}
