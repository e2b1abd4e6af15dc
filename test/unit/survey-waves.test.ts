import { expect, test } from "vitest";
import { plusSeconds, toInstant } from "#kernel/clock";
import { type GatheringDays, planWaves, usualExtraAt } from "#survey/domain/plan-waves";
import { StudyId, type Wave } from "#survey/domain/study";

const DAY = 86_400;
const now = toInstant(Date.UTC(2026, 8, 1, 8));
const study = { studyId: StudyId.parse("sty_4z8m1kq7w2n9p3r5t6v0xa"), extraAt: ["d1"] };

/** A gathering of one day or more in a row, `after` days from now. */
function gathering(after: number, ids: readonly string[], calledOff = false): GatheringDays {
  const days = ids.map((dayId, index) => {
    const startsAt = plusSeconds(now, (after + index) * DAY);
    return { dayId, startsAt, endsAt: plusSeconds(startsAt, 6 * 3600), calledOff };
  });
  return { title: { nb: ids.join() }, days };
}

const planned = (gatherings: readonly GatheringDays[]) => [...planWaves(study, gatherings, [], now).add];
const at = (instant: string) => (Date.parse(instant) - Date.parse(now)) / 1000 / DAY;

test("a form opens with its gathering's first day and closes ten days after the last, or when the next begins", () => {
  const waves = planned([gathering(10, ["d1", "d2"]), gathering(15, ["d3"]), gathering(40, ["d4"])]);
  expect(
    waves.map(({ number, opensAt, remindsAt, closesAt, extra }) => [
      number,
      ...[opensAt, remindsAt, closesAt].map(at),
      extra,
    ]),
  ).toEqual([
    [1, 10, 13.125, 15, true],
    [2, 15, 18.25, 25.25, false],
    [3, 40, 43.25, 50.25, false],
  ]);
});

test("a gathering that is called off or over has no form", () => {
  expect(planned([gathering(-30, ["d1"]), gathering(10, ["d2"], true), gathering(20, ["d3"])])).toHaveLength(1);
});

test("a planned form moves with its gathering and goes with it; one that is open stays, and a number is never used again", () => {
  const [first, second] = planned([gathering(10, ["d1"]), gathering(30, ["d2"])]);
  const open: Wave[] = [first, second]
    .flatMap((wave) => wave ?? [])
    .map((wave, index) => ({ ...wave, status: index === 0 ? "open" : "planned" }));
  const plan = planWaves(study, [gathering(12, ["d1"]), gathering(33, ["d2"]), gathering(50, ["d3"])], open, now);
  expect(plan.change.map(({ before, after }) => [before.number, at(after.opensAt)])).toEqual([[2, 33]]);
  expect(plan.add.map(({ number }) => number)).toEqual([3]);
  expect(planWaves(study, [gathering(12, ["d1"])], open, now).drop.map(({ number }) => number)).toEqual([2]);
  const unchanged = planWaves(study, [gathering(10, ["d1"]), gathering(30, ["d2"])], open, now);
  expect([unchanged.add, unchanged.change, unchanged.drop]).toEqual([[], [], []]);
});

test.each([
  [1, ["d1"]],
  [2, ["d1", "d2"]],
  [5, ["d1", "d3", "d5"]],
  [8, ["d1", "d4", "d8"]],
])("of %i gatherings the extra form is asked at the first, the middle and the last", (count, expected) => {
  const gatherings = Array.from({ length: count }, (_none, index) => gathering(10 * index, [`d${index + 1}`]));
  expect(usualExtraAt(gatherings)).toEqual(expected);
});
