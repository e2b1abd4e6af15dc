import * as z from "zod";
import { AllotmentId, TicketTypeId } from "#kernel/ids";
import type { OfferingWithPlaces } from "../app/read-offerings.ts";
import { Offering, PhysicalVenue, TicketType } from "../domain/offering.ts";

/** An offering as everybody sees it: without the digital link, the allotments and their keys. */
export const PublicOffering = Offering.omit({
  allotments: true,
  cancellation: true,
  status: true,
  version: true,
}).extend({
  venue: z.discriminatedUnion("kind", [PhysicalVenue, z.object({ kind: z.literal("digital") })]),
  ticketTypes: z.array(z.object({ ...TicketType.shape, openPlaces: z.int() })),
  /** What a newcomer may take now. */
  openPlaces: z.int(),
  /** True when there is a line to stand in, and nothing to take past it. */
  waitingList: z.boolean(),
});

export function publicOffering({ offering, left }: OfferingWithPlaces): z.input<typeof PublicOffering> {
  const openOf = new Map(left?.ticketTypes.map(({ ticketTypeId, open }) => [ticketTypeId, open]));
  const openPlaces = left?.open ?? 0;
  return {
    ...offering,
    ticketTypes: offering.ticketTypes.map((type) => ({ ...type, openPlaces: openOf.get(type.ticketTypeId) ?? 0 })),
    openPlaces,
    waitingList: openPlaces === 0,
  };
}

/** An offering as administrators see it, with what is left and the keys that allotments are taken with. */
export const AdminOffering = Offering.extend({
  left: z
    .object({
      free: z.int(),
      open: z.int(),
      waiting: z.int(),
      ticketTypes: z.array(z.object({ ticketTypeId: TicketTypeId, free: z.int(), open: z.int() })),
      allotments: z.array(z.object({ allotmentId: AllotmentId, free: z.int() })),
    })
    .optional(),
});

export function adminOffering({ offering, left }: OfferingWithPlaces): z.input<typeof AdminOffering> {
  return {
    ...offering,
    ...(left && { left: { ...left, ticketTypes: [...left.ticketTypes], allotments: [...left.allotments] } }),
  };
}
