import { type Calls, callsFor, faultKinds } from "#local/broken-call";
import { dice } from "#local/dice";
import type { Product } from "#test/product";

/** One call is broken in one of these ways, or messages and webhooks arrive twice, or those of several attempts twice and in any order. */
export const kinds = [...faultKinds, "double", "disorder"] as const;
export type Kind = (typeof kinds)[number];

/** The SDK asks again for these, and nobody may notice, so one hides no other: so many attempts break each call of a scenario once. */
const TOGETHER: Partial<Record<Kind, number>> = { throttle: 5 };

/** What is broken in one attempt: the kind, and which call, or which first; for disorder, which throw of the dice. */
export interface Point {
  readonly kind: Kind;
  readonly request: number;
}

/** Points that together break each call of an attempt that made these. */
export function pointsOf(kind: Kind, calls: Calls): Point[] {
  const count = countOf(kind, calls);
  return Array.from({ length: count }, (_none, index) => ({ kind, request: index + 1 }));
}

function countOf(kind: Kind, calls: Calls): number {
  if (kind === "double") return 1;
  if (kind === "disorder") return 2;
  return Math.min(callsFor(kind, calls), TOGETHER[kind] ?? Number.POSITIVE_INFINITY);
}

/** Lets it break from now on. */
export function arm({ faults, stripe }: Product, { kind, request }: Point, seed: number): void {
  const { switches } = faults;
  if (kind === "double") {
    faults.set({ ...switches, duplicateRate: 1 });
    stripe.control.deliveries({ duplicate: 1 });
  } else if (kind === "disorder") {
    faults.set({ ...switches, duplicateRate: 0.5, reorder: true, conflicts: true, seed: diceOf(seed, request) });
    stripe.control.deliveries({ duplicate: 1, reorder: true });
  } else faults.breakRequest({ kind, request, every: TOGETHER[kind] });
}

/** Nothing breaks any more. */
export function disarm({ faults, stripe }: Product): void {
  faults.set({ ...faults.switches, duplicateRate: 0, reorder: false, conflicts: false });
  faults.breakRequest();
  stripe.control.deliveries({});
}

/** The same in another order: the seed's. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const next = dice(seed);
  return items
    .map((item) => ({ item, at: next() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

function diceOf(seed: number, request: number): number {
  return seed * 1000 + request;
}
