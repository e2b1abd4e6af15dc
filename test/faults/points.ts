import { type Faults, faultKinds } from "#local/faults";

/** One request is broken in one of these ways, or messages arrive twice, or several attempts' messages twice and in any order. */
export const kinds = [...faultKinds, "double", "disorder"] as const;
export type Kind = (typeof kinds)[number];

/** What is broken in one attempt: the kind, and which request; for disorder, the dice's seed. */
export interface Point {
  readonly kind: Kind;
  readonly request: number;
}

const OTHER_COUNTS: Partial<Record<Kind, number>> = { double: 1, disorder: 3 };

/** Every point of a kind in an attempt that made so many requests. */
export function pointsOf(kind: Kind, { requests, transactions }: Faults["counted"]): Point[] {
  const count = { ...OTHER_COUNTS, conflict: transactions }[kind] ?? requests;
  return Array.from({ length: count }, (_none, index) => ({ kind, request: index + 1 }));
}

/** Lets it break from now on. */
export function arm(faults: Faults, { kind, request }: Point): void {
  const { switches } = faults;
  if (kind === "double") faults.set({ ...switches, duplicateRate: 1 });
  else if (kind === "disorder") faults.set({ ...switches, duplicateRate: 0.5, reorder: true, seed: request });
  else faults.breakRequest({ kind, request });
}

/** Nothing breaks any more. */
export function disarm(faults: Faults): void {
  faults.set({ ...faults.switches, duplicateRate: 0, reorder: false });
  faults.breakRequest();
}
