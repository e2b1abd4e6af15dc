import { createHash } from "node:crypto";
import { type Instant, plusSeconds } from "#kernel/clock";
import { norwegianDay } from "#kernel/norwegian-time";
import { ADDRESS } from "#local/demo/buying";
import { offeringSeeds } from "#local/seed/offerings";
import { productSeeds } from "#local/seed/products";
import { seededProduct } from "#local/seed/seed";
import { xlsx } from "#platform/files/xlsx";
import { FIRST_CONSENT_TEXT } from "#survey/domain/content/consent-text";
import { FORM, studyRequest } from "./surveyed.ts";
import type { Side } from "./world.ts";

const DAY = 86_400;

/** What a recipe is made with. */
interface Kitchen {
  readonly side: Side;
  readonly now: Instant;
  /** Anything that differs each time. */
  readonly fresh: string;
}

type Recipe = (kitchen: Kitchen) => object;

const book = seededProduct("book-primary");
const { details: poster } = productSeeds["poster-strengths"];
const deck = seededProduct("deck-children");
const VAT = { version: "2026-1", shares: [{ what: "teaching", category: "E", weight: 1 }] };
const version: Recipe = () => ({ version: 1 });
const quote: Recipe = () => ({ quote: 1 });
const nothing: Recipe = () => ({});

const person = (fresh: string): { name: string; email: string } => ({
  name: `Frida Ferskvann ${fresh}`,
  email: `frida.${fresh}@example.no`,
});
const participant: Recipe = ({ fresh }: Kitchen) => ({ participant: person(fresh), chosenGoods: [book] });
const participantFields: Recipe = ({ fresh }) => ({ ...person(fresh), "goods-0": book });
const trainee: Recipe = ({ fresh }) => ({ participant: person(fresh) });
const traineeFields: Recipe = ({ fresh }) => person(fresh);

/** A school, invented: its number's first digit is one that no real one has. */
const SCHOOL = {
  name: "Eksempel skole",
  organisationNumber: "200000005",
  invoiceReference: { kind: "buyer-reference", value: "4. trinn" },
  address: { name: "Eksempel skole", ...ADDRESS },
};
const enquirer = { organisation: { name: SCHOOL.name, organisationNumber: SCHOOL.organisationNumber } };
const time = (now: Instant) => ({ startsAt: plusSeconds(now, 5 * DAY), endsAt: plusSeconds(now, 5 * DAY + 3600) });
const announced = (contentType: string, fileName: string) => ({
  ...{ fileName, contentType, bytes: 1000 },
  sha256: createHash("sha256").update(fileName).digest("base64"),
});
const sheet = {
  file: await xlsx("Deltakere", [
    ["Navn", "E-post"],
    ["Cato Ceder", ""],
  ]),
};

function cohort(now: Instant) {
  const starts = plusSeconds(now, 60 * DAY);
  return {
    title: { nb: "Kull" },
    gatherings: [
      {
        title: { nb: "Oppstart" },
        venue: { name: "Eksempel hotell", address: "Eksempelveien 9, 5003 Bergen" },
        days: [{ dayId: "d1", startsAt: starts, endsAt: plusSeconds(starts, 6 * 3600) }],
      },
    ],
    ticketTypes: [
      { ticketTypeId: "ordinary", name: { nb: "Plass" }, price: 18_000_00, vatAllocation: VAT, who: "everyone" },
    ],
    signUpOpensAt: now,
    signUpClosesAt: plusSeconds(starts, -7 * DAY),
    namingDeadline: plusSeconds(starts, -DAY),
    cancellationDeadline: plusSeconds(starts, -14 * DAY),
  };
}

