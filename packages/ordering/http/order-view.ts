import { Order } from "../domain/order.ts";

/** An order as its buyer and administrators see it: without the key that opens it. */
export const OrderView = Order.omit({ key: true });
