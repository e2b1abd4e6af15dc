import type { Instant } from "#kernel/clock";
import type { OfferingId, OrderNumber } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { Place } from "../domain/place.ts";
import type { EntitledRequest } from "../domain/sign-up.ts";
import type { SignUpTerms } from "../domain/terms.ts";

/** A place that an order takes, of an offering as the order loaded it. */
interface TakenPlace<Offering extends SignUpTerms> {
  readonly place: Place;
  readonly offering: Offering;
  /** The place and all that belongs to it, held or confirmed with its order. */
  as(status: "held" | "confirmed"): readonly TransactionPart[];
}

/**
 * Decides on the places an order asks for, in the order asked. `leap`: the transaction will tell whether there is room.
 * `look-first`: reads the counters, one more request, so that those who come too late in a rush don't keep trying.
 *
 * A request's `entitled` says by what right it takes a ticket that nobody orders by themselves: one place for each trainer
 * seat, which the place then carries as `seat`, so that it needs a participant with an address; or a place in a course at
 * the organisation's own workplace, also after sign-up closed. The caller writes the right itself in the same transaction.
 *
 * @throws DomainError of the rule that a request breaks
 */
export type TakePlaces = <Offering extends SignUpTerms>(
  requests: readonly EntitledRequest[],
  offerings: ReadonlyMap<OfferingId, Offering>,
  made: { readonly orderNumber: OrderNumber; readonly now: Instant; readonly look: "leap" | "look-first" },
) => Promise<readonly TakenPlace<Offering>[]>;
