import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId, OrderNumber } from "#kernel/ids";

/** A whole course that an order pays for is called off. `owedBackOre`: its price, which comes off the invoice. */
export const serviceCancelled = defineEvent(
  "ordering.service-cancelled.v1",
  z.object({
    orderNumber: OrderNumber,
    offeringId: OfferingId,
    owedBackOre: z.int().min(0),
    /** Nothing is left of the order. */
    orderCancelled: z.boolean(),
  }),
  [{ orderNumber: "K7M4-9QXY", offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa", owedBackOre: 1200000, orderCancelled: true }],
);