/** Requests that are right, for routes whose schema alone doesn't say what is: by the route's name, its body or its form's fields. */
export const recipes: Readonly<Record<string, Recipe>> = {
  "name-participant": participant,
  "name-participant-from-page": participantFields,
  "cancel-places": ({ side }) => ({ placeIds: [side.order.ids["placeId"]] }),
  "cancel-place-from-page": nothing,
  "cancel-goods": () => ({ lines: [1] }),
  "send-shipment": () => ({ lines: [{ line: 1, quantity: 1 }] }),
  "start-checkout-from-page": nothing,
  "extend-hold-from-page": nothing,
  "leave-from-page": nothing,
  "join-waiting-list": ({ fresh }) => ({ ...person(fresh), ticketTypeId: "ordinary" }),
  "accept-offer-from-page": ({ side, fresh }) => ({
    ...person(fresh),
    "goods-0": book,
    "expected-total": "95000",
    "buyer-name": side.holder.name,
    "buyer-email": side.holder.email,
  }),
  "make-quote": () => ({ goods: [{ productId: deck, quantity: 1 }] }),
  "place-order": ({ fresh }) => ({
    buyer: person(fresh),
    goods: [{ productId: deck, quantity: 1 }],
    deliveryAddress: { name: "Frida Ferskvann", ...ADDRESS },
    payment: "card",
    expectedTotal: 100_00 + 79_00,
  }),
  "request-mail-code": ({ fresh }) => ({ email: person(fresh).email }),
  "request-mail-code-from-page": ({ fresh }) => ({ email: person(fresh).email }),
  "prove-mail": ({ side }) => ({ email: side.holder.email, code: "123456" }),
  "prove-mail-from-page": ({ side }) => ({ email: side.holder.email, code: "123456" }),
  "open-account": ({ side }) => ({ email: side.holder.email, mailProof: side.mailProof }),
  "give-roles": ({ fresh }) => ({ email: person(fresh).email, roles: ["reviewer"] }),
  "send-agreement-enquiry": ({ fresh }) => ({ ...enquirer, ...person(fresh), wish: "Vi er 40." }),
  "send-agreement-enquiry-from-page": ({ fresh }) => ({
    ...{ organisation: SCHOOL.name, "organisation-number": SCHOOL.organisationNumber },
    ...{ ...person(fresh), wish: "Vi er 40." },
  }),
  "decline-agreement-enquiry": () => ({ reason: "Vi har ikke plass i år." }),
  "make-agreement": ({ now, fresh }) => ({
    organisation: SCHOOL,
    period: { from: norwegianDay(now) },
    contacts: [person(fresh)],
  }),
  "change-agreement": ({ now, side }) => ({
    organisation: SCHOOL,
    locale: "nb",
    period: { from: norwegianDay(now), to: norwegianDay(plusSeconds(now, 900 * DAY)) },
    seats: 6,
    prices: { trainerMaterial: 2000_00, book: 200_00, deck: 100_00 },
    contacts: [side.holder],
    version: 1,
  }),
  "end-agreement": ({ now }) => ({ lastDay: norwegianDay(plusSeconds(now, 800 * DAY)), version: 1 }),
  "plan-meeting": ({ now }) => ({ kind: "staff", time: time(now) }),
  "move-meeting": ({ now }) => ({ version: 1, time: time(now) }),
  "settle-meeting": () => ({ version: 1, status: "cancelled" }),
  "take-trainer-seat": ({ side, fresh }) => ({
    cohortId: side.agreement.ids["cohortId"],
    participant: person(fresh),
  }),
  "take-trainer-seat-from-page": traineeFields,
  "replace-participant": trainee,
  "replace-participant-from-page": traineeFields,
  "give-back-trainer-seat": nothing,
  "give-back-seat-from-page": nothing,
  "move-trainer-seat": ({ side }) => ({ cohortId: side.agreement.ids["cohortId"] }),
  "move-seat-from-page": ({ side }) => ({ cohort: side.agreement.ids["cohortId"] }),
  "order-materials": () => ({
    sets: [{ bookId: book, deckId: deck, employees: 4 }],
    deliveryAddress: { name: "Eksempel skole", ...ADDRESS },
  }),
  "order-materials-from-page": () => ({ [`employees-${book}`]: "4", deck }),
  "request-workplace-course": ({ now, fresh }) => ({
    what: "Styrkespotting",
    venue: { name: "Eksempel skole", address: "Eksempelveien 1, 5003 Bergen" },
    wishedOn: norwegianDay(plusSeconds(now, 60 * DAY)),
    participants: 20,
    contact: person(fresh),
    organisation: SCHOOL,
  }),
  "request-workplace-course-from-page": ({ now, fresh }) => ({
    ...{ what: "Styrkespotting", venue: "Eksempel skole", "venue-address": "Eksempelveien 1" },
    ...{ "wished-on": norwegianDay(plusSeconds(now, 60 * DAY)), participants: "20", ...person(fresh) },
    ...{ organisation: SCHOOL.name, "organisation-number": SCHOOL.organisationNumber, reference: "Kurs" },
    ...{ street: ADDRESS.street, "postal-code": ADDRESS.postalCode, city: ADDRESS.city },
  }),
  "quote-workplace-course": ({ now }) => ({
    ...{ title: { nb: "Styrkespotting" }, price: 12_000_00, vatAllocation: VAT, capacity: 30 },
    ...time(plusSeconds(now, 60 * DAY)),
    answerBy: plusSeconds(now, 30 * DAY),
  }),
  "decline-workplace-course": () => ({ reason: "Vi har ingen ledig." }),
  "order-workplace-course": quote,
  "order-workplace-course-from-page": quote,
  "turn-down-workplace-course": quote,
  "turn-down-workplace-course-from-page": quote,
  "list-workplace-participants": ({ fresh }) => ({ participants: [person(fresh)] }),
  "list-workplace-participants-of-spreadsheet": () => sheet,
  "list-workplace-participants-from-page": () => ({ participants: "Cato Ceder" }),
  "correct-workplace-participant": ({ fresh }) => person(fresh),
  "remove-workplace-participant": () => ({}),
  "correct-workplace-participant-from-page": ({ fresh }) => person(fresh),
  "remove-workplace-participant-from-page": () => ({}),
  "create-product": () => poster,
  "edit-product": () => ({ ...poster, version: 1 }),
  "publish-product": version,
  "withdraw-product": () => ({ version: 2 }),
  "adjust-stock": () => ({ reason: "received", change: 10 }),
  "create-offering": ({ now }) => offeringSeeds.festival(now),
  "edit-offering": ({ now }) => ({ ...offeringSeeds.festival(now), version: 1 }),
  "publish-offering": version,
  "cancel-offering": () => ({ version: 2, reason: { nb: "Kursholderen er syk." } }),
  "create-cohort": ({ now }) => cohort(now),
  "edit-cohort": ({ now }) => ({ ...cohort(now), version: 1 }),
  "change-participation-status": () => ({ status: "active" }),
  "describe-participant": () => ({ profession: "Lærer" }),
  "register-attendance": ({ side, now }) => ({
    marks: [{ placeId: side.participation.ids["placeId"], mark: "present", markedAt: now }],
  }),
  "place-in-groups": ({ side }) => ({
    version: 0,
    placings: [{ placeId: side.participation.ids["placeId"], group: 1 }],
  }),
  "add-document": ({ now }) => ({
    ...{ kind: "text", title: "Fra min praksis", datedOn: norwegianDay(now) },
    ...{ text: "Vi lette etter styrker.", noChildRecognisable: true },
  }),
  "add-essay": () => ({ file: announced("application/pdf", "oppgave.pdf"), noChildRecognisable: true }),
  "review-hand-in": ({ now }) => ({ decision: "approve", submittedAt: now }),
  "request-cohort-certificates": nothing,
  "replace-certificate": () => ({ name: "Dina Dalmark Berg", reason: "Nytt etternavn." }),
  "confirm-erasure": nothing,
  "confirm-erasure-from-page": nothing,
  "request-export": ({ side }) => ({ email: side.holder.email, mailProof: side.mailProof }),
  "request-erasure": ({ side }) => ({ email: side.holder.email, mailProof: side.mailProof }),
  "answer-survey-consent": () => ({ answer: "yes", form: "A", version: FIRST_CONSENT_TEXT.version }),
  "withdraw-survey-consent": nothing,
  "request-survey-link": nothing,
  "save-survey-step": () => ({ revision: "new", steps: "7", "score-strengths-own-used": "7" }),
  "request-personal-data-from-page": ({ side }) => ({ email: side.holder.email, kind: "export" }),
  "create-survey-form": () => FORM,
  "open-survey-study": ({ side }) => studyRequest(side.participation.ids["cohortId"] ?? ""),
  "revoke-certificate": () => ({ reason: "Feil person." }),
};
