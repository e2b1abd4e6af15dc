import { Instant } from "#kernel/clock";
import type { Letter } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { kroner } from "#kernel/money";
import { agreementStarted } from "#notifications/domain/templates/agreement-started";
import { enquiryDeclined } from "#notifications/domain/templates/enquiry-declined";
import { enquiryReceived } from "#notifications/domain/templates/enquiry-received";
import { seatsUnused } from "#notifications/domain/templates/seats-unused";
import { serviceCancelled } from "#notifications/domain/templates/service-cancelled";
import { workplaceCourseDeclined } from "#notifications/domain/templates/workplace-course-declined";
import { workplaceCourseQuoted } from "#notifications/domain/templates/workplace-course-quoted";
import { workplaceCourseRequested } from "#notifications/domain/templates/workplace-course-requested";

const at = (text: string) => Instant.parse(text);
const agreementLink = "https://smart.example.no/agreements/agr_x/page?key=k&lang=nb";

export interface ExampleLetter {
  readonly name: string;
  readonly write: (locale: Locale) => Letter;
  readonly says: readonly string[];
}

/** Letters to contacts of organisations: about agreements, and courses at their workplaces. */
export const lettersToOrganisations: readonly ExampleLetter[] = [
  {
    name: "workplace-course-requested",
    write: (locale) =>
      workplaceCourseRequested(
        {
          name: "Rut Eksempel",
          what: "Styrkespotting",
          venue: "Eksempel skole, Eksempelveien 1",
          wishedOn: "2027-04-12",
          participants: 25,
          courseLink: "https://bestilling.example.no/kurs",
        },
        locale,
      ),
    says: ["Rut Eksempel", "Styrkespotting", "2027", "25"],
  },
  {
    name: "workplace-course-quoted",
    write: (locale) =>
      workplaceCourseQuoted(
        {
          name: "Rut Eksempel",
          title: "Styrkespotting",
          session: { startsAt: at("2027-04-12T10:00:00.000Z"), endsAt: at("2027-04-12T13:00:00.000Z") },
          venue: "Eksempel skole, Eksempelveien 1",
          capacity: 30,
          price: kroner(12_000),
          answerBy: at("2027-03-01T11:00:00.000Z"),
          courseLink: "https://bestilling.example.no/kurs",
        },
        locale,
      ),
    says: ["Rut Eksempel", "Styrkespotting", "12 000 kr", "30"],
  },
  {
    name: "workplace-course-declined",
    write: (locale) =>
      workplaceCourseDeclined(
        { name: "Rut Eksempel", what: "Styrkespotting", reason: "Vi har ingen ledige dager." },
        locale,
      ),
    says: ["Styrkespotting", "Vi har ingen ledige dager."],
  },
  {
    name: "service-cancelled",
    write: (locale) =>
      serviceCancelled(
        {
          buyerName: "Rut Eksempel",
          title: "Styrkespotting",
          reason: "Kursholderen er syk.",
          payment: "invoice",
          owedBack: kroner(12_000),
          orderCancelled: true,
          orderLink: "https://bestilling.example.no/ordre",
        },
        locale,
      ),
    says: ["Styrkespotting", "Kursholderen er syk.", "12 000 kr"],
  },
  {
    name: "enquiry-received",
    write: (locale) => enquiryReceived({ name: "Rut Eksempel", organisation: "Eksempel skole" }, locale),
    says: ["Rut Eksempel", "Eksempel skole"],
  },
  {
    name: "enquiry-declined",
    write: (locale) =>
      enquiryDeclined({ name: "Rut Eksempel", organisation: "Eksempel skole", reason: "Fullt til høsten." }, locale),
    says: ["Eksempel skole", "Fullt til høsten."],
  },
  {
    name: "agreement-started",
    write: (locale) =>
      agreementStarted(
        {
          name: "Rut Eksempel",
          organisation: "Eksempel skole",
          from: "1. august 2027",
          to: "31. juli 2030",
          seats: 6,
          agreementLink,
        },
        locale,
      ),
    says: ["Eksempel skole", "31. juli 2030", ": 6", agreementLink],
  },
  {
    name: "seats-unused",
    write: (locale) =>
      seatsUnused(
        { name: "Rut Eksempel", organisation: "Eksempel skole", free: 2, to: "31. juli 2030", agreementLink },
        locale,
      ),
    says: ["2", "31. juli 2030", agreementLink],
  },
];
