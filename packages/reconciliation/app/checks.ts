import type { Difference } from "../domain/difference.ts";
import type { Check, Finding, Judged, Recount } from "./recount.ts";
import { capacityCheck } from "./rules/capacity.ts";
import { certificatesCheck } from "./rules/certificates.ts";
import { handInsCheck } from "./rules/hand-ins.ts";
import { holdersCheck } from "./rules/holders.ts";
import { mailsCheck } from "./rules/mails.ts";
import { moneyCheck } from "./rules/money.ts";
import { participationsCheck } from "./rules/participations.ts";
import { personalDataCheck } from "./rules/personal-data.ts";
import { placesCheck } from "./rules/places.ts";
import { rowsCheck } from "./rules/rows.ts";
import { statusListsCheck } from "./rules/status-lists.ts";
import { stockCheck } from "./rules/stock.ts";
import { totalsCheck } from "./rules/totals.ts";
import { trainerSeatsCheck } from "./rules/trainer-seats.ts";
import { waitingListCheck } from "./rules/waiting-list.ts";

/** Every rule there is. */
const CHECKS: readonly Check[] = [
  rowsCheck,
  capacityCheck,
  waitingListCheck,
  placesCheck,
  totalsCheck,
  moneyCheck,
  stockCheck,
  trainerSeatsCheck,
  participationsCheck,
  handInsCheck,
  certificatesCheck,
  holdersCheck,
  statusListsCheck,
  mailsCheck,
  personalDataCheck,
];

/** So many rows are named. */
const MOST_ROWS = 20;

/** A difference that one walk has seen. */
export interface Suspect extends Difference {
  /** The same as long as every row it was reckoned from is. */
  readonly evidence: string;
}

/** What the rules find wrong in what one walk has seen. */
export function suspectsIn(recount: Recount, judged: Judged): Suspect[] {
  return CHECKS.flatMap(({ rule, find }) => find(recount, judged).map((finding) => suspect(rule, finding)));
}

function suspect(rule: Check["rule"], { says, mend, rows, from = rows }: Finding): Suspect {
  const byKey = from.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return {
    rule,
    says,
    mend,
    rows: rows.slice(0, MOST_ROWS).map(({ key }) => key),
    evidence: `${rule} ${says} ${JSON.stringify(byKey)}`,
  };
}
