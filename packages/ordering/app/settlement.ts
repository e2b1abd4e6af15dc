import type { ForSale } from "#catalogue/ports/for-sale";
import type { StockParts } from "#catalogue/ports/stock";
import { refusal } from "#kernel/domain-error";
import { record, type TransactionPart } from "#kernel/transaction-part";
import type { Orders } from "#ordering/ports/orders";
import type { Settlement } from "#ordering/ports/settlement";
import type { Place, PlaceParts, PlaceReads } from "#registration/ports/places";
import { type GoodsLine, isActive, type Order, type PlaceLine } from "../domain/order.ts";
import { confirmPaid, expire, extendHold, recordMoney } from "../domain/settle.ts";
import { orderConfirmed } from "../events/order-confirmed.ts";
import { orderExpired } from "../events/order-expired.ts";

export interface SettlementPorts {
  readonly orders: Orders;
  readonly placeReads: PlaceReads;
  readonly placeParts: PlaceParts;
  readonly stock: StockParts;
  readonly forSale: ForSale;
}

export function settlement({ orders, placeReads, placeParts, stock, forSale }: SettlementPorts): Settlement {
  const places = (order: Order) => placeReads.load(placeLines(order));
  const goodsOf = (order: Order, taken: readonly Place[]) => [
    ...goodsLines(order).map(({ productId, quantity }) => ({ productId, quantity })),
    ...taken.flatMap((place) => place.goods.map(({ productId }) => ({ productId, quantity: 1 }))),
  ];

  /** Money came after the hold ended: the order gets what it had again, if there is some and nobody waits for it. */
  async function takeAgain(order: Order): Promise<readonly TransactionPart[]> {
    const before = await places(order);
    return [
      ...before.map((place) => placeParts.retake(place)),
      ...goodsOf(order, before).map(({ productId, quantity }) => stock.reserve(productId, quantity)),
    ];
  }

  /** Whoever calls an offering off ends the holds of its orders, so what is read here holds until this order is written. */
  async function refuseCalledOff(order: Order): Promise<void> {
    const offeringIds = [...new Set(placeLines(order).map((line) => line.offeringId))];
    if (offeringIds.length === 0) return;
    const { offerings } = await forSale.load({ products: [], offerings: offeringIds });
    for (const { offeringId, status } of offerings.values()) {
      if (status === "cancelled") throw refusal("offering-not-open", { offeringId, reason: "cancelled" });
    }
  }

  return {
    load: (orderNumber) => orders.get(orderNumber),
    async confirmPaid(order, money, now) {
      await refuseCalledOff(order);
      const after = confirmPaid(order, money, now);
      const { orderNumber, total } = order;
      const confirmed = orderConfirmed.of({ orderNumber, payment: "card", totalOre: total });
      const held = order.status === "awaiting-payment";
      return [
        orders.replace(order, after),
        ...(held ? placeLines(order).map((line) => placeParts.confirm(line)) : await takeAgain(order)),
        record(confirmed),
      ];
    },
    recordMoney: (order, money) => orders.replace(order, recordMoney(order, money)),
    extendHold: (order, endsAt, byBuyer) => orders.replace(order, extendHold(order, endsAt, byBuyer)),
    async expire(order, money) {
      const taken = await places(order);
      return [
        orders.replace(order, expire(money ? recordMoney(order, money) : order)),
        placeParts.cancel(taken),
        ...goodsOf(order, taken).map(({ productId, quantity }) => stock.release(productId, quantity)),
        record(orderExpired.of({ orderNumber: order.orderNumber })),
      ];
    },
  };
}

function placeLines(order: Order): PlaceLine[] {
  return order.lines.filter((line) => line.kind === "place").filter(isActive);
}

function goodsLines(order: Order): GoodsLine[] {
  return order.lines.filter((line) => line.kind === "goods");
}
