import * as z from "zod";
import { WorkplaceCourseAnswered } from "#agreements/app/workplace-course-answer";
import { WorkplaceCourseOrdered } from "#agreements/app/workplace-course-order";
import { plusSeconds, toInstant } from "#kernel/clock";
import { norwegianDay } from "#kernel/norwegian-time";
import { ADDRESS } from "#local/demo/buying";
import { linkIn } from "#local/demo/page";
import { offeringSeeds } from "#local/seed/offerings";
import type { Begin } from "../scenario.ts";

const DAY = 86_400;
const administrator = { as: "administrator" } as const;

/** What is offered for a course at a workplace is accepted: it becomes an offering and an order. */
export async function workplaceQuote(): Promise<Begin> {
  return async (client) => {
    // One caller may ask a few times an hour.
    await client.pass(15 * 60);
    const now = toInstant((await client.now()).getTime());
    const startsAt = plusSeconds(now, 60 * DAY);
    const contact = client.person("Rut Rektorsen", "skole.example.no");
    const request = {
      what: "Styrkespotting",
      venue: { name: "Eksempel skole", address: ADDRESS.street },
      wishedOn: norwegianDay(startsAt),
      participants: 25,
      contact,
      organisation: {
        name: "Eksempel skole",
        organisationNumber: "200000005",
        invoiceReference: { kind: "buyer-reference", value: "Kurs" },
        address: { name: "Eksempel skole", ...ADDRESS },
      },
    };
    const Asked = z.object({ courseId: z.string() });
    const { courseId } = await client.post(Asked, "/workplace-courses", { body: request });
    const quote = {
      title: { nb: "Styrkespotting hos dere" },
      price: 12_000_00,
      vatAllocation: offeringSeeds["course-digital"](startsAt).ticketTypes[0]?.vatAllocation,
      startsAt,
      endsAt: plusSeconds(startsAt, 3 * 3600),
      capacity: 30,
      answerBy: plusSeconds(now, 30 * DAY),
    };
    const path = `/workplace-courses/${courseId}`;
    await client.post(WorkplaceCourseAnswered, `${path}/quotes`, { ...administrator, body: quote });
    const mail = await client.newestMailTo(contact.email, /^Tilbud/);
    const key = new URL(linkIn(mail, /workplace-courses/)).searchParams.get("key") ?? "";
    return {
      async act() {
        await client.post(WorkplaceCourseOrdered, `${path}/order`, { key, body: { quote: 1 } });
      },
      async afterwards() {
        await client.newestMailTo(contact.email, /Bekreftelse på bestilling/);
      },
    };
  };
}
