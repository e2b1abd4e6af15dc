import { invariant } from "#kernel/domain-error";
import { type Grouping, groupingOf, type Member, sameAs } from "./grouping.ts";

export interface GroupsAsked {
  readonly count: number;
  /** How many a group is meant for. */
  readonly size: number;
  /** `even`: all groups, of the same size. `full`: as few groups as hold everybody, of the same size. */
  readonly fill: "even" | "full";
  /** The same number proposes the same again; another number may propose others that are as good. */
  readonly seed: number;
}

/** So many beginnings are tried, and the best result kept. */
const STARTS = 20;
/** Each is improved by so many rounds over all pairs, at most. */
const ROUNDS = 40;
/** Pairs looked at in all: 360 people take as long as they may, 36 a moment. */
const LOOKS = 6_000_000;

/**
 * Learning groups for all members: sizes differ by one at most, process leaders stay where they are and are otherwise one a
 * group, colleagues are kept apart wherever that can be, and professions, services and municipalities are spread as
 * evenly as a search of bounded length finds. Never worse than dealing people out in order.
 *
 * @returns each member's group, from 1, in the order of `members`
 */
export function proposeGroups(members: readonly Member[], asked: GroupsAsked): number[] {
  const groups = groupsFor(members, asked);
  const fixed = leadersPlaced(members, groups);
  const sizes = evenSizes(members.length, groups, fixed);
  const random = randomFrom(asked.seed);
  let looks = LOOKS;
  let best: Grouping | undefined;
  for (let start = 0; start < STARTS && looks > 0; start++) {
    const order = start === 0 ? members.map((_member, index) => index) : shuffled(byWorkplace(members), random, start);
    const grouping = groupingOf(members, groups, dealt(order, fixed, sizes));
    looks -= improved(grouping, fixed, looks);
    if (!best || grouping.cost() < best.cost()) best = grouping;
  }
  invariant(best !== undefined, "there is a first start");
  return Array.from(best.of, (group) => group + 1);
}

/** How many groups it takes; those that somebody is pinned to are among them. */
function groupsFor(members: readonly Member[], { count, size, fill }: GroupsAsked): number {
  const leaders = members.filter(({ processLeader }) => processLeader);
  const pinned = Math.max(0, ...leaders.map(({ group = 0 }) => group));
  const enough = fill === "even" ? count : Math.min(count, Math.ceil(members.length / size));
  return Math.max(1, pinned, Math.min(count, Math.max(enough, leaders.length)));
}

/** Process leaders where they are; those who are nowhere yet go to groups that have none. -1: anybody's to place. */
function leadersPlaced(members: readonly Member[], groups: number): number[] {
  const fixed = members.map(({ processLeader, group }) => (processLeader && group ? group - 1 : -1));
  for (const [index, { processLeader }] of members.entries()) {
    if (!processLeader || fixed[index] !== -1) continue;
    const led = Array.from({ length: groups }, (_none, group) => fixed.filter((each) => each === group).length);
    fixed[index] = led.indexOf(Math.min(...led));
  }
  return fixed;
}

/** Sizes that differ by one at most, unless more are pinned to a group than that; the larger where more are pinned. */
function evenSizes(members: number, groups: number, fixed: readonly number[]): number[] {
  const sizes = Array.from({ length: groups }, (_none, group) => fixed.filter((each) => each === group).length);
  for (let left = members - sizes.reduce((sum, size) => sum + size, 0); left > 0; left--) {
    const smallest = Math.min(...sizes);
    sizes[sizes.indexOf(smallest)] = smallest + 1;
  }
  return sizes;
}

/** Deals people out in order, one to each group that has room, around and around. */
function dealt(order: readonly number[], fixed: readonly number[], sizes: readonly number[]): number[] {
  const of = [...fixed];
  const room = sizes.map((size, group) => size - fixed.filter((each) => each === group).length);
  let next = 0;
  for (const member of order) {
    if (of[member] !== -1) continue;
    while ((room[next % room.length] ?? 0) <= 0) next++;
    const group = next % room.length;
    of[member] = group;
    room[group] = (room[group] ?? 0) - 1;
    next++;
  }
  return of;
}

/** The larger a workplace, the earlier, colleagues one after the other: dealt out so, they come apart. */
function byWorkplace(members: readonly Member[]): number[][] {
  const byPlace = Map.groupBy(members.keys(), (index) => sameAs(members[index]?.background.workplace) ?? `#${index}`);
  return [...byPlace.values()].sort((one, other) => other.length - one.length);
}

function shuffled(blocks: readonly number[][], random: () => number, start: number): number[] {
  // The first such start is the blocks as they are: the order in which colleagues surely come apart.
  const key = new Map(blocks.map((block) => [block, start === 1 ? 0 : random()]));
  return [...blocks]
    .sort((one, other) => other.length - one.length || (key.get(one) ?? 0) - (key.get(other) ?? 0))
    .flat();
}

/**
 * Lets members change places, and move from a larger group to a smaller one, as long as it helps. Process leaders stay.
 *
 * @returns how many pairs were looked at
 */
function improved(grouping: Grouping, fixed: readonly number[], most: number): number {
  const free = grouping.members.flatMap((_member, index) => (fixed[index] === -1 ? [index] : []));
  let looks = 0;
  for (let round = 0, better = true; better && round < ROUNDS && looks < most; round++) {
    better = false;
    for (const [at, one] of free.entries()) {
      for (let next = at + 1; next < free.length; next++) {
        const other = free[next] ?? one;
        if (grouping.of[one] === grouping.of[other]) continue;
        looks++;
        if (grouping.swapping(one, other) >= 0) continue;
        grouping.swap(one, other);
        better = true;
      }
      for (let group = 0; group < grouping.groups; group++) {
        const smaller = (grouping.sizes[group] ?? 0) < (grouping.sizes[grouping.of[one] ?? 0] ?? 0);
        if (!smaller || grouping.moving(one, group) >= 0) continue;
        grouping.move(one, group);
        better = true;
      }
    }
  }
  return looks;
}

/** Numbers from 0 to 1 that a seed always begins the same (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
