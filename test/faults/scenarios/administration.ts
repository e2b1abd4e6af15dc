import assert from "node:assert/strict";
import { Offering } from "#catalogue/domain/offering";
import { edit } from "#local/demo/arranging";
import { see } from "#local/demo/buying";
import type { Walk } from "#local/demo/walk";
import { ShipmentSentAnswer } from "#ordering/app/send-shipment";
import type { Begin } from "../scenario.ts";
import { deckByCard, toCheckout } from "./card.ts";
import { courseIn, onInvoice, placeFor, TEN_YEARS } from "./course.ts";

/** A course moves to another place: whoever has a place is told. */
export async function courseMoved(): Promise<Begin> {
  return async (client) => {
    const course = await courseIn(client, TEN_YEARS);
    const [siv, tor] = [client.person("Siv Sløyfe"), client.person("Tor Tavlekritt")];
    await onInvoice(client, [placeFor(course, siv), placeFor(course, tor)]);
    return {
      async act() {
        const venue = { kind: "place", name: "Eksempel bibliotek", address: "Eksempelveien 2, 5003 Bergen" } as const;
        const { status, body, text } = await edit(client, course, { venue });
        assert.equal(status, 200, text);
        assert.equal(Offering.parse(body).venue.kind, "place");
      },
      async afterwards() {
        for (const { email } of [siv, tor]) await client.newestMailTo(email, /Nytt sted/);
      },
    };
  };
}

/** A parcel is sent, and a confirmation that was lost is sent once more. */
export async function parcel(): Promise<Begin> {
  return async (client) => {
    const buyer = client.person("Kari Kortkjøper");
    const order = await deckByCard(client, buyer);
    await client.atStripe(await toCheckout(client, order), "pay");
    const path = `/orders/${order.orderNumber}`;
    return {
      async act() {
        const body = { lines: [{ line: 1, quantity: 1 }] };
        await client.post(ShipmentSentAnswer, `${path}/shipments`, { as: "administrator", body });
        const again = await client.ask("POST", `${path}/confirmation-mails`, { as: "administrator" });
        assert.equal(again.status, 204, again.text);
      },
      async afterwards() {
        assert.equal((await see(client, order)).status, "confirmed");
        await client.newestMailTo(buyer.email, /^Sending 1 av bestilling/);
        assert.equal(await confirmations(client, buyer.email), 2);
      },
    };
  };
}

async function confirmations(walk: Walk, email: string): Promise<number> {
  return (await walk.mailsTo(email)).filter(({ subject }) => subject.startsWith("Bekreftelse")).length;
}
