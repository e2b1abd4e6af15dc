import { beforeAll, describe, expect, test } from "vitest";
import { attendanceOf } from "#education/domain/eligibility";
import type { Participation } from "#education/domain/participation";
import { plusSeconds } from "#kernel/clock";
import { mint } from "#kernel/id";
import { type OfferingId, PlaceId } from "#kernel/ids";
import { systemRandom } from "#platform/random";
import { cohortRequest, type Education, openEducation } from "#test/cohort";
import { outcome } from "#test/line";

let education: Education;
let cohortId: OfferingId;
let everybody: readonly Participation[];
const present = ({ placeId }: Participation) => ({ placeId, mark: "present" as const });

beforeAll(async () => {
  education = await openEducation();
  ({ cohortId } = await education.cohort());
  const people = education.people(36);
  await education.signUp(cohortId, people.slice(0, 20));
  await education.signUp(cohortId, people.slice(20));
  await education.settleEvents();
  everybody = await education.everybody(cohortId);
  education.pass(28 * 86_400);
});

const one = async (placeId: PlaceId) => education.ports.participations.get({ cohortId, placeId });

describe("attendance", () => {
  test("of a whole day for 36 is one request, and the same request again changes nothing", async () => {
    expect(everybody).toHaveLength(36);
    const marks = everybody.map(present).map((each) => ({ ...each, markedAt: education.clock() }));
    expect((await education.mark(cohortId, "d1", marks)).recorded).toHaveLength(36);
    const after = await education.everybody(cohortId);
    expect(after.every(({ attendance }) => attendance["d1"]?.mark === "present")).toBe(true);
    expect((await education.mark(cohortId, "d1", marks)).unchanged).toHaveLength(36);
    expect(await education.everybody(cohortId)).toEqual(after);
  });

  test("is refused as a whole when one is a stranger, and says which", async () => {
    const stranger = mint(PlaceId, systemRandom);
    education.pass(7 * 86_400);
    const before = await education.everybody(cohortId);
    const given = [...before.slice(0, 3).map(present), { placeId: stranger, mark: "present" as const }];
    await expect(education.mark(cohortId, "d2", given)).rejects.toMatchObject({
      code: "participants-not-in-cohort",
      details: { placeIds: [stranger] },
    });
    expect(await education.everybody(cohortId)).toEqual(before);
  });

  test("waits for the day to come", async () => {
    const [first] = everybody.map(present);
    if (first) expect(await outcome(education.mark(cohortId, "d9", [first]))).toBe("course-day-not-yet");
    if (first) expect(await outcome(education.mark(cohortId, "d99", [first]))).toBe("not-found");
  });

  test("by two course leaders at once is all there", async () => {
    const [left, right] = [everybody.slice(0, 20), everybody.slice(16)];
    await Promise.all([left, right].map((part) => education.mark(cohortId, "d2", part.map(present))));
    const after = await education.everybody(cohortId);
    expect(after.filter(({ attendance }) => attendance["d2"])).toHaveLength(36);
    expect((await education.ports.cohorts.get(cohortId))?.markedDays).toEqual(["d1", "d2"]);
  });

  test("is corrected with a reason only, and the history keeps who, when and why", async () => {
    const [{ placeId } = { placeId: mint(PlaceId, systemRandom) }] = everybody;
    education.pass(60);
    const correction = { placeId, mark: "half" as const };
    expect(await outcome(education.mark(cohortId, "d1", [correction]))).toBe("correction-needs-reason");
    await education.mark(cohortId, "d1", [{ ...correction, reason: "Gikk til lunsj" }]);
    const history = await education.ports.histories.of({ cohortId, placeId });
    expect(history.map((entry) => (entry.what === "marked" ? [entry.dayId, entry.mark, entry.reason] : []))).toEqual([
      ["d1", "present", undefined],
      ["d2", "present", undefined],
      ["d1", "half", "Gikk til lunsj"],
    ]);
  });

  test("that comes late never takes the place of what was seen after it, and nobody sees the future", async () => {
    const [, { placeId } = { placeId: mint(PlaceId, systemRandom) }] = everybody;
    const at = education.pass(7 * 86_400);
    const mark = (how: "present" | "absent", seconds: number) =>
      education.mark(cohortId, "d3", [{ placeId, mark: how, markedAt: plusSeconds(at, seconds), reason: "Så feil" }]);
    await mark("absent", -10);
    expect((await mark("present", -20)).outdated).toEqual([placeId]);
    expect((await one(placeId))?.attendance["d3"]?.mark).toBe("absent");
    // A phone an hour ahead: its mark counts as seen now, so that it can be corrected.
    await mark("present", 3600);
    expect((await one(placeId))?.attendance["d3"]).toEqual({ mark: "present", markedAt: at });
  });

  test("keeps its day in the calendar, also when the day is called off", async () => {
    const cohort = await education.ports.cohorts.get(cohortId);
    if (!cohort) throw new Error("The cohort is there.");
    const change = (gatherings: typeof cohort.gatherings) =>
      outcome(
        education.changeCohort.edit(
          education.origin(),
          { cohortId, version: cohort.version },
          cohortRequest(plusSeconds(education.clock(), -42 * 86_400), { gatherings }),
        ),
      );
    expect(await change(cohort.gatherings.slice(1))).toBe("course-day-has-attendance");
    const off = cohort.gatherings.map((each, index) =>
      index === 0 ? { ...each, days: each.days.map((day) => ({ ...day, calledOff: true })) } : each,
    );
    expect(await change(off)).toMatchObject({ gatherings: off });
    const first = await one(everybody[0]?.placeId ?? mint(PlaceId, systemRandom));
    if (!first) throw new Error("Somebody was marked.");
    expect(first.attendance["d1"]).toBeDefined();
    expect(attendanceOf({ gatherings: off }, first).held).toBe(attendanceOf(cohort, first).held - 1);
  });
});
