import * as z from "zod";
import { AgreementMadeAnswer } from "#agreements/app/make-agreement";
import { MaterialsOrderedAnswer } from "#agreements/app/order-materials";
import { EnquirySent } from "#agreements/app/send-enquiry";
import { Enquiry } from "#agreements/domain/enquiry";
import { plusDays, plusMonths } from "#agreements/domain/period";
import { toInstant } from "#kernel/clock";
import { norwegianDay } from "#kernel/norwegian-time";
import { ADDRESS } from "#local/demo/buying";
import { linkIn } from "#local/demo/page";
import type { Person, Walk } from "#local/demo/walk";
import { seededProduct } from "#local/seed/seed";
import type { Begin } from "../scenario.ts";
import { seededIsOver } from "./course.ts";

const DAY = 86_400;
const administrator = { as: "administrator" } as const;
const Enquiries = z.object({ items: z.array(Enquiry), cursor: z.string().optional() });

/** A school asks for an agreement, and gets one. */
export async function agreementMade(): Promise<Begin> {
  return async (client) => {
    // One caller may ask a few times an hour.
    await client.pass(15 * 60);
    const rektor = client.person("Rut Rektorsen", "skole.example.no");
    const wish = "Vi vil begynne til høsten.";
    const organisation = { name: "Eksempel skole", organisationNumber: "200000005" };
    return {
      async act() {
        await client.post(EnquirySent, "/agreement-enquiries", { body: { organisation, wish, ...rektor } });
        const path = "/admin/agreement-enquiries";
        const enquiry = await client.listed(path, Enquiries, ({ email }) => email === rektor.email);
        const { enquiryId } = enquiry ?? {};
        await makeAgreement(client, rektor, { enquiryId });
      },
      async afterwards() {
        await client.newestMailTo(rektor.email, /^Vi har fått forespørselen/);
        await client.newestMailTo(rektor.email, /^Langtidsavtalen med Eksempel skole/);
      },
    };
  };
}

/** Books and decks for a school's employees, at the agreement's price. */
export async function materials(walk: Walk): Promise<Begin> {
  const rektor = walk.person("Rut Rektorsen", "skole.example.no");
  const agreementId = await makeAgreement(walk, rektor);
  const mail = await walk.newestMailTo(rektor.email, /^Langtidsavtalen/);
  const key = new URL(linkIn(mail, /\/agreements\//)).searchParams.get("key") ?? "";
  return async (client) => ({
    async act() {
      const sets = [{ bookId: seededProduct("book-primary"), deckId: seededProduct("deck-children"), employees: 1 }];
      await client.post(MaterialsOrderedAnswer, `/agreements/${agreementId}/materials`, { key, body: { sets } });
    },
    async afterwards() {},
  });
}

/** An agreement's end is half a year away, with seats that nobody has used: its contact is told in time. */
export async function seatsUnused(walk: Walk): Promise<Begin> {
  await seededIsOver(walk);
  return async (client) => {
    const rektor = client.person("Rut Rektorsen", "skole.example.no");
    const today = norwegianDay(toInstant((await client.now()).getTime()));
    await makeAgreement(client, rektor, { period: { from: today, to: plusDays(plusMonths(today, 6), 2) } });
    return {
      // Half a year before 2 March is up to five days after half a year before 28 February.
      act: () => client.pass(6 * DAY),
      async afterwards() {
        await client.newestMailTo(rektor.email, /plass/i);
      },
    };
  };
}

/** An administrator makes an agreement from today, of an enquiry or without. */
export async function makeAgreement(
  walk: Walk,
  contact: Person,
  more: { readonly enquiryId?: string | undefined; readonly seats?: number; readonly period?: object } = {},
): Promise<string> {
  const body = {
    organisation: {
      name: "Eksempel skole",
      organisationNumber: "200000005",
      invoiceReference: { kind: "buyer-reference", value: "Langtidsavtale" },
      address: { name: "Eksempel skole", ...ADDRESS },
    },
    period: { from: norwegianDay(toInstant((await walk.now()).getTime())) },
    contacts: [contact],
    ...more,
  };
  return (await walk.post(AgreementMadeAnswer, "/agreements", { ...administrator, body })).agreementId;
}
