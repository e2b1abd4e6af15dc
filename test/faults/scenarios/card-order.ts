import assert from "node:assert/strict";
import { type Placed, see } from "#local/demo/buying";
import type { Begin } from "../scenario.ts";
import { deckByCard, toCheckout } from "./card.ts";

/** One deck by card: ordered, paid at Stripe's, confirmed by mail. */
export async function cardOrder(): Promise<Begin> {
  return async (client) => {
    const buyer = client.person("Fia Feilfri");
    let order: Placed | undefined;
    return {
      async act() {
        order = await deckByCard(client, buyer);
        await client.atStripe(await toCheckout(client, order), "pay");
      },
      async afterwards() {
        assert.ok(order);
        const { status, paid, total } = await see(client, order);
        assert.deepEqual({ status, paid }, { status: "confirmed", paid: total });
        await client.newestMailTo(buyer.email, /^Bekreftelse/);
      },
    };
  };
}
