import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OrderNumber } from "#kernel/ids";

/** An order was not paid in time: its places and stock are free again. */
export const orderExpired = defineEvent("ordering.order-expired.v1", z.object({ orderNumber: OrderNumber }), [
  { orderNumber: "K7M4-9QXY" },
]);
