import assert from "node:assert/strict";
import { plusSeconds, toInstant } from "#kernel/clock";
import { see } from "#local/demo/buying";
import { HoldExtended } from "#payment/app/extend-hold";
import type { Begin } from "../scenario.ts";
import { deckByCard, toCheckout } from "./card.ts";

const MINUTES = 60;

/** An order that nobody pays for: its hold ends, what it held is free again, and its buyer is told. */
export async function abandoned(): Promise<Begin> {
  return async (client) => {
    const buyer = client.person("Per Pauseknapp");
    const order = await deckByCard(client, buyer);
    await toCheckout(client, order);
    return {
      act: () => client.pass(40 * MINUTES),
      async afterwards() {
        assert.equal((await see(client, order)).status, "expired");
        await client.newestMailTo(buyer.email, /ikke betalt/);
      },
    };
  };
}

/** A buyer who asks for more time gets another attempt, and pays after the first one's time. */
export async function extended(): Promise<Begin> {
  return async (client) => {
    const buyer = client.person("Sol Sendrektig");
    const order = await deckByCard(client, buyer);
    await toCheckout(client, order);
    const soonOver = plusSeconds(toInstant((await client.now()).getTime()), 20 * MINUTES);
    return {
      async act() {
        await client.passTo(soonOver);
        await client.post(HoldExtended, `/orders/${order.orderNumber}/hold-extension`, { key: order.key });
        await client.atStripe(await toCheckout(client, order), "pay");
      },
      async afterwards() {
        const { status, paid, total } = await see(client, order);
        assert.deepEqual({ status, paid }, { status: "confirmed", paid: total });
      },
    };
  };
}

/** The bank takes so long that the hold ends meanwhile; then its money comes, or it doesn't. */
function bankAnswersLate(outcome: "succeeded" | "failed", status: "confirmed" | "expired"): () => Promise<Begin> {
  return async () => async (client) => {
    const buyer = client.person("Tore Treg");
    const order = await deckByCard(client, buyer);
    const url = await toCheckout(client, order);
    return {
      async act() {
        await client.atStripe(url, "pay-later");
        await client.pass(60 * MINUTES);
        await client.atStripe(url, "settle-later", { outcome });
      },
      async afterwards() {
        const { status: found, paid, total } = await see(client, order);
        assert.deepEqual({ found, paid }, { found: status, paid: status === "confirmed" ? total : 0 });
      },
    };
  };
}

export const paidLate = bankAnswersLate("succeeded", "confirmed");
export const refusedLate = bankAnswersLate("failed", "expired");
