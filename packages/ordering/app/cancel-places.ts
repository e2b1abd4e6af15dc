import * as z from "zod";
import type { ForSale } from "#catalogue/ports/for-sale";
import { type Caller, hasRole } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import { OrderNumber, PlaceId } from "#kernel/ids";
import { Money } from "#kernel/money";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { CancelPlacesOf } from "#ordering/ports/cancellation";
import type { Orders } from "#ordering/ports/orders";
import { placeLinesOf, refuseAfterDeadline } from "../domain/cancel.ts";
import { maySee } from "../domain/order.ts";
import { MAX_PLACES } from "../domain/place-order.ts";

export const CancelPlacesCommand = z.strictObject({ placeIds: z.array(PlaceId).min(1).max(MAX_PLACES) });

export const PlacesCancelledAnswer = z.object({
  orderNumber: OrderNumber,
  status: z.string(),
  /** What is owed for what is left, in øre. */
  total: Money,
  /** What goes back to the card, or comes off the invoice, in øre. */
  owedBack: Money,
});

export interface CancelPlacesPorts {
  readonly unitOfWork: UnitOfWork;
  readonly orders: Orders;
  readonly forSale: ForSale;
  readonly cancelPlacesOf: CancelPlacesOf;
}

export type CancelPlaces = (
  origin: Origin,
  orderNumber: OrderNumber,
  command: z.infer<typeof CancelPlacesCommand>,
  caller: Caller,
) => Promise<z.infer<typeof PlacesCancelledAnswer>>;

/**
 * Cancels some places of an order: they are free again, their goods back in stock, and their money owed back; the others
 * stay. A buyer may do so until the offering's deadline, an administrator also after it.
 *
 * @throws DomainError `not-found`, `order-not-confirmed`, `place-not-in-order`, `place-already-cancelled`,
 *   `cancellation-deadline-passed`
 */
export function cancelPlacesUseCase({ unitOfWork, orders, forSale, cancelPlacesOf }: CancelPlacesPorts): CancelPlaces {
  return (origin, orderNumber, { placeIds }, caller) =>
    unitOfWork.run(origin, PlacesCancelledAnswer, async () => {
      const order = await orders.get(orderNumber);
      if (!order || !maySee(order, caller)) throw refusal("not-found", {});
      const now = unitOfWork.clock();
      const lines = placeLinesOf(order, placeIds);
      const byAdministrator = hasRole(caller, "administrator");
      if (!byAdministrator) {
        const asked = { products: [], offerings: [...new Set(lines.map((line) => line.offeringId))] };
        refuseAfterDeadline(lines, (await forSale.load(asked)).offerings, now);
      }
      const { parts, after, owedBack } = await cancelPlacesOf(order, placeIds, {
        why: byAdministrator ? "by-administrator" : "by-buyer",
        by: caller.kind === "person" ? caller.personId : "buyer",
        seats: "give-back",
        now,
      });
      return { parts, answer: { orderNumber, status: after.status, total: after.total, owedBack } };
    });
}
