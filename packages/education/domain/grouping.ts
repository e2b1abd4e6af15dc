import type { PlaceId } from "#kernel/ids";
import type { Background } from "./participation.ts";

/** Somebody to be put into a learning group. */
export interface Member {
  readonly placeId: PlaceId;
  readonly background: Background;
  /** The group they are in now, from 1. */
  readonly group?: number | undefined;
  readonly processLeader: boolean;
}

/** What groups are mixed by, and beside it the workplace: colleagues are kept apart before anything else. */
export const MIXED_BY = ["profession", "service", "municipality"] as const;
export type MixedBy = (typeof MIXED_BY)[number];

const ASPECTS = [...MIXED_BY, "workplace"] as const;

/** Group of each member by their index; -1 for nobody's yet. */
type Assignment = Int32Array;

/**
 * How uneven an assignment is, kept up to date as members move: for each aspect the squares of how many in a group have the
 * same value, summed. It is smallest when each value is spread as evenly as the numbers allow. One pair of colleagues in a
 * group weighs more than all else together can.
 */
export interface Grouping {
  readonly members: readonly Member[];
  readonly groups: number;
  readonly of: Assignment;
  readonly sizes: Int32Array;
  cost(): number;
  /** Pairs of colleagues in the same group. */
  colleagues(): number;
  /** What a move adds to the cost. */
  moving(member: number, to: number): number;
  /** What it adds that two change places. */
  swapping(one: number, other: number): number;
  move(member: number, to: number): void;
  swap(one: number, other: number): void;
}

/** How values are compared: as people write the same thing differently. */
export function sameAs(value: string | undefined): string | undefined {
  return value?.trim().toLowerCase().replace(/\s+/g, " ") || undefined;
}

export function groupingOf(members: readonly Member[], groups: number, start: ArrayLike<number>): Grouping {
  const of = Int32Array.from(start);
  const sizes = new Int32Array(groups);
  const aspects = ASPECTS.map((aspect) => valuesOf(members, aspect));
  const counts = aspects.map(({ values }) => new Int32Array(groups * values));
  const heaviest = MIXED_BY.length * members.length * members.length + 1;
  const weights = ASPECTS.map((aspect) => (aspect === "workplace" ? heaviest : 1));
  for (const [member, group] of of.entries()) if (group >= 0) count(member, group, 1);

  function count(member: number, group: number, change: 1 | -1): void {
    sizes[group] = at(sizes, group) + change;
    for (const [aspect, { values, of: value }] of aspects.entries()) {
      const index = group * values + at(value, member);
      const counted = counts[aspect];
      if (at(value, member) >= 0 && counted) counted[index] = at(counted, index) + change;
    }
  }

  /** What leaving `from` (-1: nowhere) for `to` adds, `but` one who goes the other way at once. */
  function added(member: number, from: number, to: number, but: number): number {
    let sum = 0;
    for (let aspect = 0; aspect < aspects.length; aspect++) {
      const { values, of: value } = aspects[aspect] ?? NO_VALUES;
      const counted = counts[aspect] ?? NOTHING;
      const own = at(value, member);
      if (own < 0 || (but >= 0 && at(value, but) === own)) continue;
      // From n to n - 1 of the same: n² - (n - 1)² = 2n - 1 less; from m to m + 1: 2m + 1 more.
      const more = 2 * at(counted, to * values + own) + 1;
      const less = from < 0 ? 0 : 2 * at(counted, from * values + own) - 1;
      sum += at(weights, aspect) * (more - less);
    }
    return sum;
  }

  const squares = (counted: ArrayLike<number>) => Array.from(counted).reduce((sum, each) => sum + each * each, 0);
  const grouping: Grouping = {
    members,
    groups,
    of,
    sizes,
    cost: () => counts.reduce((sum, counted, aspect) => sum + at(weights, aspect) * squares(counted), 0),
    colleagues: () => Array.from(counts.at(-1) ?? NOTHING).reduce((pairs, each) => pairs + (each * (each - 1)) / 2, 0),
    moving: (member, to) => added(member, at(of, member), to, -1),
    swapping: (one, other) =>
      added(one, at(of, one), at(of, other), other) + added(other, at(of, other), at(of, one), one),
    move(member, to) {
      if (at(of, member) >= 0) count(member, at(of, member), -1);
      of[member] = to;
      count(member, to, 1);
    },
    swap(one, other) {
      const [from, to] = [at(of, one), at(of, other)];
      grouping.move(one, to);
      grouping.move(other, from);
    },
  };
  return grouping;
}

interface Values {
  /** How many different ones there are. */
  readonly values: number;
  /** Each member's, as a number; -1 where nobody has said. */
  readonly of: Int32Array;
}

const NOTHING = new Int32Array(0);
const NO_VALUES: Values = { values: 0, of: NOTHING };

function valuesOf(members: readonly Member[], aspect: (typeof ASPECTS)[number]): Values {
  const numbers = new Map<string, number>();
  const of = members.map(({ background }) => {
    const value = sameAs(background[aspect]);
    if (value === undefined) return -1;
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  });
  return { values: numbers.size, of: Int32Array.from(of) };
}

function at(numbers: ArrayLike<number>, index: number): number {
  return numbers[index] ?? 0;
}
