import type { Context, ScheduledEvent } from "aws-lambda";
import * as z from "zod";
import type { Clock } from "#kernel/clock";
import { CorrelationId } from "#kernel/event";
import type { Origin } from "#kernel/origin";
import type { ItemKey } from "#kernel/transaction-part";
import { queryDue, type Table } from "./dynamo/table.ts";
import { logOf } from "./log.ts";

const DueRow = z.object({ pk: z.string(), sk: z.string() });

/** A page of due rows is one request; so many rows are seen before the index is asked again. */
const PAGE = 25;
/** Stop in time for what was begun to end: the function has 60 s. */
const BUDGET_MILLISECONDS = 45_000;

export interface SweepOptions {
  readonly context: string;
  readonly table: Table;
  readonly clock: Clock;
  /** Does what is due for one row. It decides on the row itself, since the index is behind the table. */
  readonly settle: (origin: Origin, key: ItemKey) => Promise<void>;
  /** For a function that has more to do in its time. */
  readonly budgetMilliseconds?: number;
}

/**
 * A context's sweep, every minute: settles whatever is due, the longest due first. One row's failure doesn't stop the
 * others; it stays due, and when any failed the sweep fails in the end, so that the alarm sees it.
 */
export function sweep({ context, table, clock, settle, budgetMilliseconds = BUDGET_MILLISECONDS }: SweepOptions) {
  return async (_event: ScheduledEvent, lambda: Context): Promise<void> => {
    const correlationId = CorrelationId.parse(lambda.awsRequestId);
    const log = logOf(correlationId);
    const started = performance.now();
    let failed = 0;
    let settled = 0;
    let cursor: string | undefined;
    do {
      const page = await queryDue(table, { context, now: clock() }, DueRow, { limit: PAGE, cursor });
      for (const { pk, sk } of page.items) {
        try {
          await settle({ correlationId }, { pk, sk });
          settled += 1;
        } catch (error) {
          failed += 1;
          log.error("Something due could not be settled", error);
        }
      }
      cursor = page.cursor;
    } while (cursor && performance.now() - started < budgetMilliseconds);
    log.info("Swept", { settled, failed });
    if (failed > 0) throw new Error(`${failed} due rows of ${context} could not be settled`);
  };
}
