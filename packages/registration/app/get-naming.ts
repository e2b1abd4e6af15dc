import type { ForSale } from "#catalogue/ports/for-sale";
import type { Caller } from "#kernel/caller";
import type { Clock, Instant } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import type { AccessKey } from "#kernel/id";
import type { OrderNumber, PlaceId } from "#kernel/ids";
import type { Locale } from "#kernel/locale";
import { maySee, type OrderReads } from "#ordering/ports/orders";
import type { Place, PlaceReads } from "#registration/ports/places";
import { type Asked, loadAsked } from "./asked.ts";

/** A place to be named, with all that its form asks. */
export interface Naming extends Asked {
  readonly order: { readonly orderNumber: OrderNumber; readonly key: AccessKey; readonly locale: Locale };
  readonly place: Place;
  readonly at: Instant;
}

export interface GetNamingPorts {
  readonly orders: OrderReads;
  readonly placeReads: PlaceReads;
  readonly forSale: ForSale;
  readonly clock: Clock;
}

export type GetNaming = (
  place: { readonly orderNumber: OrderNumber; readonly placeId: PlaceId },
  caller: Caller,
) => Promise<Naming>;

/** @throws DomainError `not-found`, also for an order that isn't the caller's to know of */
export function getNamingUseCase({ orders, placeReads, forSale, clock }: GetNamingPorts): GetNaming {
  return async ({ orderNumber, placeId }, caller) => {
    const order = await orders.get(orderNumber);
    if (!order || !maySee(order, caller)) throw refusal("not-found", {});
    const line = order.lines.find((each) => each.kind === "place" && each.placeId === placeId);
    if (line?.kind !== "place") throw refusal("not-found", {});
    const [[place], asked] = await Promise.all([placeReads.load([line]), loadAsked(forSale, line.offeringId)]);
    if (!place) throw refusal("not-found", {});
    return { order, place, ...asked, at: clock() };
  };
}
