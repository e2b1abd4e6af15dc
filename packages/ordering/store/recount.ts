import type { Instant } from "#kernel/clock";
import type { OrderingRow } from "#ordering/ports/recount";
import { type RowKind, rowKind } from "#platform/dynamo/row-kinds";
import { Order, type OrderLine } from "../domain/order.ts";

export const orderingRows: readonly RowKind<OrderingRow>[] = [
  rowKind({ pk: "ORDER#", sk: "ORDER" }, Order, (order, { key }) => ({
    kind: "order",
    key,
    orderNumber: order.orderNumber,
    status: order.status,
    payment: order.payment,
    total: order.total,
    paid: order.paid,
    confirmedAt: order.confirmedAt,
    version: order.version,
    changedAt: changedAt(order),
    lines: order.lines.map(({ line, amount, cancelledAt, vat }) => ({
      line,
      amount,
      cancelledAt,
      gross: vat.reduce((sum, { gross }) => sum + gross, 0),
      splitsUp: vat.every((part) => part.net + part.vat === part.gross),
    })),
    places: of(order, "place").map(({ placeId, cancelledAt }) => ({ placeId, cancelledAt })),
    courses: of(order, "service").map(({ offeringId, cancelledAt }) => ({ offeringId, cancelledAt })),
    goods: of(order, "goods")
      .filter(({ cancelledAt }) => cancelledAt === undefined)
      .map(({ productId, quantity, shipped }) => ({ productId, quantity, shipped })),
  })),
];

function changedAt({ placedAt, confirmedAt, hold, lines }: Order): Instant {
  const moments = [confirmedAt, hold?.endsAt, ...lines.map(({ cancelledAt }) => cancelledAt)];
  return moments.reduce<Instant>((last, each) => (each && each > last ? each : last), placedAt);
}

function of<Kind extends OrderLine["kind"]>({ lines }: Order, kind: Kind) {
  return lines.filter((line): line is Extract<OrderLine, { kind: Kind }> => line.kind === kind);
}
