import type { ForSale, Offering, Product } from "#catalogue/ports/for-sale";
import type { Caller } from "#kernel/caller";
import type { Clock, Instant } from "#kernel/clock";
import { invariant } from "#kernel/domain-error";
import type { OrderNumber } from "#kernel/ids";
import type { Place, PlaceReads } from "#registration/ports/places";
import { isActive, type PlaceLine } from "../domain/order.ts";
import type { GetOrder } from "./get-order.ts";

export type { Order, OrderLine } from "../domain/order.ts";

/** A place as its buyer needs to see it: what it is, who has it, and what may still be done with it. */
export interface PlaceDetails {
  readonly line: PlaceLine;
  readonly place: Place;
  readonly offering: Offering;
  /** The goods that come with it, as far as they are chosen. */
  readonly goods: readonly Product[];
  readonly active: boolean;
  readonly mayBeNamed: boolean;
  readonly mayBeCancelled: boolean;
}

export interface OrderDetails {
  readonly order: Awaited<ReturnType<GetOrder>>;
  readonly places: readonly PlaceDetails[];
  readonly at: Instant;
}

export type GetOrderDetails = (orderNumber: OrderNumber, caller: Caller) => Promise<OrderDetails>;

export interface GetOrderDetailsPorts {
  readonly getOrder: GetOrder;
  readonly placeReads: PlaceReads;
  readonly forSale: ForSale;
  readonly clock: Clock;
}

/**
 * An order with everything its page tells; three requests, whatever is in it.
 *
 * @throws DomainError `not-found`, also for an order that isn't the caller's to know of
 */
export function getOrderDetailsUseCase(ports: GetOrderDetailsPorts): GetOrderDetails {
  const { getOrder, placeReads, forSale, clock } = ports;
  return async (orderNumber, caller) => {
    const order = await getOrder(orderNumber, caller);
    const lines = order.lines.filter((line) => line.kind === "place");
    const taken = await placeReads.load(lines);
    const { offerings, products } = await forSale.load({
      offerings: [...new Set(lines.map((line) => line.offeringId))],
      products: [...new Set(taken.flatMap((place) => place.goods.map((each) => each.productId)))],
    });
    const at = clock();
    const places = lines.map((line) => {
      const place = taken.find((each) => each.placeId === line.placeId);
      const offering = offerings.get(line.offeringId);
      invariant(place !== undefined && offering !== undefined, "an order's place and its offering are kept");
      const goods = place.goods.map((each) => products.get(each.productId)).filter((each) => each !== undefined);
      const certain = order.status === "confirmed" && isActive(line) && offering.status !== "cancelled";
      return {
        line,
        place,
        offering,
        goods,
        active: isActive(line),
        mayBeNamed: certain && at < offering.namingDeadline,
        mayBeCancelled: certain && at < offering.cancellationDeadline,
      };
    });
    return { order, places, at };
  };
}
