import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupingOf, type Member } from "#education/domain/grouping";
import { proposeGroups } from "#education/domain/propose-groups";
import { rebalanceGroups } from "#education/domain/rebalance-groups";
import { mint } from "#kernel/id";
import { PlaceId } from "#kernel/ids";
import { systemRandom } from "#platform/random";

const EVEN = { count: 6, size: 6, fill: "even", seed: 1 } as const;

function member(values: Partial<Member["background"]> = {}, more: Partial<Member> = {}): Member {
  return { placeId: mint(PlaceId, systemRandom), background: values, processLeader: false, ...more };
}

/** Members with few different values, so that colleagues and likes are many. */
const someMembers = (most: number, workplaces = 4) =>
  fc.array(
    fc
      .record({
        profession: fc.constantFrom("lærer", "barnehagelærer", "vernepleier"),
        service: fc.constantFrom("skole", "barnehage", "SFO"),
        municipality: fc.constantFrom("Eksempel", "Prøve"),
        workplace: fc.integer({ min: 1, max: workplaces }).map((number) => `Arbeidsplass ${number}`),
      })
      .map((background) => member(background)),
    { minLength: 1, maxLength: most },
  );

function sizesOf(groups: readonly number[], count: number): number[] {
  return Array.from({ length: count }, (_none, index) => groups.filter((group) => group === index + 1).length);
}

function costOf(members: readonly Member[], count: number, groups: readonly number[]): number {
  return groupingOf(
    members,
    count,
    groups.map((group) => group - 1),
  ).cost();
}

function colleagues(members: readonly Member[], count: number, groups: readonly number[]): number {
  return groupingOf(
    members,
    count,
    groups.map((group) => group - 1),
  ).colleagues();
}

