import * as z from "zod";
import { OfferingId, OrderNumber, PlaceId } from "#kernel/ids";

/**
 * What a mail tells, by its template and the ids it is written from. No address and no text: these stay on the order,
 * and the mail is written anew from it whenever it has to be sent.
 */
export const Notice = z.discriminatedUnion("template", [
  z.object({ template: z.literal("order-confirmed"), orderNumber: OrderNumber }),
  /** To a participant who isn't the buyer. */
  z.object({
    template: z.literal("place-confirmed"),
    orderNumber: OrderNumber,
    offeringId: OfferingId,
    placeId: PlaceId,
  }),
  z.object({ template: z.literal("order-expired"), orderNumber: OrderNumber }),
]);
export type Notice = z.infer<typeof Notice>;

/** The order a mail belongs to: there it shows when the mail can't be delivered. */
export function orderOf(notice: Notice): OrderNumber | undefined {
  return "orderNumber" in notice ? notice.orderNumber : undefined;
}
