import assert from "node:assert/strict";
import * as z from "zod";
import { plusSeconds, toInstant } from "#kernel/clock";
import { type Placed, see } from "#local/demo/buying";
import type { Walk } from "#local/demo/walk";
import { peopleSeeds } from "#local/seed/people";
import { seededProduct } from "#local/seed/seed";
import { NamedAnswer } from "#registration/app/name-participant";
import type { Client } from "../client.ts";
import type { Begin } from "../scenario.ts";
import { courseIn, onInvoice, placeFor, seededIsOver, TEN_YEARS } from "./course.ts";

// What comes due of a course, each in a scenario of its own.

const DAY = 86_400;
const Needs = z.object({ needs: z.array(z.unknown()) });
const health = { consent: true, answers: [{ questionId: "allergies", answer: "Nøtteallergi" }] };

/** A place bought without a name gets one, with an allergy. */
export async function named(walk: Walk): Promise<Begin> {
  const course = await courseIn(walk, TEN_YEARS);
  return async (client) => {
    const { offeringId, ticketTypeId } = placeFor(course, client.person("Ola Oppmøte"));
    const order = await onInvoice(client, [{ offeringId, ticketTypeId }]);
    const placeId = await onlyPlace(client, order);
    const pia = client.person("Pia Påmeldt");
    return {
      async act() {
        const body = { participant: pia, chosenGoods: [seededProduct("book-primary")], health };
        await client.put(NamedAnswer, `/orders/${order.orderNumber}/places/${placeId}/participant`, {
          key: order.key,
          body,
        });
      },
      afterwards: async () => void (await client.newestMailTo(pia.email, /./)),
    };
  };
}

/** A buyer is reminded of a name that is missing. */
export async function namingReminded(walk: Walk): Promise<Begin> {
  await seededIsOver(walk);
  return async (client) => {
    const now = toInstant((await client.now()).getTime());
    const course = await courseIn(client, TEN_YEARS, { namingDeadline: plusSeconds(now, 6 * DAY) });
    const { offeringId, ticketTypeId } = placeFor(course, client.person("Ola Oppmøte"));
    const { orderNumber } = await onInvoice(client, [{ offeringId, ticketTypeId }]);
    return {
      async act() {
        await client.passTo(plusSeconds(course.namingDeadline, -3 * DAY));
        // Another attempt passes the deadline, and then it is too late to ask.
        await client.eventually("The reminder", async () =>
          (await client.mailsTo(peopleSeeds.participant.email)).find(
            ({ subject, html }) => subject.startsWith("Hvem kommer?") && html.includes(orderNumber),
          ),
        );
      },
      afterwards: async () => {},
    };
  };
}

/** A participant is reminded of the day. */
export async function reminded(walk: Walk): Promise<Begin> {
  await seededIsOver(walk);
  return async (client) => {
    const course = await courseIn(client, 6);
    const ola = client.person("Ola Oppmøte");
    await onInvoice(client, [placeFor(course, ola)]);
    const [day] = course.sessions;
    assert.ok(day);
    return {
      async act() {
        await client.passTo(plusSeconds(day.startsAt, -course.reminderHours * 3600));
        // A reminder that is late by hours is still sent; one of yesterday's course isn't.
        await client.eventually("The reminder", async () =>
          (await client.mailsTo(ola.email)).find(({ subject }) => subject.startsWith("Snart")),
        );
      },
      // What else is to come of the course would come due in other attempts.
      afterwards: () => client.passTo(plusSeconds(day.endsAt, 15 * DAY)),
    };
  };
}

/** An allergy is forgotten 14 days after the course. */
export async function allergyForgotten(walk: Walk): Promise<Begin> {
  await seededIsOver(walk);
  return async (client) => {
    const course = await courseIn(client, 6);
    const ola = client.person("Ola Oppmøte");
    await onInvoice(client, [placeFor(course, ola, { health })]);
    const endsAt = course.sessions[0]?.endsAt ?? course.signUpClosesAt;
    const told = async () =>
      (await client.get(Needs, `/offerings/${course.offeringId}/catering`, { as: "administrator" })).needs.length;
    assert.equal(await told(), 1);
    return {
      act: () => client.passTo(plusSeconds(endsAt, 15 * DAY)),
      afterwards: async () => assert.equal(await told(), 0),
    };
  };
}

async function onlyPlace(client: Client, order: Placed): Promise<string> {
  const [line] = (await see(client, order)).lines.filter((each) => each.kind === "place");
  return String(line?.placeId);
}
