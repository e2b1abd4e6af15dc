import type { Agreements } from "#agreements/ports/agreements";
import type { SeatReads } from "#agreements/ports/seats";
import type { ForSale, Offering } from "#catalogue/ports/for-sale";
import type { Caller } from "#kernel/caller";
import type { Instant } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import type { AgreementId, SeatId } from "#kernel/ids";
import type { Order, OrderReads } from "#ordering/ports/orders";
import type { Place, PlaceReads } from "#registration/ports/places";
import type { Acting } from "../domain/agreement.ts";
import type { Seat } from "../domain/seat.ts";
import { type Found, findAgreement } from "./find-agreement.ts";

export interface SeatRef {
  readonly agreementId: AgreementId;
  readonly seatId: SeatId;
}

export interface FindSeatPorts {
  readonly agreements: Agreements;
  readonly seatReads: SeatReads;
  readonly forSale: ForSale;
  readonly orders: OrderReads;
  readonly placeReads: PlaceReads;
}

export interface FoundSeat extends Found {
  readonly seat: Seat;
  readonly cohort: Offering;
  readonly place: Place;
  readonly order: Order;
}

/**
 * A seat that is used, with its place, cohort and order, all as they are between two changes of the seat.
 *
 * @throws DomainError `not-found`, also when it isn't the caller's to know of; `seat-is-given-back`
 */
export async function findSeat(ports: FindSeatPorts, ref: SeatRef, caller: Caller): Promise<FoundSeat> {
  const found = await findAgreement(ports.agreements, ref.agreementId, caller);
  for (;;) {
    const seat = await usedSeat(ports, ref);
    const booked = await ofSeat(ports, seat);
    // Who moves or gives it back meanwhile cancels the place and the order that were just read.
    if ((await usedSeat(ports, ref)).version === seat.version) return { ...found, seat, ...booked };
  }
}

async function usedSeat({ seatReads }: FindSeatPorts, ref: SeatRef): Promise<Seat> {
  const seat = await seatReads.get(ref);
  if (!seat) throw refusal("not-found", {});
  if (seat.status === "given-back") throw refusal("seat-is-given-back", { seatId: ref.seatId });
  return seat;
}

async function ofSeat({ forSale, orders, placeReads }: FindSeatPorts, { cohortId, placeId, orderNumber }: Seat) {
  const [{ offerings }, [place], order] = await Promise.all([
    forSale.load({ products: [], offerings: [cohortId] }),
    placeReads.load([{ offeringId: cohortId, placeId }]),
    orders.get(orderNumber),
  ]);
  const cohort = offerings.get(cohortId);
  if (!cohort || !place || !order) throw refusal("not-found", {});
  return { cohort, place, order };
}

/**
 * A contact gives up a place until the cohort's deadline, an administrator also later.
 *
 * @throws DomainError `cancellation-deadline-passed`
 */
export function refuseLate({ as }: Acting, { offeringId, cancellationDeadline }: Offering, now: Instant): void {
  if (as === "contact" && cancellationDeadline <= now) throw refusal("cancellation-deadline-passed", { offeringId });
}

/** How a cancellation reads, by who does it. */
export function cancelledBy({ as, by }: Acting) {
  return { why: as === "administrator" ? "by-administrator" : "by-buyer", by } as const;
}
