import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OrderNumber } from "#kernel/ids";

/** An administrator wants an order's confirmation sent once more. */
export const confirmationRequested = defineEvent(
  "ordering.confirmation-requested.v1",
  z.object({ orderNumber: OrderNumber }),
  [{ orderNumber: "K7M4-9QXY" }],
);
