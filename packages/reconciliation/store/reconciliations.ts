import * as z from "zod";
import { epochSeconds, Instant, plusSeconds } from "#kernel/clock";
import { type ItemKey, part } from "#kernel/transaction-part";
import { getItem, queryList, type Table } from "#platform/dynamo/table";
import type { Reconciliations } from "#reconciliation/ports/reconciliations";
import { Reconciliation, ReconciliationId } from "../domain/reconciliation.ts";
import { RULES } from "../domain/rule.ts";
import { reconciliationFinished } from "../events/reconciliation-finished.ts";

const RECONCILIATION = "RECONCILIATION#";
const LIST = "reconciliations";
const NIGHT_KEY = { pk: "RECONCILIATION-NIGHT", sk: "NIGHT" };
const Night = z.object({ nextAt: Instant });

/** A year, so that one can see when something began. */
const KEPT_SECONDS = 366 * 86_400;

const reconciliationKey = (reconciliationId: ReconciliationId) => ({
  pk: `${RECONCILIATION}${reconciliationId}`,
  sk: "RECONCILIATION",
});

/** The reconciliation that a due row is. */
export function reconciliationIn({ pk }: ItemKey): ReconciliationId {
  return ReconciliationId.parse(pk.slice(RECONCILIATION.length));
}

export function reconciliations(table: Table): Reconciliations {
  return {
    get: (reconciliationId) => getItem(table, reconciliationKey(reconciliationId), Reconciliation),
    create: (made) =>
      part([
        {
          kind: "create",
          key: reconciliationKey(made.reconciliationId),
          item: row(made),
          guards: [{ is: "absent", otherwise: "reload" }],
        },
      ]),
    replace: (before, after) =>
      part(
        [
          {
            kind: "replace",
            key: reconciliationKey(before.reconciliationId),
            item: row(after),
            guards: [{ is: "equal", attribute: "version", value: before.version, otherwise: "reload" }],
          },
        ],
        after.status === "finished" ? [ended(after)] : [],
      ),
    list: (page) => queryList(table, { partition: LIST }, Reconciliation, { ...page, newestFirst: true }),
    nextNight: async () => (await getItem(table, NIGHT_KEY, Night))?.nextAt,
    planNight: (before, nextAt) =>
      part([
        before === undefined
          ? { kind: "create", key: NIGHT_KEY, item: { nextAt }, guards: [{ is: "absent", otherwise: "reload" }] }
          : {
              kind: "change",
              key: NIGHT_KEY,
              set: { nextAt },
              guards: [{ is: "equal", attribute: "nextAt", value: before, otherwise: "reload" }],
            },
      ]),
  };
}

function row(reconciliation: Reconciliation) {
  const { reconciliationId, askedAt } = reconciliation;
  return {
    ...reconciliation,
    ...("dueAt" in reconciliation && { duePartition: "reconciliation" }),
    listPartition: LIST,
    listSort: `${askedAt}#${reconciliationId}`,
    expiresAt: epochSeconds(plusSeconds(askedAt, KEPT_SECONDS)),
  };
}

function ended({ reconciliationId, rows, counts }: Extract<Reconciliation, { status: "finished" }>) {
  const differences = RULES.flatMap((rule) => {
    const count = counts[rule];
    return count ? [{ rule, count }] : [];
  });
  return reconciliationFinished.of({ reconciliationId, rows, differences });
}
