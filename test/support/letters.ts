import { Instant } from "#kernel/clock";
import type { Locale } from "#kernel/locale";
import { kroner } from "#kernel/money";
import type { Seller } from "#kernel/seller";
import { splitPrice, taxInclusivePart } from "#kernel/vat";
import type { Attendance } from "#notifications/domain/attendance";
import type { Receipt } from "#notifications/domain/receipt";
import { certificateIssued } from "#notifications/domain/templates/certificate-issued";
import { certificateRevoked } from "#notifications/domain/templates/certificate-revoked";
import { documentRejected } from "#notifications/domain/templates/document-rejected";
import { erasureDone } from "#notifications/domain/templates/erasure-done";
import { exportReady } from "#notifications/domain/templates/export-ready";
import { goodsCancelled } from "#notifications/domain/templates/goods-cancelled";
import { handInApproved } from "#notifications/domain/templates/hand-in-approved";
import { handInReturned } from "#notifications/domain/templates/hand-in-returned";
import { mailCode } from "#notifications/domain/templates/mail-code";
import { namingReminder } from "#notifications/domain/templates/naming-reminder";
import { offerLapsed } from "#notifications/domain/templates/offer-lapsed";
import { offerMade } from "#notifications/domain/templates/offer-made";
import { offeringChanged } from "#notifications/domain/templates/offering-changed";
import { offeringReminder } from "#notifications/domain/templates/offering-reminder";
import { orderConfirmed } from "#notifications/domain/templates/order-confirmed";
import { orderExpired } from "#notifications/domain/templates/order-expired";
import { participationStarted } from "#notifications/domain/templates/participation-started";
import { placeCancelled } from "#notifications/domain/templates/place-cancelled";
import { placeConfirmed } from "#notifications/domain/templates/place-confirmed";
import { placesCancelled } from "#notifications/domain/templates/places-cancelled";
import { refunded } from "#notifications/domain/templates/refunded";
import { shipmentSent } from "#notifications/domain/templates/shipment-sent";
import { waitingListClosed } from "#notifications/domain/templates/waiting-list-closed";
import { waitingListJoined } from "#notifications/domain/templates/waiting-list-joined";
import { type ExampleLetter, lettersToOrganisations } from "./letters-to-organisations.ts";
import { surveyLetters } from "./survey-letters.ts";

const at = (text: string) => Instant.parse(text);
const DAY = "2027-03-22";

const seller: Seller = { name: "Eksempel kommune", organisationNumber: "100000008", vatRegistered: true };

const portfolioLink = "https://smart.example.no/cohorts/off_1/participants/plc_1/portfolio/page?key=abc";

/** A summer day and a winter day: Norway is two hours ahead of UTC on one, one hour on the other. */
export const meeting = {
  title: "Grunnkurs i Bergen",
  sessions: [
    { startsAt: at("2027-03-22T08:00:00.000Z"), endsAt: at("2027-03-22T14:30:00.000Z") },
    { startsAt: at("2027-06-01T07:00:00.000Z"), endsAt: at("2027-06-01T13:30:00.000Z") },
  ],
  venue: { kind: "place", name: "Eksempel skole", address: "Eksempelveien 1, 5003 Bergen" },
} as const;

const CERTIFICATE_LINK = "https://smart.example.no/certificates/crt_0123456789abcdefghjkmn";

const ANSWER_LINK = "https://smart.example.no/personal-data/exports/pdr_1/page?key=abc";

const online = { ...meeting, venue: { kind: "digital", link: "https://video.example.no/rom" } } as const;

const attendance: Attendance = {
  ...meeting,
  participants: ["Kari Eksempel", "Ŋilla Čáhppe"],
  unnamed: 1,
  namingDeadline: at("2027-03-19T08:00:00.000Z"),
  cancellationDeadline: at("2027-03-15T08:00:00.000Z"),
};

/** Norway.md's course of 950, a book and freight. */
export const receipt: Receipt = {
  orderNumber: "K7M4-9QXY",
  confirmedAt: at("2027-02-01T12:00:00.000Z"),
  payment: "card",
  seller,
  buyer: { name: "Kari Eksempel" },
  lines: [
    { title: "Grunnkurs i Bergen", quantity: 1, amount: kroner(950) },
    { title: "SMART oppvekst 3", quantity: 2, amount: kroner(400) },
  ],
  vat: [
    ...splitPrice(
      kroner(950),
      {
        version: "2026-1",
        shares: [
          { what: "teaching", category: "E", weight: 600 },
          { what: "serving", category: "S", weight: 900 },
        ],
      },
      DAY,
    ),
    taxInclusivePart("book", "Z", kroner(400), DAY),
  ],
  total: kroner(1350),
};

