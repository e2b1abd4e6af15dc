import assert from "node:assert/strict";
import { ADDRESS, type Placed, see } from "#local/demo/buying";
import { seededProduct } from "#local/seed/seed";
import { OrderPlacedAnswer } from "#ordering/app/place-order";
import { CheckoutStarted } from "#payment/app/start-checkout";
import type { Client } from "../client.ts";
import type { Begin } from "../scenario.ts";

/** One deck by card: ordered, paid at Stripe's, confirmed by mail. */
export async function cardOrder(): Promise<Begin> {
  return async (client: Client) => {
    const buyer = client.person("Fia Feilfri");
    const body = {
      buyer,
      deliveryAddress: { name: buyer.name, ...ADDRESS },
      goods: [{ productId: seededProduct("deck-children"), quantity: 1 }],
      payment: "card",
      expectedTotal: 100_00 + 79_00,
    };
    let order: Placed | undefined;
    return {
      async act() {
        order = await client.post(OrderPlacedAnswer, "/orders", { body });
        const { url } = await client.post(CheckoutStarted, `/orders/${order.orderNumber}/checkout`, { key: order.key });
        await client.atStripe(url, "pay");
      },
      async afterwards() {
        assert.ok(order);
        const { status, paid, total } = await see(client, order);
        assert.deepEqual({ status, paid }, { status: "confirmed", paid: total });
      },
    };
  };
}
