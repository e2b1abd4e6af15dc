import type { Instant } from "#kernel/clock";
import type { TransactionPart } from "#kernel/transaction-part";
import type { Particulars } from "../domain/particulars.ts";
import type { Place } from "../domain/place.ts";
import type { SignUpTerms } from "../domain/terms.ts";

export { Particulars } from "../domain/particulars.ts";

/**
 * All that belongs to naming who has a place, or somebody else instead: the place and its address, answers, and the goods
 * that are chosen, whose stock is reserved with it.
 *
 * @throws DomainError of the rule that is broken, such as `naming-deadline-passed`
 */
export type NamePlace = (
  place: Place,
  terms: SignUpTerms,
  particulars: Particulars,
  now: Instant,
) => { readonly after: Place; readonly parts: readonly TransactionPart[] };
