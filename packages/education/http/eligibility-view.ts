import * as z from "zod";
import type { Listed } from "../app/list-eligibility.ts";
import { HandInStatus, Participation } from "../domain/participation.ts";

const Halves = z.int().min(0);
const dayIds = z.array(z.string());

/** Why somebody doesn't qualify (rule 5). */
const Because = z.discriminatedUnion("reason", [
  z.object({ reason: z.literal("withdrawn") }),
  z.object({ reason: z.literal("day-nobody-was-marked"), dayIds }),
  z.object({ reason: z.literal("unmarked-days"), dayIds }),
  z.object({ reason: z.literal("attendance-below-80-percent"), halves: Halves, held: z.int() }),
  z.object({ reason: z.literal("portfolio-not-approved"), status: HandInStatus }),
  z.object({ reason: z.literal("portfolio-needs-3-to-5-documents"), documents: z.int() }),
  z.object({ reason: z.literal("essay-not-approved"), status: HandInStatus }),
]);

export const EligibilityView = z.object({
  ...Participation.pick({ placeId: true, name: true, email: true, status: true, group: true }).shape,
  attendance: z.object({
    /** Halves of days attended: two are a day. */
    halves: Halves,
    held: z.int(),
    unmarked: dayIds,
  }),
  eligible: z.boolean(),
  /** Every reason why not; none for whoever qualifies. */
  because: z.array(Because),
});

export function eligibilityView({ participation, eligibility }: Listed): z.input<typeof EligibilityView> {
  const { eligible, attendance } = eligibility;
  return {
    ...participation,
    attendance: { ...attendance, unmarked: [...attendance.unmarked] },
    eligible,
    because: eligible
      ? []
      : eligibility.because.map((each) => ("dayIds" in each ? { ...each, dayIds: [...each.dayIds] } : each)),
  };
}
