import { restore, withoutHash } from "../mending.ts";
import type { Check } from "../recount.ts";

/** Begun again so often, three hours have passed: what is only late has gone on by then. */
const STUCK_AFTER = 2;

/**
 * Who asks what is held about them, or to be erased, gets an answer; and what has been kept long enough goes (rule 8). Neither
 * is so while a row can't be read.
 */
export const personalDataCheck: Check = {
  rule: "personal-data",
  find: (recount) => [
    ...recount.of("personal-data-request").flatMap((row) => {
      const name = `The ${row.asks} ${row.requestId}`;
      const stuck = row.status === "working" && row.restarts >= STUCK_AFTER;
      return [
        ...(stuck
          ? [
              {
                says: `${name} was begun again ${row.restarts} times, and stands still`,
                mend: "Read the log of functions/people/consumer.ts and its dead letters (npm run dead-letters): once the cause is mended it goes on by itself.",
                rows: [row],
              },
            ]
          : []),
        ...(row.status === "incomplete"
          ? [
              {
                says: `${name} can't be ended, since rows can't be read: ${named(row.unreadable)}`,
                mend: `Their whole keys stand in the request's own row. ${restore("each of them")} ${row.asks === "erasure" ? "Within a day it is looked at again." : "Then the person may ask again."}`,
                rows: [row],
              },
            ]
          : []),
      ];
    }),
    ...recount.of("retention-round").flatMap((row) =>
      row.untreated.length === 0
        ? []
        : [
            {
              says: `The night's round could not treat ${named(row.untreated)}`,
              mend: `Read the log of functions/people/sweep.ts. The whole keys stand in RETENTION / ROUND. ${restore("what can't be read")}`,
              rows: [row],
            },
          ],
    ),
  ],
};

function named(keys: readonly string[]): string {
  return keys.map(withoutHash).join(", ");
}
