import assert from "node:assert/strict";
import { Offering } from "#catalogue/domain/offering";
import { type Placed, see } from "#local/demo/buying";
import type { Walk } from "#local/demo/walk";
import { PlacesCancelledAnswer } from "#ordering/app/cancel-places";
import { JoinedAnswer } from "#registration/app/join-waiting-list";
import type { Client } from "../client.ts";
import type { Begin } from "../scenario.ts";
import { toCheckout } from "./card.ts";
import { byCard, courseIn, placeFor, TEN_YEARS } from "./course.ts";

/** One of two places is cancelled: its money goes back, once, and its buyer is told of both. */
export async function cancelled(walk: Walk): Promise<Begin> {
  const course = await courseIn(walk, TEN_YEARS);
  return async (client) => {
    const [gro, ida] = [client.person("Gro Grunnskole"), client.person("Ida Idretten")];
    const order = await byCard(client, gro, [placeFor(course, gro), placeFor(course, ida)]);
    await paid(client, order);
    const [, second] = (await see(client, order)).lines.filter((line) => line.kind === "place");
    return {
      async act() {
        const path = `/orders/${order.orderNumber}/cancellations`;
        await client.post(PlacesCancelledAnswer, path, { key: order.key, body: { placeIds: [second?.placeId] } });
      },
      async afterwards() {
        const { status, paid: kept } = await see(client, order);
        assert.deepEqual({ status, kept }, { status: "confirmed", kept: order.total / 2 });
        await client.newestMailTo(gro.email, /^Avbestilt/);
        await client.newestMailTo(gro.email, /^Pengene er på vei tilbake/);
      },
    };
  };
}

/**
 * A course is called off with an order that is paid, one whose bank has not answered, one that nobody will pay, and somebody in
 * line. The bank's money comes too late, and goes back like the other's.
 */
export async function calledOff(): Promise<Begin> {
  return async (client) => {
    const course = await courseIn(client, TEN_YEARS, { capacity: 3 });
    const [mia, nora, rolf, vera] = ["Mia Morgenfugl", "Nora Nøkkelring", "Rolf Regnfrakk", "Vera Vindjakke"].map(
      (name) => client.person(name),
    );
    assert.ok(mia && nora && rolf && vera);
    const early = await byCard(client, mia, [placeFor(course, mia)]);
    await paid(client, early);
    const late = await byCard(client, nora, [placeFor(course, nora)]);
    const url = await toCheckout(client, late);
    await client.atStripe(url, "pay-later");
    const unpaid = await byCard(client, rolf, [placeFor(course, rolf)]);
    await toCheckout(client, unpaid);
    const { offeringId, version } = course;
    const inLine = { name: vera.name, email: vera.email, ticketTypeId: "ordinary" };
    await client.post(JoinedAnswer, `/offerings/${offeringId}/waiting-list`, { body: inLine });
    return {
      async act() {
        const body = { version, reason: { nb: "Kursholderen er blitt syk." } };
        await client.post(Offering, `/offerings/${offeringId}/cancellation`, { as: "administrator", body });
        await client.atStripe(url, "settle-later", { outcome: "succeeded" });
        await client.pass(2 * 60);
      },
      async afterwards() {
        const seen = await Promise.all([early, late, unpaid].map((order) => see(client, order)));
        assert.deepEqual(
          seen.map(({ status, paid }) => [status, paid]),
          [
            ["cancelled", 0],
            ["expired", 0],
            ["expired", 0],
          ],
        );
        await client.newestMailTo(mia.email, /^Pengene er på vei tilbake/);
        await client.newestMailTo(nora.email, /^Pengene er på vei tilbake/);
        await client.newestMailTo(vera.email, /^Avlyst/);
      },
    };
  };
}

async function paid(client: Client, order: Placed): Promise<void> {
  await client.atStripe(await toCheckout(client, order), "pay");
  assert.equal((await see(client, order)).status, "confirmed");
}
