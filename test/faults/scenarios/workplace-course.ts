import assert from "node:assert/strict";
import * as z from "zod";
import { WorkplaceCourseAnswered } from "#agreements/app/workplace-course-answer";
import { WorkplaceCourseOrdered } from "#agreements/app/workplace-course-order";
import { ParticipantsListed } from "#agreements/app/workplace-course-participants";
import { type Instant, plusSeconds, toInstant } from "#kernel/clock";
import { norwegianDay } from "#kernel/norwegian-time";
import { ADDRESS } from "#local/demo/buying";
import { linkIn } from "#local/demo/page";
import type { Person } from "#local/demo/walk";
import { offeringSeeds } from "#local/seed/offerings";
import type { Client } from "../client.ts";
import type { Begin } from "../scenario.ts";

const DAY = 86_400;
const administrator = { as: "administrator" } as const;
const Asked = z.object({ courseId: z.string() });

/** A school asks for a course at its own place, and is offered one. */
export async function workplaceRequest(): Promise<Begin> {
  return async (client) => {
    const contact = await caller(client);
    return {
      async act() {
        await quoted(client, await asked(client, contact));
      },
      async afterwards() {
        await client.newestMailTo(contact.email, /kurs hos dere/);
        await client.newestMailTo(contact.email, /^Tilbud/);
      },
    };
  };
}

/** What is offered for a course at a workplace is accepted: it becomes an offering and an order. */
export async function workplaceQuote(): Promise<Begin> {
  return async (client) => {
    const contact = await caller(client);
    const { path, key } = await quoted(client, await asked(client, contact));
    return {
      async act() {
        await client.post(WorkplaceCourseOrdered, `${path}/order`, { key: await key(contact), body: { quote: 1 } });
      },
      async afterwards() {
        await client.newestMailTo(contact.email, /Bekreftelse på bestilling/);
      },
    };
  };
}

/** Who comes to a course at their workplace is listed: each gets a mail with the day. */
export async function workplaceList(): Promise<Begin> {
  return async (client) => {
    const contact = await caller(client);
    const { path, key } = await quoted(client, await asked(client, contact));
    await client.post(WorkplaceCourseOrdered, `${path}/order`, { key: await key(contact), body: { quote: 1 } });
    const staff = ["Anja Aulason", "Bjørn Bokhylle"].map((name) => client.person(name, "skole.example.no"));
    return {
      async act() {
        const body = { participants: staff };
        const { listed } = await client.post(ParticipantsListed, `${path}/participants`, {
          key: await key(contact),
          body,
        });
        assert.equal(listed, staff.length);
      },
      async afterwards() {
        for (const { email } of staff) await client.newestMailTo(email, /^Du har plass/);
      },
    };
  };
}

/** One caller may ask a few times an hour. */
async function caller(client: Client): Promise<Person> {
  await client.pass(15 * 60);
  return client.person("Rut Rektorsen", "skole.example.no");
}

async function asked(client: Client, contact: Person): Promise<string> {
  const body = {
    what: "Styrkespotting",
    venue: { name: "Eksempel skole", address: ADDRESS.street },
    wishedOn: norwegianDay(await inTwoMonths(client)),
    participants: 25,
    contact,
    organisation: {
      name: "Eksempel skole",
      organisationNumber: "200000005",
      invoiceReference: { kind: "buyer-reference", value: "Kurs" },
      address: { name: "Eksempel skole", ...ADDRESS },
    },
  };
  const { courseId } = await client.post(Asked, "/workplace-courses", { body });
  return `/workplace-courses/${courseId}`;
}

/** Offers a day and a price; answers how to find the key in the contact's mail. */
async function quoted(client: Client, path: string) {
  const startsAt = await inTwoMonths(client);
  const body = {
    title: { nb: "Styrkespotting hos dere" },
    price: 12_000_00,
    vatAllocation: offeringSeeds["course-digital"](startsAt).ticketTypes[0]?.vatAllocation,
    startsAt,
    endsAt: plusSeconds(startsAt, 3 * 3600),
    capacity: 30,
    answerBy: plusSeconds(startsAt, -30 * DAY),
  };
  await client.post(WorkplaceCourseAnswered, `${path}/quotes`, { ...administrator, body });
  const key = async ({ email }: Person) => {
    const mail = await client.newestMailTo(email, /^Tilbud/);
    return new URL(linkIn(mail, /workplace-courses/)).searchParams.get("key") ?? "";
  };
  return { path, key };
}

async function inTwoMonths(client: Client): Promise<Instant> {
  return plusSeconds(toInstant((await client.now()).getTime()), 60 * DAY);
}