const school: Receipt = {
  ...receipt,
  payment: "invoice",
  buyer: {
    name: "Kari Eksempel",
    organisation: { name: "Eksempel skole", organisationNumber: "100000008", invoiceReference: "REF-42" },
  },
};

export const orderLink = "https://smart.example.no/orders/K7M4-9QXY/page?key=abc&lang=nb";
const entryLink = "https://smart.example.no/offerings/off_1/waiting-list/ent_1/page?key=abc&lang=nb";
const yearLink = "https://smart.example.no/cohorts/off_1/participants/plc_1/page?key=abc&lang=nb";
/** Each day where its gathering is. */
const year = {
  ...meeting,
  title: "Kull 5",
  sessions: meeting.sessions.map((session, index) => ({
    ...session,
    venue: { kind: "place" as const, name: `Eksempelhus ${index + 1}`, address: "Eksempelveien 2, 5003 Bergen" },
  })),
};
const order = { orderNumber: "K7M4-9QXY", buyerName: "Kari Eksempel", orderLink };

/** Every template, written from example data; what each must say in any language stands beside it. */
export const letters: readonly ExampleLetter[] = [
  {
    name: "order-confirmed, paid by card",
    write: (locale) =>
      orderConfirmed(
        {
          receipt,
          attendances: [attendance],
          deliveryAddress: "Kari Eksempel, Eksempelveien 1, 5003 Bergen",
          mayWithdraw: true,
          orderLink,
        },
        locale,
      ),
    says: [
      "K7M4-9QXY",
      "100 000 008 MVA",
      "950 kr",
      "1 350 kr",
      "456 kr",
      "114 kr",
      "25 %",
      "Ŋilla Čáhppe",
      "Eksempelveien 1",
      orderLink,
    ],
  },
  {
    name: "order-confirmed, on invoice",
    write: (locale) =>
      orderConfirmed({ receipt: school, attendances: [attendance], mayWithdraw: false, orderLink }, locale),
    says: ["Eksempel skole", "REF-42", "100000008"],
  },
  {
    name: "order-confirmed, free of charge",
    write: (locale) =>
      orderConfirmed(
        {
          receipt: { ...receipt, payment: "free", lines: [], vat: [], total: kroner(0) },
          attendances: [{ ...attendance, ...online, unnamed: 0 }],
          mayWithdraw: false,
          orderLink,
        },
        locale,
      ),
    says: ["https://video.example.no/rom"],
  },
  {
    name: "place-confirmed",
    write: (locale) => placeConfirmed({ participantName: "Ola Eksempel", buyerName: "Kari Eksempel", meeting }, locale),
    says: ["Ola Eksempel", "Kari Eksempel", "Eksempel skole"],
  },
  {
    name: "participation-started",
    write: (locale) => participationStarted({ name: "Ola Eksempel", meeting: year, link: yearLink }, locale),
    says: ["Ola Eksempel", "Kull 5", "Eksempelhus 1", "Eksempelhus 2", yearLink],
  },
  {
    name: "order-expired, what it was for being called off",
    write: (locale) => orderExpired({ ...order, calledOff: "Grunnkurs i Bergen" }, locale),
    says: ["Grunnkurs i Bergen", orderLink],
  },
  { name: "order-expired", write: (locale) => orderExpired(order, locale), says: ["K7M4-9QXY", orderLink] },
  {
    name: "shipment-sent",
    write: (locale) =>
      shipmentSent(
        {
          ...order,
          shipment: 2,
          lines: [{ title: "Styrkekort", quantity: 2 }],
          deliveryAddress: "Eksempelveien 1, 5003 Bergen",
          trackingNumber: "NO-123456",
          moreToCome: true,
        },
        locale,
      ),
    says: ["Styrkekort: 2", "Eksempelveien 1", "NO-123456"],
  },
  ...(["by-buyer", "by-administrator", "offering-cancelled"] as const).flatMap((why) => [
    {
      name: `places-cancelled, ${why}`,
      write: (locale: Locale) =>
        placesCancelled(
          {
            ...order,
            why,
            reason: why === "offering-cancelled" ? "Kursholderen er syk." : undefined,
            places: [{ title: meeting.title, participant: "Ola Eksempel" }, { title: meeting.title }],
            payment: "card",
            owedBack: kroner(1900),
            orderCancelled: false,
          },
          locale,
        ),
      says: ["Ola Eksempel", "1 900 kr", orderLink, ...(why === "offering-cancelled" ? ["Kursholderen er syk."] : [])],
    },
    {
      name: `place-cancelled, ${why}`,
      write: (locale: Locale) =>
        placeCancelled({ participantName: "Ola Eksempel", buyerName: "Kari Eksempel", why, meeting }, locale),
      says: ["Ola Eksempel", meeting.title],
    },
  ]),
  {
    name: "places-cancelled, on invoice, the last ones",
    write: (locale) =>
      placesCancelled(
        {
          ...order,
          why: "by-buyer",
          places: [{ title: meeting.title }],
          payment: "invoice",
          owedBack: kroner(950),
          orderCancelled: true,
        },
        locale,
      ),
    says: ["950 kr"],
  },
  {
    name: "goods-cancelled",
    write: (locale) =>
      goodsCancelled(
        {
          ...order,
          lines: [{ title: "Styrkekort", quantity: 2 }],
          payment: "card",
          owedBack: kroner(279),
          orderCancelled: false,
        },
        locale,
      ),
    says: ["Styrkekort: 2", "279 kr", orderLink],
  },
  { name: "refunded", write: (locale) => refunded({ ...order, amount: kroner(950) }, locale), says: ["950 kr"] },
  {
    name: "waiting-list-joined",
    write: (locale) =>
      waitingListJoined({ name: "Ola Eksempel", title: meeting.title, position: 7, entryLink }, locale),
    says: ["7", entryLink],
  },
  {
    name: "offer-made",
    write: (locale) =>
      offerMade({ name: "Ola Eksempel", meeting, until: at("2027-03-10T07:30:00.000Z"), entryLink }, locale),
    says: ["Ola Eksempel", entryLink, "10"],
  },
  {
    name: "offer-lapsed",
    write: (locale) => offerLapsed({ name: "Ola Eksempel", title: meeting.title }, locale),
    says: ["Ola Eksempel", meeting.title],
  },
  {
    name: "waiting-list-closed",
    write: (locale) => waitingListClosed({ name: "Ola Eksempel", title: meeting.title }, locale),
    says: ["Ola Eksempel", meeting.title],
  },
  {
    name: "naming-reminder",
    write: (locale) =>
      namingReminder(
        {
          buyerName: "Kari Eksempel",
          title: meeting.title,
          unnamed: 2,
          deadline: at("2027-03-19T08:00:00.000Z"),
          orderLink,
        },
        locale,
      ),
    says: ["2", orderLink],
  },
  {
    name: "offering-reminder",
    write: (locale) => offeringReminder({ name: "Ola Eksempel", meeting: online }, locale),
    says: ["https://video.example.no/rom"],
  },
  {
    name: "offering-changed",
    write: (locale) =>
      offeringChanged({ name: "Ola Eksempel", meeting, changed: ["dates", "venue"], orderLink }, locale),
    says: ["Eksempelveien 1", orderLink],
  },
  ...[false, true].map((replaces) => ({
    name: `certificate-issued${replaces ? ", in place of another" : ""}`,
    write: (locale: Locale) =>
      certificateIssued({ name: "Ŋilla Čáhppe", replaces, certificateLink: CERTIFICATE_LINK }, locale),
    says: ["Ŋilla Čáhppe", CERTIFICATE_LINK],
  })),
  {
    name: "certificate-revoked",
    write: (locale) => certificateRevoked({ name: "Ŋilla Čáhppe", certificateLink: CERTIFICATE_LINK }, locale),
    says: ["Ŋilla Čáhppe", CERTIFICATE_LINK],
  },
  {
    name: "document-rejected",
    write: (locale) =>
      documentRejected(
        { name: "Kari Eksempel", fileName: "referat.pdf", reason: "other-type", link: portfolioLink },
        locale,
      ),
    says: ["referat.pdf", portfolioLink],
  },
  {
    name: "hand-in-returned",
    write: (locale) => handInReturned({ name: "Kari Eksempel", kind: "portfolio", link: portfolioLink }, locale),
    says: [portfolioLink],
  },
  {
    name: "hand-in-approved",
    write: (locale) => handInApproved({ name: "Kari Eksempel", kind: "essay", link: portfolioLink }, locale),
    says: [portfolioLink],
  },
  {
    name: "export-ready",
    write: (locale) => exportReady({ until: at("2027-03-24T07:30:00.000Z"), answerLink: ANSWER_LINK }, locale),
    says: [ANSWER_LINK],
  },
  {
    name: "erasure-done",
    write: (locale) => erasureDone({ again: at("2027-06-01T07:30:00.000Z"), answerLink: ANSWER_LINK }, locale),
    says: [ANSWER_LINK],
  },
  {
    name: "mail-code",
    write: (locale) => mailCode({ code: "042137", validUntil: at("2027-03-10T07:30:00.000Z") }, locale),
    says: ["042137"],
  },
  ...lettersToOrganisations,
  ...surveyLetters,
];
