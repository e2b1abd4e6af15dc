import { benchPlaceOrder } from "./place-order.ts";
import { benchRush } from "./rush.ts";

await benchPlaceOrder();
await benchRush();
