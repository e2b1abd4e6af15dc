import { OfferingDetails } from "#catalogue/ports/offering-schemas";
import { refusal } from "#kernel/domain-error";
import { AllotmentId } from "#kernel/ids";
import { backgroundQuestions } from "../domain/background-questions.ts";
import { sessionsOf } from "../domain/calendar.ts";
import type { CohortRequest } from "./cohort-request.ts";

/** Of a cohort that is a municipality's own. */
const OWNER = AllotmentId.parse("owner");

/**
 * The offering that people sign up for to get into a cohort: its sessions are the days that are held.
 *
 * @throws DomainError `invalid-request` for what no offering may be, such as sign-up that closes after the first day
 */
export function offeringOfCohort(request: CohortRequest): OfferingDetails {
  const { title, description, gatherings, groups, places = groups.count * groups.size, ownedBy } = request;
  const [first] = gatherings;
  const details = OfferingDetails.safeParse({
    kind: "cohort",
    title,
    ...(description && { description }),
    sessions: sessionsOf({ gatherings }),
    venue: { kind: "place", ...first?.venue },
    capacity: places,
    ticketTypes: request.ticketTypes,
    allotments: ownedBy ? [{ allotmentId: OWNER, ...ownedBy, places }] : [],
    signUpOpensAt: request.signUpOpensAt,
    signUpClosesAt: request.signUpClosesAt,
    namingDeadline: request.namingDeadline,
    cancellationDeadline: request.cancellationDeadline,
    includedGoods: request.includedGoods,
    questions: [...backgroundQuestions, ...request.questions],
    reminderHours: request.reminderHours,
  });
  if (details.success) return details.data;
  const errors = details.error.issues.map(({ path, message }) => ({
    pointer: `/${["body", ...path].map(String).join("/")}`,
    message,
  }));
  throw refusal("invalid-request", { errors });
}
