import assert from "node:assert/strict";
import * as z from "zod";
import type { Offering } from "#catalogue/domain/offering";
import { arrange } from "../arranging.ts";
import { type Basket, kr, pay, place, see } from "../buying.ts";
import { prove } from "../proving.ts";
import type { Person, Walk } from "../walk.ts";

const KOMMUNE = "kommune.example.no";

type PlaceAsked = NonNullable<Basket["places"]>[number];

/** One capacity for three kinds of tickets: everybody's, the municipality's own employees', and the cohort's that co-hosts. */
export async function festival(walk: Walk): Promise<void> {
  const offering = await arrange(walk, "festival", ({ ticketTypes, allotments }) => ({
    capacity: 6,
    ticketTypes: ticketTypes.map((ticketType) => ({ ...ticketType, quota: 2 })),
    allotments: allotments.map((allotment) => ({ ...allotment, places: 2 })),
  }));
  walk.say(`"${offering.title.nb}" has six places: two ordinary, two for employees, two kept for this year's cohort.`);
  await ordinary(walk, offering);
  await employees(walk, offering);
  await cohort(walk, offering);

  const { needs } = await walk.get(Catering, `/offerings/${offering.offeringId}/catering`, { as: "administrator" });
  assert.deepEqual(needs, [{ questionId: "allergies", answer: "Nøtteallergi", count: 2 }]);
  walk.say("The caterer is told that two have an allergy to nuts, and never who.");
}

const Catering = z.object({
  needs: z.array(z.object({ questionId: z.string(), answer: z.string(), count: z.int() })),
});

async function ordinary(walk: Walk, offering: Offering): Promise<void> {
  const hanne = walk.person("Hanne Helgefri");
  const jon = walk.person("Jon Jubelbrus");
  const health = { consent: true, answers: [{ questionId: "allergies", answer: walk.secret("Nøtteallergi") }] };
  const tickets: Basket = {
    buyer: hanne,
    places: [
      { ...asked(offering, "ordinary", hanne), health },
      { ...asked(offering, "ordinary", jon), health },
    ],
    payment: "card",
    expectedTotal: 2 * 450_00,
  };
  const withoutConsent = { ...asked(offering, "ordinary", hanne), health: { ...health, consent: false } };
  const told = await walk.refused("health-consent-missing", "POST", "/orders", {
    body: { ...tickets, places: [withoutConsent], expectedTotal: 450_00 },
  });
  walk.say(`${hanne.name} has an allergy; without her consent to keep the answer she is told: "${told}"`);

  const order = await pay(walk, await place(walk, tickets));
  const vat = order.lines.flatMap((line) => line.vat.map(({ category, net, vat }) => [category, net, vat]));
  assert.deepEqual(vat, [...TICKET_VAT, ...TICKET_VAT]);
  walk.say(`With it she buys two tickets for ${kr(order.paid)}, all of it with 25 % VAT: a conference is taxed.`);

  const late = walk.person("Line Langsom");
  await walk.refused("offering-full", "POST", "/orders", {
    body: { buyer: late, places: [asked(offering, "ordinary", late)], payment: "card", expectedTotal: 450_00 },
  });
  walk.say(`The quota of ordinary tickets is full, so ${late.name} gets none, though four places are free.`);
}

/** NOK 450: 350 for the conference and 100 for the lunch. */
const TICKET_VAT = [
  ["S", 280_00, 70_00],
  ["S", 80_00, 20_00],
];

async function employees(walk: Walk, offering: Offering): Promise<void> {
  const elsewhere = walk.person("Erik Etternøler");
  const inge = walk.person("Inge Innbygger", KOMMUNE);
  const ticket = (person: Person, proof?: string): Basket => ({
    buyer: person,
    places: [{ ...asked(offering, "employee", person), ...(proof && { mailProof: proof }) }],
    payment: "card",
    expectedTotal: 0,
    ...(proof && { mailProof: proof }),
  });
  const proofElsewhere = await prove(walk, elsewhere);
  const told = await walk.refused("employee-address-missing", "POST", "/orders", {
    body: ticket(elsewhere, proofElsewhere),
  });
  walk.say(`${elsewhere.name} asks for an employee's ticket with a private address, and is told: "${told}"`);
  await walk.refused("mail-proof-missing", "POST", "/orders", { body: ticket(inge) });

  const proof = await prove(walk, inge);
  const order = await see(walk, await place(walk, ticket(inge, proof)));
  assert.deepEqual([order.status, order.payment, order.total], ["confirmed", "free", 0]);
  await walk.newestMailTo(inge.email, /Bekreftelse på bestilling/);
  await walk.refused("participant-has-place", "POST", "/orders", { body: ticket(inge, proof) });
  walk.say(`${inge.name} proves a work address by a code, and gets one ticket free of charge; a second is refused.`);
}

async function cohort(walk: Walk, offering: Offering): Promise<void> {
  const [group] = offering.allotments;
  assert.ok(group);
  const [trine, uno] = ["Trine Trenerspire", "Uno Uinvitert"].map((name) => walk.person(name));
  assert.ok(trine && uno);
  const ticket = (person: Person, mailProof: string, allotmentKey?: string): Basket => ({
    buyer: person,
    places: [{ ...asked(offering, "cohort", person), ...(allotmentKey && { allotmentKey }) }],
    payment: "card",
    expectedTotal: 0,
    mailProof,
  });
  const order = await see(walk, await place(walk, ticket(trine, await prove(walk, trine), group.key)));
  assert.equal(order.status, "confirmed");
  walk.say(`${trine.name} takes one of the cohort's places with the cohort's code.`);

  const proof = await prove(walk, uno);
  await walk.refused("offering-full", "POST", "/orders", { body: ticket(uno, proof) });
  await walk.refused("allotment-key-unknown", "POST", "/orders", {
    body: ticket(uno, proof, `${group.key.slice(1)}0`),
  });
  walk.say(`${uno.name} gets none without it, nor with a made-up one.`);
}

function asked({ offeringId }: Offering, ticketTypeId: string, participant: Person): PlaceAsked {
  return { offeringId, ticketTypeId, participant, answers: [{ questionId: "lunch", answer: "Ja" }] };
}
