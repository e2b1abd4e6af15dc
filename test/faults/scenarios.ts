import type { Scenario } from "./scenario.ts";
import { courseMoved, parcel } from "./scenarios/administration.ts";
import { agreementMade, materials, seatsUnused } from "./scenarios/agreement.ts";
import { attendance } from "./scenarios/attendance.ts";
import { cardOrder } from "./scenarios/card-order.ts";
import { certificateIssued, certificateReplaced, certificateRevoked } from "./scenarios/certificate.ts";
import { cohortSignUp } from "./scenarios/cohort-sign-up.ts";
import { handIn } from "./scenarios/hand-in.ts";
import { learningGroups } from "./scenarios/learning-groups.ts";
import { calledOff, calledOffUnpaid, cancelled } from "./scenarios/money-back.ts";
import { night } from "./scenarios/night.ts";
import { erased, exported } from "./scenarios/personal-data.ts";
import { infectedDocument, practiceDocument } from "./scenarios/practice-document.ts";
import { cohortTicket, employeeTicket, invoiceOrder } from "./scenarios/proved.ts";
import { allergyForgotten, named, namingReminded, reminded } from "./scenarios/reminders.ts";
import { surveyAnswered } from "./scenarios/survey.ts";
import { seatReturned, seatTaken } from "./scenarios/trainer-seat.ts";
import { abandoned, extended, paidLate, refusedLate } from "./scenarios/unpaid.ts";
import { joined, lapsed, offered, taken } from "./scenarios/waiting-list.ts";
import { workplaceList, workplaceQuote, workplaceRequest } from "./scenarios/workplace-course.ts";

const nights = ["functions/people/sweep.ts", "functions/reconciliation/sweep.ts"];
const withNights = new Set(["night", "erased", "exported"]);

/** The schedules that don't run meanwhile: each night's walks through all rows would be the same calls again in most scenarios. */
export function unscheduledIn(scenario: string): readonly string[] {
  return withNights.has(scenario) ? [] : nights;
}

/** What is done while each call in turn breaks; the longest first, so that three at a time end together. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  "called-off": calledOff,
  "called-off-unpaid": calledOffUnpaid,
  night,
  erased,
  exported,
  "survey-answered": surveyAnswered,
  "allergy-forgotten": allergyForgotten,
  "naming-reminded": namingReminded,
  reminded,
  "certificate-issued": certificateIssued,
  "certificate-replaced": certificateReplaced,
  "certificate-revoked": certificateRevoked,
  "seat-taken": seatTaken,
  "seat-returned": seatReturned,
  "offer-lapsed": lapsed,
  "hand-in": handIn,
  "learning-groups": learningGroups,
  "card-order": cardOrder,
  abandoned,
  extended,
  "paid-late": paidLate,
  "refused-late": refusedLate,
  cancelled,
  parcel,
  "line-joined": joined,
  "place-offered": offered,
  "offer-taken": taken,
  "invoice-order": invoiceOrder,
  "employee-ticket": employeeTicket,
  "cohort-ticket": cohortTicket,
  "course-moved": courseMoved,
  "agreement-made": agreementMade,
  "agreement-materials": materials,
  "seats-unused": seatsUnused,
  "workplace-request": workplaceRequest,
  "workplace-quote": workplaceQuote,
  "workplace-list": workplaceList,
  "cohort-sign-up": cohortSignUp,
  named,
  attendance,
  "practice-document": practiceDocument,
  "infected-document": infectedDocument,
};
