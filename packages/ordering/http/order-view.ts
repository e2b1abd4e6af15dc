import { OrderWithMail } from "../app/get-order.ts";

/** An order as its buyer and administrators see it: without the key that opens it. */
export const OrderView = OrderWithMail.omit({ key: true });
