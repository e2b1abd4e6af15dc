import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OrderNumber } from "#kernel/ids";

/** An order is certain: paid, free of charge, or to be invoiced. */
export const orderConfirmed = defineEvent(
  "ordering.order-confirmed.v1",
  z.object({ orderNumber: OrderNumber, payment: z.enum(["card", "invoice", "free"]), totalOre: z.int() }),
  [{ orderNumber: "K7M4-9QXY", payment: "card", totalOre: 95000 }],
);
