import assert from "node:assert/strict";
import { plusSeconds } from "#kernel/clock";
import { see } from "#local/demo/buying";
import type { Walk } from "#local/demo/walk";
import { seededProduct } from "#local/seed/seed";
import { NamedAnswer } from "#registration/app/name-participant";
import type { Begin } from "../scenario.ts";
import { courseIn, onInvoice, placeFor } from "./course.ts";

const DAY = 86_400;

/**
 * All that comes due of a course: its buyer is reminded of a name that is missing, names somebody with an allergy, all are
 * reminded of the day, and the allergy is forgotten 14 days after it.
 */
export async function reminders(walk: Walk): Promise<Begin> {
  // What comes due of the seeded offerings is over.
  await walk.pass(150 * DAY);
  return async (client) => {
    const course = await courseIn(client, 6);
    const [day] = course.sessions;
    const [ola, pia] = [client.person("Ola Oppmøte"), client.person("Pia Påmeldt")];
    const { offeringId, ticketTypeId } = placeFor(course, ola);
    const order = await onInvoice(client, [placeFor(course, ola), { offeringId, ticketTypeId }]);
    const unnamed = (await see(client, order)).lines.findLast((line) => line.kind === "place");
    assert.ok(day && unnamed?.kind === "place");
    return {
      async act() {
        await client.passTo(plusSeconds(course.namingDeadline, -3 * DAY));
        const health = { consent: true, answers: [{ questionId: "allergies", answer: "Nøtteallergi" }] };
        const body = { participant: pia, chosenGoods: [seededProduct("book-primary")], health };
        await client.put(NamedAnswer, `/orders/${order.orderNumber}/places/${unnamed.placeId}/participant`, {
          key: order.key,
          body,
        });
        await client.passTo(plusSeconds(day.startsAt, -course.reminderHours * 3600));
        await client.settle();
        // A reminder that is late by hours is still sent; one of yesterday's course isn't.
        await client.eventually("The reminder", async () =>
          (await client.mailsTo(pia.email)).find(({ subject }) => subject.startsWith("Snart")),
        );
        await client.passTo(plusSeconds(day.endsAt, 15 * DAY));
      },
      async afterwards() {
        for (const { email } of [ola, pia]) await client.newestMailTo(email, /^Snart/);
      },
    };
  };
}
