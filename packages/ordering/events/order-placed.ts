import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OrderNumber } from "#kernel/ids";

/** An order took its places and stock, and awaits its payment by card. */
export const orderPlaced = defineEvent(
  "ordering.order-placed.v1",
  z.object({ orderNumber: OrderNumber, totalOre: z.int() }),
  [{ orderNumber: "K7M4-9QXY", totalOre: 95000 }],
);
