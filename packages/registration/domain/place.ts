import * as z from "zod";
import { Instant } from "#kernel/clock";
import { EmailAddress, TextLine } from "#kernel/contact";
import { AllotmentId, OfferingId, OrderNumber, PlaceId, ProductId, TicketTypeId } from "#kernel/ids";
import { SeatOfPlace } from "#kernel/seat-of-place";

export const Participant = z.strictObject({ name: TextLine, email: EmailAddress.optional() });
export type Participant = z.infer<typeof Participant>;

export const Answer = z.strictObject({ questionId: z.string().max(30), answer: z.string().trim().min(1).max(1000) });
export type Answer = z.infer<typeof Answer>;

/** One seat in an offering: held until its order is paid, confirmed, or cancelled; with a participant, or to be named. */
export const Place = z.object({
  placeId: PlaceId,
  offeringId: OfferingId,
  ticketTypeId: TicketTypeId,
  allotmentId: AllotmentId.optional(),
  orderNumber: OrderNumber,
  status: z.enum(["held", "confirmed", "cancelled"]),
  participant: Participant.optional(),
  /** The address this place is tied to: the offering has no other place for it. */
  ticketAddress: EmailAddress.optional(),
  /** The trainer seat that covers it: given back by whoever cancels the place, in the same transaction. */
  seat: SeatOfPlace.optional(),
  answers: z.array(Answer),
  /** Whether there is a row with answers about health; what they are stands only there. */
  healthAnswered: z.boolean(),
  /** Included goods that are reserved for this place, by the name's index in the offering's list. */
  goods: z.array(z.object({ index: z.int().min(0), productId: ProductId })),
  /** The goods were handed out: they are off the shelf, and nobody's cancellation or change of name brings them back. */
  handedOut: z.literal(true).optional(),
  takenAt: Instant,
  version: z.int().min(1),
});
export type Place = z.infer<typeof Place>;
