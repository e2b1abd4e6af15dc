import { beforeEach, describe, expect, test } from "vitest";
import { arrangeGroupsUseCase } from "#education/app/arrange-groups";
import { registerAttendanceUseCase } from "#education/app/register-attendance";
import type { Cohort } from "#education/domain/cohort";
import type { Placing } from "#education/domain/groups";
import { groups } from "#education/store/groups";
import { mint } from "#kernel/id";
import { type OfferingId, PlaceId } from "#kernel/ids";
import { part } from "#kernel/transaction-part";
import { systemRandom } from "#platform/random";
import { COURSE_LEADER, cohortRequest, type Education, openEducation } from "#test/cohort";
import { outcome } from "#test/line";

let education: Education;
let cohortId: OfferingId;
let places: PlaceId[];
let arrange: ReturnType<typeof arrangeGroupsUseCase>;

beforeEach(async () => {
  education = await openEducation();
  ({ cohortId } = await education.cohort({ groups: { count: 3, size: 4 } }));
  await education.signUp(cohortId, education.people(12));
  await education.settleEvents();
  places = (await education.everybody(cohortId)).map(({ placeId }) => placeId);
  arrange = arrangeGroupsUseCase({ ...education.ports, groups: groups(education.table) });
});

const place = (version: number, placings: readonly Placing[]) =>
  outcome(arrange.place(education.origin(), cohortId, { version, placings: [...placings] }));
const at = (index: number) => {
  const found = places[index];
  if (!found) throw new Error("There are twelve.");
  return found;
};

describe("learning groups", () => {
  test("are proposed without a trace, saved as proposed, and changed by one at a time", async () => {
    const proposal = await arrange.propose(cohortId, { fill: "even", seed: 1 });
    expect(proposal.moves).toHaveLength(12);
    expect(proposal.report.colleagues).toBe(0);
    expect((await arrange.get(cohortId)).report.groups.flatMap(({ placeIds }) => placeIds)).toEqual([]);

    const saved = await Promise.all([place(0, proposal.moves), place(0, proposal.moves.toReversed())]);
    // The other is refused, or comes upon groups that are as it asked.
    expect(saved.filter((each) => typeof each !== "string" && each.changed === 12)).toHaveLength(1);
    expect((await arrange.get(cohortId)).report).toEqual(proposal.report);
    expect((await arrange.propose(cohortId, { fill: "even", seed: 1 })).moves).toEqual([]);
  });

  test("refuse strangers, who has left, a group that isn't there and a second process leader, with nothing half done", async () => {
    await place(0, [{ placeId: at(0), group: 1, processLeader: true }]);
    const one = { placeId: at(1), group: 2 };
    expect(await place(1, [one, { placeId: at(2), group: 4 }])).toBe("group-unknown");
    expect(await place(1, [one, { placeId: at(2), group: 1, processLeader: true }])).toBe("group-has-process-leader");
    const stranger = mint(PlaceId, systemRandom);
    expect(await place(1, [one, { placeId: stranger, group: 1 }])).toBe("participants-not-in-cohort");
    await education.changeParticipation.withdraw(education.origin(), { cohortId, placeId: at(2) }, COURSE_LEADER);
    expect(await place(1, [one, { placeId: at(2), group: 1 }])).toBe("participant-withdrawn");
    expect((await arrange.get(cohortId)).report.groups.map(({ placeIds }) => placeIds)).toEqual([[at(0)], [], []]);
  });

  test("that are made fewer leave nobody out of sight: who was in one that is gone gets another", async () => {
    const { moves } = await arrange.propose(cohortId, { fill: "even", seed: 1 });
    await place(0, moves);
    const inThird = moves.filter(({ group }) => group === 3).map(({ placeId }) => placeId);
    const request = cohortRequest(education.clock(), { groups: { count: 2, size: 6 }, places: 12 });
    await education.changeCohort.edit(education.origin(), { cohortId, version: 1 }, request);
    const rebalanced = await arrange.rebalance(cohortId, 0);
    expect(rebalanced.moves.map(({ placeId }) => placeId).toSorted()).toEqual(inThird.toSorted());
    expect(await place(rebalanced.version, rebalanced.moves)).toMatchObject({ changed: 4 });
    const { report } = await arrange.get(cohortId);
    expect(report.groups.map(({ placeIds }) => placeIds.length)).toEqual([6, 6]);
  });

  test("lose who leaves, and a re-balance moves one and no process leader", async () => {
    await place(0, (await arrange.propose(cohortId, { fill: "even", seed: 1 })).moves);
    const [first] = (await arrange.get(cohortId)).report.groups;
    const [leader, ...others] = first?.placeIds ?? [];
    if (!leader) throw new Error("The group has four.");
    await place(1, [{ placeId: leader, group: 1, processLeader: true }]);
    for (const placeId of others.slice(0, 2)) {
      await education.changeParticipation.withdraw(education.origin(), { cohortId, placeId }, COURSE_LEADER);
    }
    const { moves, version, report } = await arrange.rebalance(cohortId, 6);
    expect(moves).toHaveLength(1);
    expect(report.groups.map(({ placeIds }) => placeIds.length).toSorted()).toEqual([3, 3, 4]);
    expect(await place(version, moves)).toMatchObject({ changed: 1 });
    expect((await arrange.get(cohortId)).report.groups[0]?.processLeader).toBe(leader);
  });
});

/** An administrator takes the first gathering out of the calendar. */
async function withoutFirstDay({ gatherings, groups, version }: Cohort): Promise<void> {
  const offering = await education.ports.edits.get(cohortId);
  if (!offering) throw new Error("The cohort has its offering.");
  const { signUpOpensAt, signUpClosesAt, namingDeadline, cancellationDeadline } = offering;
  const deadlines = { signUpOpensAt, signUpClosesAt, namingDeadline, cancellationDeadline };
  const request = cohortRequest(education.clock(), { gatherings: gatherings.slice(1), groups, ...deadlines });
  await education.changeCohort.edit(education.origin(), { cohortId, version }, request);
}

/** A day is removed from the calendar while its first mark is registered; answers what the cohort and its people have then. */
async function removedWhileMarked(kept: "by the cohort's row" | "by nothing") {
  education.pass(28 * 86_400);
  const before = await education.ports.cohorts.get(cohortId);
  if (!before) throw new Error("The cohort is there.");
  const { cohorts } = education.ports;
  let first = true;
  const register = registerAttendanceUseCase({
    ...education.ports,
    cohorts: {
      ...cohorts,
      ...(kept === "by nothing" && { markedOn: () => part([]), unchanged: () => part([]) }),
      async get(asked) {
        const read = await cohorts.get(asked);
        if (first) {
          first = false;
          await withoutFirstDay(before);
        }
        return read;
      },
    },
  });
  const mark = { placeId: at(0), mark: "present" as const, markedAt: education.clock() };
  const answer = await outcome(
    register(education.origin(), { cohortId, dayId: "d1" }, { marks: [mark] }, COURSE_LEADER),
  );
  const marked = (await education.everybody(cohortId)).some(({ attendance }) => attendance["d1"]);
  return { answer, marked };
}

test("a day that is removed while it is marked is not marked", async () => {
  expect(await removedWhileMarked("by the cohort's row")).toEqual({ answer: "not-found", marked: false });
});

test("negative control: without the cohort's row in the transaction, attendance stands on a day that isn't there", async () => {
  expect(await removedWhileMarked("by nothing")).toMatchObject({ marked: true });
});
