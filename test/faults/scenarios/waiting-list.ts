import assert from "node:assert/strict";
import type * as z from "zod";
import type { Offering } from "#catalogue/domain/offering";
import { plusSeconds, toInstant } from "#kernel/clock";
import { see } from "#local/demo/buying";
import type { Person, Walk } from "#local/demo/walk";
import { PlacesCancelledAnswer } from "#ordering/app/cancel-places";
import { JoinedAnswer } from "#registration/app/join-waiting-list";
import { EntryView } from "#registration/http/entry-view";
import type { Client } from "../client.ts";
import type { Begin } from "../scenario.ts";
import { courseIn, onInvoice, placeFor, seededIsOver, TEN_YEARS } from "./course.ts";

const HOURS = 3600;

/** Somebody stands in line for a full course, and is told so. */
export async function joined(): Promise<Begin> {
  return async (client) => {
    const { course } = await full(client);
    const tiril = client.person("Tiril Tålmodig");
    let entry: Entry | undefined;
    return {
      async act() {
        entry = await join(client, course, tiril);
      },
      async afterwards() {
        assert.ok(entry);
        assert.equal((await entryOf(client, course, entry)).position, 1);
        await client.newestMailTo(tiril.email, /^Du står på venteliste/);
      },
    };
  };
}

/** The only place is cancelled: the first in line is offered it, and nobody else. */
export async function offered(): Promise<Begin> {
  return async (client) => {
    const { course, cancel } = await full(client);
    const [first, second] = await twoInLine(client, course);
    return {
      act: cancel,
      async afterwards() {
        assert.equal((await entryOf(client, course, first.entry)).status, "offered");
        assert.equal((await entryOf(client, course, second.entry)).position, 1);
        await client.newestMailTo(first.person.email, /^Det er plass til deg/);
      },
    };
  };
}

/** Whoever is offered the place does not answer: it goes on to the next in line. */
export async function lapsed(walk: Walk): Promise<Begin> {
  await seededIsOver(walk);
  return async (client) => {
    const { course, cancel } = await full(client);
    const [first, second] = await twoInLine(client, course);
    await cancel();
    await client.settle();
    const now = toInstant((await client.now()).getTime());
    return {
      async act() {
        await client.passTo(plusSeconds(now, 48 * HOURS));
        // Somebody who is late by another two days would lapse as well.
        await client.eventually("The next one's offer", async () =>
          (await client.mailsTo(second.person.email)).find(({ subject }) => subject.startsWith("Det er plass til deg")),
        );
      },
      async afterwards() {
        assert.equal((await entryOf(client, course, first.entry)).status, "lapsed");
        await client.newestMailTo(first.person.email, /^Fristen gikk ut/);
        // What else is to come of the course would come due in other attempts.
        await client.passTo(plusSeconds(now, 100 * HOURS));
      },
    };
  };
}

/** Whoever is offered the place takes it. */
export async function taken(): Promise<Begin> {
  return async (client) => {
    const { course, cancel } = await full(client);
    const [first, second] = await twoInLine(client, course);
    await cancel();
    await client.settle();
    const { entryId, key } = first.entry;
    return {
      async act() {
        await onInvoice(client, [placeFor(course, first.person, { offer: { entryId, key } })]);
      },
      async afterwards() {
        assert.equal((await entryOf(client, course, first.entry)).status, "accepted");
        assert.equal((await entryOf(client, course, second.entry)).position, 1);
        await client.newestMailTo(first.person.email, /^Du har plass/);
      },
    };
  };
}

type Entry = z.infer<typeof JoinedAnswer>;

/** A course whose one place somebody has, and how they cancel it. */
async function full(client: Client) {
  const course = await courseIn(client, TEN_YEARS, { capacity: 1 });
  const order = await onInvoice(client, [placeFor(course, client.person("Odd Ombestemt"))]);
  const [line] = (await see(client, order)).lines.filter((each) => each.kind === "place");
  const cancel = async () => {
    const path = `/orders/${order.orderNumber}/cancellations`;
    await client.post(PlacesCancelledAnswer, path, { key: order.key, body: { placeIds: [line?.placeId] } });
  };
  return { course, cancel };
}

/** Two who have been told that they stand in line: who is offered a place first isn't told that any more. */
async function twoInLine(client: Client, course: Offering) {
  const [first, second] = [client.person("Tiril Tålmodig"), client.person("Vidar Venter")];
  const line = [
    { person: first, entry: await join(client, course, first) },
    { person: second, entry: await join(client, course, second) },
  ] as const;
  await client.settle();
  return line;
}

function join(client: Client, { offeringId }: Offering, { name, email }: Person): Promise<Entry> {
  const body = { name, email, ticketTypeId: "ordinary" };
  return client.post(JoinedAnswer, `/offerings/${offeringId}/waiting-list`, { body });
}

function entryOf(client: Client, { offeringId }: Offering, { entryId, key }: Entry) {
  return client.get(EntryView, `/offerings/${offeringId}/waiting-list/${entryId}`, { key });
}
