import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OrderNumber, PlaceId } from "#kernel/ids";

/**
 * Places of an order are cancelled and free again; the others stand. `owedBackOre`: what they cost, to go back to the card,
 * or to come off the invoice.
 */
export const placesCancelled = defineEvent(
  "ordering.places-cancelled.v1",
  z.object({
    orderNumber: OrderNumber,
    placeIds: z.array(PlaceId).min(1),
    why: z.enum(["by-buyer", "by-administrator", "offering-cancelled"]),
    payment: z.enum(["card", "invoice", "free"]),
    owedBackOre: z.int().min(0),
    /** Nothing is left of the order. */
    orderCancelled: z.boolean(),
  }),
  [
    {
      orderNumber: "K7M4-9QXY",
      placeIds: ["plc_4z8m1kq7w2n9p3r5t6v0xa"],
      why: "by-buyer",
      payment: "card",
      owedBackOre: 95000,
      orderCancelled: false,
    },
  ],
);