describe("proposed groups", () => {
  test("differ by one at most in size, and the same seed proposes the same", () => {
    fc.assert(
      fc.property(someMembers(40), fc.integer({ min: 1, max: 8 }), fc.nat(), (members, count, seed) => {
        const asked = { count, size: 6, fill: "even", seed } as const;
        const groups = proposeGroups(members, asked);
        const sizes = sizesOf(groups, count);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(proposeGroups(members, asked)).toEqual(groups);
      }),
      { numRuns: 60 },
    );
  });

  test("are never worse than people dealt out in order", () => {
    fc.assert(
      fc.property(someMembers(40), fc.integer({ min: 1, max: 8 }), (members, count) => {
        const dealt = members.map((_member, index) => (index % count) + 1);
        const groups = proposeGroups(members, { count, size: 6, fill: "even", seed: 7 });
        expect(costOf(members, count, groups)).toBeLessThanOrEqual(costOf(members, count, dealt));
      }),
      { numRuns: 60 },
    );
  });

  test("keep colleagues apart as well as any groups of these sizes can, with process leaders pinned", () => {
    fc.assert(
      fc.property(someMembers(7, 3), fc.nat({ max: 3 }), fc.nat(), (some, leaders, seed) => {
        const count = Math.min(3, some.length);
        const members = some.map((each, index) =>
          index < Math.min(leaders, count) ? { ...each, processLeader: true, group: index + 1 } : each,
        );
        const groups = proposeGroups(members, { count, size: 6, fill: "even", seed });
        for (const [index, { processLeader, group }] of members.entries())
          if (processLeader) expect(groups[index]).toBe(group);
        expect(colleagues(members, count, groups)).toBe(fewestColleagues(members, count));
      }),
      { numRuns: 150 },
    );
  });

  test("have one process leader each, also of those who are in no group yet", () => {
    const members = Array.from({ length: 36 }, (_none, index) => member({}, { processLeader: index % 6 === 0 }));
    const groups = proposeGroups(members, EVEN);
    const led = groups.filter((_group, index) => members[index]?.processLeader);
    expect(led.toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("are as few as hold everybody when they are to be full", () => {
    const members = Array.from({ length: 25 }, () => member());
    expect(sizesOf(proposeGroups(members, { ...EVEN, fill: "full" }), 6)).toEqual([5, 5, 5, 5, 5, 0]);
    expect(sizesOf(proposeGroups(members, EVEN), 6)).toEqual([5, 4, 4, 4, 4, 4]);
  });

  test("spread a cohort of 36 as evenly as numbers allow, in a moment; 360 in two seconds", () => {
    const of = (people: number, values: number, name: string) =>
      Array.from({ length: people }, (_none, index) => `${name} ${Math.floor((index * values) / people)}`);
    const cohort = (people: number) => {
      const [professions, services, municipalities] = [
        of(people, 6, "yrke"),
        of(people, 4, "tjeneste"),
        of(people, 9, "kommune"),
      ];
      return professions.map((profession, index) =>
        member({
          profession,
          service: services[(index * 7) % people] ?? "",
          municipality: municipalities[(index * 11) % people] ?? "",
          workplace: `sted ${Math.floor(index / 3)}`,
        }),
      );
    };
    const members = cohort(36);
    const started = performance.now();
    const groups = proposeGroups(members, EVEN);
    expect(performance.now() - started).toBeLessThan(500);
    expect(colleagues(members, 6, groups)).toBe(0);
    // Professions 6 x 6, services 6 x (3, 3... ) and municipalities 4 each: one or two of each in a group.
    for (let group = 1; group <= 6; group++) {
      const inGroup = members.filter((_member, index) => groups[index] === group);
      expect(new Set(inGroup.map(({ background }) => background.profession)).size).toBeGreaterThanOrEqual(5);
    }
    const many = cohort(360);
    const begun = performance.now();
    proposeGroups(many, { count: 60, size: 6, fill: "even", seed: 1 });
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

function fewestColleagues(members: readonly Member[], count: number): number {
  const sizes = sizesOf(proposeGroups(members, { count, size: 6, fill: "even", seed: 0 }), count).toSorted();
  let fewest = Number.POSITIVE_INFINITY;
  const groups: number[] = [];
  (function place(index: number): void {
    if (index === members.length) {
      if (String(sizesOf(groups, count).toSorted()) !== String(sizes)) return;
      fewest = Math.min(fewest, colleagues(members, count, groups));
      return;
    }
    const each = members[index];
    const choices = each?.processLeader && each.group ? [each.group] : Array.from({ length: count }, (_n, i) => i + 1);
    for (const group of choices) {
      groups[index] = group;
      place(index + 1);
    }
  })(0);
  return fewest;
}

describe("re-balanced groups", () => {
  test("stay as they are while they are even", () => {
    const members = Array.from({ length: 34 }, (_none, index) => member({}, { group: (index % 6) + 1 }));
    expect(rebalanceGroups(members, 6, 10)).toEqual(members.map(({ group }) => group));
  });

  test("even out with the fewest moves, without moving a process leader, and no more than may", () => {
    fc.assert(
      fc.property(
        someMembers(36),
        fc.nat({ max: 6 }),
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 36, maxLength: 36 }),
        (some, limit, now) => {
          const members = some.map((each, index) => ({ ...each, group: now[index] ?? 1, processLeader: index < 3 }));
          const after = rebalanceGroups(members, 6, limit);
          const moved = members.filter(({ group }, index) => after[index] !== group);
          expect(moved.length).toBeLessThanOrEqual(limit);
          expect(moved.filter(({ processLeader }) => processLeader)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
    const members = [1, 1, 1, 1, 1, 2, 2, 2, 3].map((group) => member({}, { group }));
    const after = rebalanceGroups(members, 3, 10);
    expect(sizesOf(after, 3)).toEqual([3, 3, 3]);
    expect(members.filter(({ group }, index) => after[index] !== group)).toHaveLength(2);
  });

  test("take in who has no group, and part colleagues with what moves are left", () => {
    const members = [
      member({ workplace: "A" }, { group: 1 }),
      member({ workplace: "A" }, { group: 1 }),
      member({ workplace: "B" }, { group: 2 }),
      member({ workplace: "B" }),
    ];
    const after = rebalanceGroups(members, 2, 2);
    expect(colleagues(members, 2, after)).toBe(0);
    expect(colleagues(members, 2, rebalanceGroups(members, 2, 0))).toBe(2);
  });
});
