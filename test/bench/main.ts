import { benchPlaceOrder } from "./place-order.ts";

await benchPlaceOrder();
