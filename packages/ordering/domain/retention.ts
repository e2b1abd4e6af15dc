import { type Instant, plusSeconds } from "#kernel/clock";
import { ZERO } from "#kernel/money";
import { bookkeepingUntil } from "#kernel/retention";
import { isActive, mayKeep, type Order } from "./order.ts";
import { toSend } from "./ship.ts";

const DAY_SECONDS = 86_400;
/** What has no date of its own is looked at again so long after. */
const LOOK_AGAIN_SECONDS = 30 * DAY_SECONDS;

/** An order nobody paid for is a cart: kept so long, to answer whoever asks what became of it. */
export const CART_SECONDS = 30 * DAY_SECONDS;

/**
 * Until when an order is bookkeeping: by the year in which the last of it was booked, since what is paid in one year may be
 * delivered, sent, credited or paid back in the next; also one that was never confirmed, when money came for it and went back.
 * Undefined for one without money.
 */
export function bookedUntil({
  payment,
  confirmedAt,
  lines,
  shipments = [],
  moneyMovedAt,
}: Pick<Order, "payment" | "confirmedAt" | "lines" | "shipments" | "moneyMovedAt">): Instant | undefined {
  if (payment === "free") return undefined;
  const delivered = confirmedAt
    ? lines.map((line) => line.cancelledAt ?? ("startsAt" in line ? line.startsAt : confirmedAt))
    : [];
  const sent = shipments.map(({ sentAt }) => sentAt);
  const booked = [confirmedAt, moneyMovedAt, ...delivered, ...sent]
    .filter((at) => at !== undefined)
    .toSorted()
    .at(-1);
  return booked && bookkeepingUntil(booked);
}

/** Why an order is still going on, and when to look at it again; undefined when it is over. */
export function stillOpen(
  order: Order,
  now: Instant,
): { readonly because: "unpaid" | "coming" | "goods" | "money"; readonly again: Instant } | undefined {
  const later = plusSeconds(now, LOOK_AGAIN_SECONDS);
  if (order.status === "awaiting-payment" || order.status === "expired") {
    // A payment may come a little after the hold.
    const again = plusSeconds(order.hold?.endsAt ?? order.placedAt, DAY_SECONDS);
    if (order.status === "awaiting-payment") return { because: "unpaid", again: again > now ? again : later };
    if (again > now) return { because: "unpaid", again };
  }
  const moneyMoves = order.dispute === "open" || order.refundFailed !== undefined || order.paid > mayKeep(order);
  if (moneyMoves && order.paid !== ZERO) return { because: "money", again: later };
  if (order.status !== "confirmed") return undefined;
  const coming = order.lines
    .flatMap((line) => ("startsAt" in line && isActive(line) ? [plusSeconds(line.startsAt, DAY_SECONDS)] : []))
    .toSorted()
    .at(-1);
  if (coming !== undefined && coming > now) return { because: "coming", again: coming };
  return toSend(order).length > 0 ? { because: "goods", again: later } : undefined;
}
