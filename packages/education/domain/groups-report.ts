import type { PlaceId } from "#kernel/ids";
import { type Grouping, groupingOf, type Member, MIXED_BY, type MixedBy, sameAs } from "./grouping.ts";

/** How well one value of an aspect is spread in a group. */
interface Spread {
  readonly aspect: MixedBy;
  /** How many different values the group has. */
  readonly different: number;
  /** How many of the group have said. */
  readonly of: number;
  /** The most of the group who have the same. */
  readonly mostAlike: number;
}

export interface GroupReport {
  readonly group: number;
  readonly placeIds: readonly PlaceId[];
  readonly processLeader?: PlaceId;
  readonly spreads: readonly Spread[];
  /** Pairs of colleagues in the group. */
  readonly colleagues: number;
}

export interface GroupsReport {
  /** From 0 to 100: 100 is as even as the numbers could ever allow, 0 is everybody alike in the same group. */
  readonly score: number;
  readonly colleagues: number;
  readonly groups: readonly GroupReport[];
}

/**
 * What can be said of an assignment.
 *
 * @param assigned each member's group, from 1, in the order of `members`; 0 or none: in no group
 */
export function reportOf(
  members: readonly Member[],
  groups: number,
  assigned: readonly (number | undefined)[],
): GroupsReport {
  const grouping = groupingOf(
    members,
    groups,
    assigned.map((group = 0) => group - 1),
  );
  return {
    score: scoreOf(members, grouping),
    colleagues: grouping.colleagues(),
    groups: Array.from({ length: groups }, (_none, index) => groupReport(members, assigned, index + 1)),
  };
}

function groupReport(
  members: readonly Member[],
  assigned: readonly (number | undefined)[],
  group: number,
): GroupReport {
  const inGroup = members.filter((_member, index) => assigned[index] === group);
  const leader = inGroup.find(({ processLeader }) => processLeader);
  return {
    group,
    placeIds: inGroup.map(({ placeId }) => placeId),
    ...(leader && { processLeader: leader.placeId }),
    spreads: MIXED_BY.map((aspect) => {
      const counts = countsOf(inGroup, aspect);
      const of = counts.reduce((sum, count) => sum + count, 0);
      return { aspect, different: counts.length, of, mostAlike: Math.max(0, ...counts) };
    }),
    colleagues: countsOf(inGroup, "workplace").reduce((pairs, count) => pairs + (count * (count - 1)) / 2, 0),
  };
}

/**
 * How far from alike to even the groups are, for each aspect, and of that the mean: squares of how many are alike in a
 * group, between the least they could be and the most.
 */
function scoreOf(members: readonly Member[], { sizes, of }: Grouping): number {
  const largest = Math.max(1, ...sizes);
  const used = Math.max(1, sizes.filter((size) => size > 0).length);
  const scores = ([...MIXED_BY, "workplace"] as const).flatMap((aspect) => {
    const placed = members.filter((_member, index) => (of[index] ?? -1) >= 0);
    const [least, most] = countsOf(placed, aspect).reduce(
      ([low, high], count) => [low + evenly(count, used), high + together(count, largest)],
      [0, 0],
    );
    if (least >= most) return [];
    const byGroup = Map.groupBy(members.keys(), (index) => of[index] ?? -1);
    byGroup.delete(-1);
    const is = [...byGroup.values()]
      .flatMap((indexes) =>
        countsOf(
          indexes.flatMap((index) => members[index] ?? []),
          aspect,
        ),
      )
      .reduce((sum, count) => sum + count * count, 0);
    return [Math.max(0, (most - is) / (most - least))];
  });
  if (scores.length === 0) return 100;
  return Math.round((100 * scores.reduce((sum, score) => sum + score, 0)) / scores.length);
}

/** Squares of `count` spread over so many groups. */
function evenly(count: number, groups: number): number {
  const each = Math.floor(count / groups);
  const more = count % groups;
  return more * (each + 1) ** 2 + (groups - more) * each ** 2;
}

/** Squares of `count` put together in groups of this size. */
function together(count: number, size: number): number {
  return Math.floor(count / size) * size ** 2 + (count % size) ** 2;
}

function countsOf(members: readonly Member[], aspect: MixedBy | "workplace"): number[] {
  const counts = new Map<string, number>();
  for (const { background } of members) {
    const value = sameAs(background[aspect]);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts.values()];
}
