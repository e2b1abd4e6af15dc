import type { ForSale, Offering } from "#catalogue/ports/for-sale";
import type { Instant } from "#kernel/clock";
import { invariant, refusal } from "#kernel/domain-error";
import type { OfferingId, OrderNumber, SeatId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { ArrangeOrder, NewOrderNumber } from "#ordering/ports/arranged-orders";
import type { Particulars } from "#registration/ports/name-place";
import type { Place } from "#registration/ports/places";
import type { TakePlaces } from "#registration/ports/take-places";
import { refuseOutsidePeriod } from "../domain/seats-of-agreement.ts";
import { type Found, orderContact } from "./find-agreement.ts";

export interface SeatInCohortPorts {
  readonly forSale: ForSale;
  readonly takePlaces: TakePlaces;
  readonly arrangeOrder: ArrangeOrder;
  readonly newOrderNumber: NewOrderNumber;
}

interface Placed {
  readonly place: Place;
  readonly orderNumber: OrderNumber;
  readonly parts: readonly TransactionPart[];
}

/** @throws DomainError `not-found`, `cohort-without-seats` */
export async function findCohort(forSale: ForSale, cohortId: OfferingId): Promise<Offering> {
  const { offerings } = await forSale.load({ products: [], offerings: [cohortId] });
  const cohort = offerings.get(cohortId);
  if (!cohort || cohort.status === "draft") throw refusal("not-found", {});
  if (cohort.kind !== "cohort") throw refusal("cohort-without-seats", { offeringId: cohortId });
  return cohort;
}

/**
 * The place in a cohort that a seat covers, and the invoice order for what the participant gets: all but the seat itself.
 *
 * @throws DomainError `cohort-without-seats`, `seat-outside-period`, and as `TakePlaces` and `ArrangeOrder`
 */
export function seatInCohort({ takePlaces, arrangeOrder, newOrderNumber }: SeatInCohortPorts) {
  return async (
    found: Found,
    cohort: Offering,
    asked: {
      readonly seatId: SeatId;
      readonly particulars: Particulars;
      readonly now: Instant;
      readonly look: "leap" | "look-first";
    },
  ): Promise<Placed> => {
    const { agreement } = found;
    const { agreementId, organisation, locale, prices } = agreement;
    const { seatId, particulars, now, look } = asked;
    const { offeringId } = cohort;
    const ticketType = cohort.ticketTypes.find(({ who }) => who === "agreement-seats");
    if (!ticketType) throw refusal("cohort-without-seats", { offeringId });
    refuseOutsidePeriod(agreement, cohort);
    const { ticketTypeId } = ticketType;
    const orderNumber = newOrderNumber();
    const entitled = { kind: "agreement-seats", seat: { agreementId, seatId } } as const;
    const request = { ...particulars, offeringId, ticketTypeId, entitled };
    const [taken] = await takePlaces([request], new Map([[offeringId, cohort]]), { orderNumber, now, look });
    invariant(taken !== undefined, "one place was asked for, and one is taken");
    const { place } = taken;
    const { parts } = arrangeOrder({
      orderNumber,
      now,
      locale,
      contact: orderContact(found),
      organisation,
      goods: [],
      places: [
        {
          placeId: place.placeId,
          ticketTypeId,
          offering: cohort,
          price: prices.trainerMaterial,
          includedGoods: place.goods.map(({ productId }) => productId),
        },
      ],
      services: [],
    });
    return { place, orderNumber, parts: [...parts, ...taken.as("confirmed")] };
  };
}
