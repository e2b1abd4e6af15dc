import type * as z from "zod";
import type { Offering } from "#catalogue/domain/offering";
import { plusSeconds, toInstant } from "#kernel/clock";
import { arrange } from "#local/demo/arranging";
import { ADDRESS, type Placed } from "#local/demo/buying";
import type { Person, Walk } from "#local/demo/walk";
import { peopleSeeds } from "#local/seed/people";
import { seededProduct } from "#local/seed/seed";
import { OrderPlacedAnswer, type PlaceOrderCommand } from "#ordering/app/place-order";

type PlaceAsked = NonNullable<z.input<typeof PlaceOrderCommand>["places"]>[number];

const DAY = 86_400;
const FEE = 950_00;

/** The Bergen course in so many days: ten years when nothing that comes due before it is to come up. */
export async function courseIn(walk: Walk, days: number, changes: Partial<Offering> = {}): Promise<Offering> {
  const startsAt = plusSeconds(toInstant((await walk.now()).getTime()), days * DAY);
  return arrange(walk, "course-bergen", () => ({
    sessions: [{ startsAt, endsAt: plusSeconds(startsAt, 6 * 3600) }],
    signUpClosesAt: plusSeconds(startsAt, -DAY),
    namingDeadline: plusSeconds(startsAt, -DAY),
    cancellationDeadline: plusSeconds(startsAt, -DAY),
    capacity: 2000,
    ...changes,
  }));
}

/** What comes due of the seeded offerings is over. */
export function seededIsOver(walk: Walk): Promise<void> {
  return walk.pass(150 * DAY);
}

/** Past everything that a sweep lets come due. */
export const TEN_YEARS = 3650;

/** A place and the book that comes with it. */
export function placeFor({ offeringId }: Offering, participant: Person, more: Partial<PlaceAsked> = {}): PlaceAsked {
  const chosenGoods = [seededProduct("book-primary")];
  return { offeringId, ticketTypeId: "ordinary", participant, chosenGoods, ...more };
}

/** Orders places on invoice. Its buyer is logged in, so that no address has to be proved. */
export function onInvoice(walk: Walk, places: readonly PlaceAsked[]): Promise<Placed> {
  const buyer = {
    name: peopleSeeds.participant.name,
    email: peopleSeeds.participant.email,
    organisation: {
      name: "Eksempel kommune",
      organisationNumber: "200000005",
      invoiceReference: { kind: "buyer-reference", value: "Kurs" },
      address: { name: "Eksempel kommune", ...ADDRESS },
    },
  };
  const body = { buyer, places, payment: "invoice", expectedTotal: places.length * FEE };
  return walk.post(OrderPlacedAnswer, "/orders", { as: "participant", body });
}

/** Orders places by card; they are to be paid. */
export function byCard(walk: Walk, buyer: Person, places: readonly PlaceAsked[]): Promise<Placed> {
  const body = { buyer, places, payment: "card", expectedTotal: places.length * FEE };
  return walk.post(OrderPlacedAnswer, "/orders", { body });
}
