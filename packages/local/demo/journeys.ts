import { abandoned } from "./journeys/abandoned.ts";
import { administration } from "./journeys/administration.ts";
import { basket } from "./journeys/basket.ts";
import { calledOff } from "./journeys/called-off.ts";
import { cancelled } from "./journeys/cancelled.ts";
import { certificates } from "./journeys/certificates.ts";
import { cohortCalendars } from "./journeys/cohort-calendars.ts";
import { cohortYear } from "./journeys/cohort-year.ts";
import { dayCourse } from "./journeys/day-course.ts";
import { festival } from "./journeys/festival.ts";
import { longTermAgreement } from "./journeys/long-term-agreement.ts";
import { materials } from "./journeys/materials.ts";
import { personalData } from "./journeys/personal-data.ts";
import { portfolio } from "./journeys/portfolio.ts";
import { reconciliation } from "./journeys/reconciliation.ts";
import { schoolOnInvoice } from "./journeys/school-on-invoice.ts";
import { survey } from "./journeys/survey.ts";
import { workplaceCourse } from "./journeys/workplace-course.ts";
import type { Walk } from "./walk.ts";

/** One way through the product, from beginning to end: says what happens, and fails where it is not what a user must see. */
export interface Journey {
  readonly title: string;
  readonly walk: (walk: Walk) => Promise<void>;
}

/** Every journey there is, in the order the demo shows them. */
export const journeys = {
  materials: { title: "Materials: books and card decks by card", walk: materials },
  "day-course": { title: "Day course: a place, a book of one's choice, and a waiting list", walk: dayCourse },
  festival: { title: "Festival: three kinds of tickets within one capacity", walk: festival },
  basket: { title: "Basket: goods and three places in one order, one named later", walk: basket },
  abandoned: { title: "Abandoned: an order that nobody pays for", walk: abandoned },
  cancelled: { title: "Cancelled: one of three places, in time", walk: cancelled },
  "school-on-invoice": { title: "School on invoice: five places, confirmed at once", walk: schoolOnInvoice },
  "workplace-course": {
    title: "Workplace course: asked for, quoted, ordered, and its participants listed",
    walk: workplaceCourse,
  },
  "personal-data": { title: "Personal data: seen, and erased but for what must be kept", walk: personalData },
  administration: { title: "Administration: lists, a smaller room, a new place", walk: administration },
  portfolio: { title: "Portfolio: files uploaded, turned away, kept and read", walk: portfolio },
  "called-off": { title: "Called off: a course that is not held after all", walk: calledOff },
  "long-term-agreement": {
    title: "Long-term agreement: six trainer seats over two cohorts, and 50 at once for the last",
    walk: longTermAgreement,
  },
  "cohort-year": {
    title: "A cohort's year: groups, attendance, portfolios, essays and certificates",
    walk: cohortYear,
  },
  "cohort-calendars": { title: "Other calendars: two-day gatherings, and ten days", walk: cohortCalendars },
  survey: { title: "Survey: what a cohort says over a year, and nobody can tell who said it", walk: survey },
  certificates: { title: "Certificates: issued, checked by anybody, replaced, revoked", walk: certificates },
  reconciliation: { title: "Reconciliation: everything counted again from the rows", walk: reconciliation },
} as const satisfies Readonly<Record<string, Journey>>;
