import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OrderNumber } from "#kernel/ids";

/** Goods of an order are on their way: the buyer is told what is in this shipment. */
export const shipmentSent = defineEvent(
  "ordering.shipment-sent.v1",
  z.object({
    orderNumber: OrderNumber,
    /** The shipment's number within its order. */
    shipment: z.int().min(1),
    /** Nothing is left to send. */
    last: z.boolean(),
  }),
  [{ orderNumber: "K7M4-9QXY", shipment: 1, last: false }],
);
