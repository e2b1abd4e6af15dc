import { Instant } from "#kernel/clock";
import { rowReader } from "#platform/dynamo/row-kinds";
import { suspectsIn } from "#reconciliation/app/checks";
import { type Recount, recountOf } from "#reconciliation/app/recount";
import type { Rule } from "#reconciliation/events/reconciliation-finished";
import { countedRows } from "../../functions/reconciliation/wire.ts";
import type { Row } from "./rows.ts";
import { brokenInbox } from "./rules/inbox.ts";
import { brokenAtStripe } from "./rules/stripe.ts";

/** The world once everything has come to rest. */
export interface World {
  readonly rows: readonly Row[];
  /** The id of each mail that was sent (its tag `mail-id`), as often as it was sent. */
  readonly inbox: readonly string[];
  /** Øre that Stripe has kept, by order number. */
  readonly stripe: ReadonlyMap<string, number>;
}

/** At rest everything is judged: nothing is on its way, and nothing is so old that its mail is gone. */
const EVERYTHING = {
  until: Instant.parse("9999-12-31T23:59:59.999Z"),
  mailsSince: Instant.parse("1970-01-01T00:00:00.000Z"),
};

/** The rules of the domain that do not hold, each in a sentence; none when all is well: the product's reconciler's, and what only a test knows. */
export function brokenRules({ rows, inbox, stripe }: World): string[] {
  const recount = recounted(rows);
  return [
    ...suspectsIn(recount, EVERYTHING).map(({ says }) => says),
    ...brokenInbox(recount, factsIn(rows), inbox),
    ...brokenAtStripe(recount.of("order"), stripe),
  ];
}

/** What of these rules doesn't hold, in a world of which a test has made only a part. */
export function brokenOf(rules: readonly Rule[], rows: readonly Row[]): string[] {
  return suspectsIn(recounted(rows), EVERYTHING)
    .filter(({ rule }) => rule === "rows" || rules.includes(rule))
    .map(({ says }) => says);
}

function recounted(rows: readonly Row[]): Recount {
  const read = rowReader(countedRows);
  const counted = rows.map((row) => read({ ...row, pk: String(row["pk"]), sk: String(row["sk"]) }));
  return recountOf(counted.filter((row) => row !== undefined));
}

/** The ids of all facts there are. */
function factsIn(rows: readonly Row[]): ReadonlySet<string> {
  const keys = rows.map(({ pk }) => String(pk)).filter((pk) => pk.startsWith("OUTBOX#"));
  return new Set(keys.map((pk) => pk.slice("OUTBOX#".length)));
}
