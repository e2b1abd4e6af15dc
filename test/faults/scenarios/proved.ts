import assert from "node:assert/strict";
import type { Offering } from "#catalogue/domain/offering";
import { arrange } from "#local/demo/arranging";
import { ADDRESS, type Placed, place, see } from "#local/demo/buying";
import { prove } from "#local/demo/proving";
import type { Person, Walk } from "#local/demo/walk";
import { MailProved } from "#people/app/prove-mail";
import { MailCodeRequestedAnswer } from "#people/app/request-mail-code";
import type { Client } from "../client.ts";
import type { Begin } from "../scenario.ts";
import { courseIn, placeFor, TEN_YEARS } from "./course.ts";

/** So many codes one caller may ask for in an hour. */
const CODES_AN_HOUR = 30;

/** A school's order on invoice: its buyer proves the mail address by a code, and it is confirmed at once. */
export async function invoiceOrder(walk: Walk): Promise<Begin> {
  const course = await courseIn(walk, TEN_YEARS);
  return async (client) => {
    await client.pass(3600 / CODES_AN_HOUR);
    const rektor = client.person("Randi Rektorsen", "skole.example.no");
    const anja = client.person("Anja Allsang");
    const organisation = {
      name: "Eksempel skole",
      organisationNumber: "200000005",
      invoiceReference: { kind: "buyer-reference", value: "Kurs 4. trinn" },
      address: { name: "Eksempel skole", ...ADDRESS },
    } as const;
    let order: Placed | undefined;
    return {
      async act() {
        const mailProof = await provePatiently(client, rektor);
        const places = [placeFor(course, rektor), placeFor(course, anja)];
        const buyer = { ...rektor, organisation };
        order = await place(client, { buyer, places, payment: "invoice", expectedTotal: 2 * 950_00, mailProof });
      },
      async afterwards() {
        assert.ok(order);
        assert.equal((await see(client, order)).status, "confirmed");
        await client.newestMailTo(rektor.email, /^Bekreftelse/);
        await client.newestMailTo(anja.email, /^Du har plass/);
      },
    };
  };
}

/** One free ticket to the festival for somebody who works in the municipality. */
export async function employeeTicket(walk: Walk): Promise<Begin> {
  const festival = await arrange(walk, "festival");
  return async (client) => {
    await client.pass(3600 / CODES_AN_HOUR);
    const inge = client.person("Inge Innbygger", "kommune.example.no");
    const mailProof = await prove(client, inge);
    return freeTicket(client, festival, inge, { ticketTypeId: "employee", mailProof }, mailProof);
  };
}

/** One of the places that are kept for the cohort that co-hosts. */
export async function cohortTicket(walk: Walk): Promise<Begin> {
  const festival = await arrange(walk, "festival", ({ allotments, ticketTypes }) => ({
    allotments: allotments.map((each) => ({ ...each, places: 200 })),
    ticketTypes: ticketTypes.map((each) => (each.ticketTypeId === "cohort" ? { ...each, quota: 200 } : each)),
    capacity: 600,
  }));
  const [group] = festival.allotments;
  assert.ok(group);
  return async (client) => {
    await client.pass(3600 / CODES_AN_HOUR);
    const trine = client.person("Trine Trenerspire");
    const mailProof = await prove(client, trine);
    return freeTicket(client, festival, trine, { ticketTypeId: "cohort", allotmentKey: group.key }, mailProof);
  };
}

function freeTicket(
  client: Client,
  { offeringId }: Offering,
  buyer: Person,
  asked: { ticketTypeId: string; mailProof?: string; allotmentKey?: string },
  mailProof: string,
) {
  const answers = [{ questionId: "lunch", answer: "Ja" }];
  const places = [{ offeringId, participant: buyer, answers, ...asked }];
  let order: Placed | undefined;
  return {
    async act() {
      order = await place(client, { buyer, places, payment: "card", expectedTotal: 0, mailProof });
    },
    async afterwards() {
      assert.ok(order);
      const { status, payment } = await see(client, order);
      assert.deepEqual({ status, payment }, { status: "confirmed", payment: "free" });
      await client.newestMailTo(buyer.email, /^Bekreftelse/);
    },
  };
}

/** The code may take its time; asked for again, another would come. */
async function provePatiently(client: Client, { email }: Person): Promise<string> {
  await client.post(MailCodeRequestedAnswer, "/mail-codes", { body: { email } });
  const code = await client.eventually("The code", async () => {
    const mail = (await client.mailsTo(email)).findLast(({ subject }) => subject.startsWith("Koden din"));
    return /\b\d{6}\b/.exec(mail?.text ?? "")?.[0];
  });
  return (await client.post(MailProved, "/mail-proofs", { body: { email, code } })).proof;
}
