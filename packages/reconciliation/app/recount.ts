import type { AgreementsRow } from "#agreements/ports/recount";
import type { CatalogueRow } from "#catalogue/ports/recount";
import type { CertificatesRow } from "#certificates/ports/recount";
import type { EducationRow } from "#education/ports/recount";
import type { Instant } from "#kernel/clock";
import type { Seen } from "#kernel/seen";
import type { NotificationsRow } from "#notifications/ports/recount";
import type { OrderingRow } from "#ordering/ports/recount";
import type { PaymentRow } from "#payment/ports/recount";
import type { PeopleRow } from "#people/ports/recount";
import type { RegistrationRow } from "#registration/ports/recount";
import type { RecordedFact } from "../domain/recorded-fact.ts";
import type { Rule } from "../domain/rule.ts";

/** A row that is not what its schema says, at these paths. */
interface Unreadable extends Seen {
  readonly kind: "unreadable";
  readonly at: readonly string[];
}

/** Whatever a recount compares, from the rows of all contexts. */
export type Counted =
  | CatalogueRow
  | RegistrationRow
  | OrderingRow
  | PaymentRow
  | AgreementsRow
  | EducationRow
  | CertificatesRow
  | NotificationsRow
  | PeopleRow
  | RecordedFact
  | Unreadable;

type Kind = Counted["kind"];
type CountedOf<K extends Kind> = Extract<Counted, { readonly kind: K }>;

/** All that one walk through the table has seen, by kind. */
export interface Recount {
  of<K extends Kind>(kind: K): readonly CountedOf<K>[];
}

export function recountOf(counted: readonly Counted[]): Recount {
  const byKind = Map.groupBy(counted, ({ kind }) => kind);
  return {
    of: <K extends Kind>(kind: K) => (byKind.get(kind) ?? []).filter((row): row is CountedOf<K> => row.kind === kind),
  };
}

/** What a rule finds wrong in one walk: it counts once it is seen to stand. */
export interface Finding {
  readonly says: string;
  readonly mend: string;
  /** The rows to look at, those that say so first. */
  readonly rows: readonly Seen[];
  /** Every row it was reckoned from, when these are more. */
  readonly from?: readonly Seen[];
}

/** What another context brings about by an event is due a while after the fact, and not kept for ever. */
export interface Judged {
  /** What is due since later is not judged: its consumer may be on its way. */
  readonly until: Instant;
  /** Of facts before, mails' rows are no longer kept. */
  readonly mailsSince: Instant;
}

export interface Check {
  readonly rule: Rule;
  readonly find: (recount: Recount, judged: Judged) => readonly Finding[];
}
