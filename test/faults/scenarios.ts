import type { Scenario } from "./scenario.ts";
import { attendance } from "./scenarios/attendance.ts";
import { cardOrder } from "./scenarios/card-order.ts";
import { certificate } from "./scenarios/certificate.ts";
import { cohortSignUp } from "./scenarios/cohort-sign-up.ts";
import { practiceDocument } from "./scenarios/practice-document.ts";
import { trainerSeat } from "./scenarios/trainer-seat.ts";
import { workplaceQuote } from "./scenarios/workplace-quote.ts";

/** What is done while each request in turn breaks. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  "card-order": cardOrder,
  "trainer-seat": trainerSeat,
  "cohort-sign-up": cohortSignUp,
  attendance,
  "practice-document": practiceDocument,
  certificate,
  "workplace-quote": workplaceQuote,
};
