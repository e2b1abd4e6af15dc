import type { ErrorCode, ErrorDetails } from "#kernel/error-details";
import { agreementsProblems } from "./agreements.ts";
import { catalogueProblems } from "./catalogue.ts";
import { certificatesProblems } from "./certificates.ts";
import { educationProblems } from "./education.ts";
import { generalProblems } from "./general.ts";
import { orderingProblems } from "./ordering.ts";
import { paymentProblems } from "./payment.ts";
import { peopleProblems } from "./people.ts";
import type { ProblemRow, Problems } from "./problem-row.ts";
import { registrationProblems } from "./registration.ts";
import { surveyProblems } from "./survey.ts";

/** Exhaustive by type: a new code doesn't compile until it has a status and a text. */
const PROBLEMS: Problems<ErrorDetails> = {
  ...generalProblems,
  ...catalogueProblems,
  ...orderingProblems,
  ...paymentProblems,
  ...peopleProblems,
  ...registrationProblems,
  ...agreementsProblems,
  ...educationProblems,
  ...certificatesProblems,
  ...surveyProblems,
};

/** Every way to say no. */
export const errorCodes: readonly string[] = Object.keys(PROBLEMS);

export function problemRow<Code extends ErrorCode>(code: Code): ProblemRow<ErrorDetails[Code]> {
  return PROBLEMS[code];
}
