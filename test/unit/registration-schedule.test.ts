import { describe, expect, test } from "vitest";
import { type Instant, plusSeconds, toInstant } from "#kernel/clock";
import { mint } from "#kernel/id";
import { OfferingId } from "#kernel/ids";
import { systemRandom } from "#platform/random";
import { countNeeds } from "#registration/domain/catering";
import { dueTimes, movedTimes, type Scheduled } from "#registration/domain/schedule";

const day = (n: number): Instant => plusSeconds(toInstant(Date.UTC(2026, 10, 2, 9)), n * 86_400);

const offering: Scheduled = {
  offeringId: mint(OfferingId, systemRandom),
  status: "published",
  sessions: [
    { startsAt: day(30), endsAt: day(30) },
    { startsAt: day(20), endsAt: day(20) },
  ],
  namingDeadline: day(18),
  reminderHours: 48,
};

test("the reminder counts from the first session, deletion from the last, whatever their order", () => {
  expect(dueTimes(offering)).toEqual({
    "offering-reminder": day(18),
    "naming-reminder": day(15),
    "health-deletion": day(44),
  });
});

describe("a change of an offering", () => {
  test("plans anew only what is due at another time: nobody is reminded twice of the same", () => {
    expect(movedTimes(offering, { ...offering, status: "published" })).toEqual([]);
    expect(movedTimes(offering, { ...offering, namingDeadline: day(19) })).toEqual([["naming-reminder", day(16)]]);
  });

  test("publishing plans everything", () => {
    expect(movedTimes(undefined, offering)).toHaveLength(3);
  });
});

test("the caterer is told how many need what: same needs are counted together", () => {
  const answered = (...answers: string[]) => ({ answers: answers.map((answer) => ({ questionId: "diet", answer })) });
  expect(countNeeds([answered("Vegetar"), answered("vegetar ", "Nøtter"), answered("Melk")])).toEqual([
    { questionId: "diet", answer: "Vegetar", count: 2 },
    { questionId: "diet", answer: "Melk", count: 1 },
    { questionId: "diet", answer: "Nøtter", count: 1 },
  ]);
});
