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

/** A course is called off with an order that is paid, and somebody in line: the money goes back, and both are told. */
export async function calledOff(): Promise<Begin> {
  return async (client) => {
    const course = await courseIn(client, TEN_YEARS, { capacity: 1 });
    const [mia, vera] = [client.person("Mia Morgenfugl"), client.person("Vera Vindjakke")];
    const order = await byCard(client, mia, [placeFor(course, mia)]);
    await paid(client, order);
    const inLine = { name: vera.name, email: vera.email, ticketTypeId: "ordinary" };
    await client.post(JoinedAnswer, `/offerings/${course.offeringId}/waiting-list`, { body: inLine });
    return {
      act: () => callOff(client, course),
      async afterwards() {
        const { status, paid: kept } = await see(client, order);
        assert.deepEqual({ status, kept }, { status: "cancelled", kept: 0 });
        await client.newestMailTo(mia.email, /^Pengene er på vei tilbake/);
        await client.newestMailTo(vera.email, /^Avlyst/);
      },
    };
  };
}

/** A course is called off with an order whose bank has not answered: the money comes too late, and goes back. */
export async function calledOffUnpaid(): Promise<Begin> {
  return async (client) => {
    const course = await courseIn(client, TEN_YEARS, { capacity: 1 });
    const nora = client.person("Nora Nøkkelring");
    const late = await byCard(client, nora, [placeFor(course, nora)]);
    const url = await toCheckout(client, late);
    await client.atStripe(url, "pay-later");
    return {
      async act() {
        await callOff(client, course);
        await client.atStripe(url, "settle-later", { outcome: "succeeded" });
        await client.pass(2 * 60);
      },
      async afterwards() {
        const { status, paid: kept } = await see(client, late);
        assert.deepEqual({ status, kept }, { status: "expired", kept: 0 });
        await client.newestMailTo(nora.email, /^Pengene er på vei tilbake/);
      },
    };
  };
}

async function callOff(client: Client, { offeringId, version }: Offering): Promise<void> {
  const body = { version, reason: { nb: "Kursholderen er blitt syk." } };
  await client.post(Offering, `/offerings/${offeringId}/cancellation`, { as: "administrator", body });
}

async function paid(client: Client, order: Placed): Promise<void> {
  await client.atStripe(await toCheckout(client, order), "pay");
  assert.equal((await see(client, order)).status, "confirmed");
}
