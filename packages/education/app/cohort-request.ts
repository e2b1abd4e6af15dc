import * as z from "zod";
import { IncludedGoods, Question, TicketType } from "#catalogue/ports/offering-schemas";
import { Instant } from "#kernel/clock";
import { TicketTypeId } from "#kernel/ids";
import { StaffText } from "#kernel/locale";
import { calendarFaults } from "../domain/calendar.ts";
import { Cohort } from "../domain/cohort.ts";

/** The centre's own form: 6 groups of 6. */
const GROUPS = { count: 6, size: 6 };

/** A cohort as an administrator describes it: its calendar, its learning groups, and how people sign up for it. */
export const CohortRequest = z
  .strictObject({
    title: StaffText,
    description: StaffText.optional(),
    gatherings: Cohort.shape.gatherings,
    groups: Cohort.shape.groups.default(GROUPS),
    /** As many as the learning groups have, unless told: 36. */
    places: z.int().min(1).max(1000).optional(),
    /** Such as one for everybody, on invoice or by card, and one with `who: "agreement-seats"`. */
    ticketTypes: z.array(TicketType).min(1).max(10),
    /** For a cohort that is a municipality's own: every place is set aside, for those who have the key. */
    ownedBy: z.strictObject({ name: StaffText, ticketTypeId: TicketTypeId }).optional(),
    signUpOpensAt: Instant,
    signUpClosesAt: Instant,
    /** Until then another participant may come instead. */
    namingDeadline: Instant,
    cancellationDeadline: Instant,
    includedGoods: z.array(IncludedGoods).max(5).default([]),
    /** What is asked beside profession, service, municipality and workplace. */
    questions: z.array(Question).max(16).default([]),
    reminderHours: z
      .int()
      .min(1)
      .max(720)
      .default(7 * 24),
  })
  .superRefine(({ gatherings }, context) => {
    for (const { path, message } of calendarFaults(gatherings)) context.addIssue({ code: "custom", path, message });
  });
export type CohortRequest = z.infer<typeof CohortRequest>;
