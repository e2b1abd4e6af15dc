import type { Instant } from "#kernel/clock";
import type { PlaceId } from "#kernel/ids";
import type { Money } from "#kernel/money";
import type { TransactionPart } from "#kernel/transaction-part";
import type { Order } from "../domain/order.ts";

/**
 * All that belongs to cancelling places of a confirmed order: the order's lines, what is to be invoiced, the places and
 * their goods, and the trainer seats that cover them.
 *
 * @throws DomainError `place-not-in-order`, `place-already-cancelled`, `order-not-confirmed`
 */
export type CancelPlacesOf = (
  order: Order,
  placeIds: readonly PlaceId[],
  how: {
    readonly why: "by-buyer" | "by-administrator" | "offering-cancelled";
    /** Who did it, for the ledger of trainer seats: a person's id, `buyer`, or `offering-cancelled`. */
    readonly by: string;
    /** `keep`: the seat goes on to another place in the same transaction. */
    readonly seats: "give-back" | "keep";
    readonly now: Instant;
  },
) => Promise<{ readonly parts: readonly TransactionPart[]; readonly after: Order; readonly owedBack: Money }>;
