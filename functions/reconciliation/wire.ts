import { agreementsRows } from "#agreements/store/recount";
import { stockAdjusted } from "#catalogue/events/stock-adjusted";
import { catalogueRows } from "#catalogue/store/recount";
import { certificatesRows } from "#certificates/store/recount";
import { educationRows } from "#education/store/recount";
import { systemClock } from "#kernel/clock";
import { notificationsRows } from "#notifications/store/recount";
import { orderingRows } from "#ordering/store/recount";
import { paymentRows } from "#payment/store/recount";
import { peopleRows } from "#people/store/recount";
import type { RowKind } from "#platform/dynamo/row-kinds";
import type { Table } from "#platform/dynamo/table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { systemRandom } from "#platform/random";
import { OWED_MAILS } from "#reconciliation/app/owed-mails";
import type { Counted } from "#reconciliation/app/recount";
import { reconciliations } from "#reconciliation/store/reconciliations";
import { recordedFacts } from "#reconciliation/store/recorded-facts";
import { participantNamed } from "#registration/events/participant-named";
import { registrationRows } from "#registration/store/recount";

/** Every kind of row that is recounted; others, such as the survey's, are never looked into. */
export const countedRows: readonly RowKind<Counted>[] = [
  ...catalogueRows,
  ...registrationRows,
  ...orderingRows,
  ...paymentRows,
  ...agreementsRows,
  ...educationRows,
  ...certificatesRows,
  ...notificationsRows,
  ...peopleRows,
  recordedFacts(new Set([...OWED_MAILS.keys(), stockAdjusted.type, participantNamed.type])),
];

/** What both of reconciliation's functions are made of. */
export function wireReconciliation(table: Table) {
  return {
    unitOfWork: unitOfWork(table, { clock: systemClock, random: systemRandom }),
    reconciliations: reconciliations(table),
  };
}
