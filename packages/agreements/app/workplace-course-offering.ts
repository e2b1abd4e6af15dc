import { OfferingDetails } from "#catalogue/ports/offering-edits";
import type { Instant } from "#kernel/clock";
import { TicketTypeId } from "#kernel/ids";
import { ZERO } from "#kernel/money";
import type { QuotedCourse } from "../domain/workplace-course.ts";

/** The only ticket type of a course at a workplace: paid for by the course's order, and taken by its list of participants. */
export const PARTICIPANT = TicketTypeId.parse("participant");

const REMINDER_HOURS = 48;

/** The offering that an ordered course becomes: at the organisation's own place, for whom it lists, and nobody else. */
export function offeringOf({ quote, venue }: QuotedCourse, now: Instant): OfferingDetails {
  const { title, capacity, startsAt, endsAt, vatAllocation } = quote;
  return OfferingDetails.parse({
    kind: "workplace-course",
    title,
    sessions: [{ startsAt, endsAt }],
    venue: { kind: "place", ...venue },
    capacity,
    ticketTypes: [
      {
        ticketTypeId: PARTICIPANT,
        name: { nb: "Deltaker", nn: "Deltakar", en: "Participant" },
        price: ZERO,
        vatAllocation,
        who: "own-workplace",
      },
    ],
    allotments: [],
    signUpOpensAt: now,
    signUpClosesAt: startsAt,
    namingDeadline: startsAt,
    cancellationDeadline: startsAt,
    includedGoods: [],
    questions: [],
    reminderHours: REMINDER_HOURS,
  });
}
