import * as z from "zod";
import { Instant } from "#kernel/clock";
import { OfferingId, PlaceId } from "#kernel/ids";
import { Answer } from "./place.ts";

/** One participant's answers about health, as they are kept: by the place, without a name. */
export const HealthRow = z.object({
  placeId: PlaceId,
  offeringId: OfferingId,
  answers: z.array(Answer),
  consentedAt: Instant,
});
export type HealthRow = z.infer<typeof HealthRow>;

export interface Need {
  readonly questionId: string;
  readonly answer: string;
  readonly count: number;
}

/** What the caterer is told: how many need what. The same need in other letters counts as the same. */
export function countNeeds(rows: readonly Pick<HealthRow, "answers">[]): Need[] {
  const needs = new Map<string, Need>();
  for (const { questionId, answer } of rows.flatMap(({ answers }) => answers)) {
    const same = `${questionId}\n${answer.trim().toLocaleLowerCase("nb")}`;
    const before = needs.get(same);
    needs.set(same, { questionId, answer: before?.answer ?? answer, count: (before?.count ?? 0) + 1 });
  }
  return [...needs.values()].toSorted(
    (a, b) => a.questionId.localeCompare(b.questionId) || b.count - a.count || a.answer.localeCompare(b.answer, "nb"),
  );
}
