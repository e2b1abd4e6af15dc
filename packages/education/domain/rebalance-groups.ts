import { type Grouping, groupingOf, type Member } from "./grouping.ts";

/**
 * Groups after somebody has left or come, with as few moves as even them out: who has no group gets one, then people move
 * from the largest groups to the smallest until sizes differ by one at most, and what is left of `moves` keeps colleagues
 * apart. Process leaders stay where they are.
 *
 * @param moves how many who have a group may move at most
 * @returns each member's group, from 1, in the order of `members`
 */
export function rebalanceGroups(members: readonly Member[], groups: number, moves: number): number[] {
  const grouping = groupingOf(
    members,
    groups,
    members.map(({ group }) => (group ?? 0) - 1),
  );
  for (const [index, { group }] of members.entries()) {
    if (group === undefined)
      grouping.move(
        index,
        best(smallest(grouping), (to) => grouping.moving(index, to)),
      );
  }
  let left = moves;
  while (left > 0 && evenOut(grouping)) left--;
  while (left > 1 && partColleagues(grouping)) left -= 2;
  return Array.from(grouping.of, (group) => group + 1);
}

/** Moves the one who fits best from a largest group to a smallest one; false when sizes are even. */
function evenOut(grouping: Grouping): boolean {
  const { sizes, members } = grouping;
  const largest = Math.max(...sizes);
  if (largest - Math.min(...sizes) < 2) return false;
  const targets = smallest(grouping);
  const candidates = members.flatMap(({ processLeader }, member) =>
    !processLeader && sizes[grouping.of[member] ?? 0] === largest ? targets.map((to) => ({ member, to })) : [],
  );
  if (candidates.length === 0) return false;
  const { member, to } = best(candidates, (each) => grouping.moving(each.member, each.to));
  grouping.move(member, to);
  return true;
}

/** Lets two change places who thereby part colleagues; false when none do. */
function partColleagues(grouping: Grouping): boolean {
  if (grouping.colleagues() === 0) return false;
  const free = grouping.members.flatMap(({ processLeader }, member) => (processLeader ? [] : [member]));
  const pairs = free.flatMap((one) =>
    free.filter((other) => other > one && grouping.of[one] !== grouping.of[other]).map((other) => ({ one, other })),
  );
  if (pairs.length === 0) return false;
  const { one, other } = best(pairs, (pair) => grouping.swapping(pair.one, pair.other));
  const before = grouping.colleagues();
  grouping.swap(one, other);
  if (grouping.colleagues() < before) return true;
  grouping.swap(one, other);
  return false;
}

function smallest({ sizes }: Grouping): number[] {
  const least = Math.min(...sizes);
  return Array.from(sizes.keys()).filter((group) => sizes[group] === least);
}

/** The first of those that cost least. */
function best<Choice>(choices: readonly Choice[], costOf: (choice: Choice) => number): Choice {
  const [first, ...rest] = choices.map((choice) => ({ choice, cost: costOf(choice) }));
  if (!first) throw new RangeError("There is something to choose from.");
  return rest.reduce((least, each) => (each.cost < least.cost ? each : least), first).choice;
}
