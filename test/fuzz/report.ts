import { errorCodes } from "#platform/http/problems/all";
import type { Fuzzed } from "./fuzz.ts";
import { NEVER_DONE } from "./occasions.ts";

type Counts = ReadonlyMap<number, number>;

/** What came of a run, in lines: each operation's answers, then how far it has come into the system. */
export function reported(worlds: readonly Fuzzed[]): string[] {
  const total = totalOf(worlds);
  const operations = [...total].map(([name, counts]) => {
    const told = [...counts].toSorted(([one], [other]) => one - other).map(([status, count]) => `${status}: ${count}`);
    return `${name.padEnd(46)}${told.join("  ")}`;
  });
  const answered = (fits: (status: number) => boolean) =>
    [...total.values()].filter((counts) => [...counts.keys()].some(fits)).length;
  const codes = new Set(worlds.flatMap((each) => [...each.codes]));
  const unheard = errorCodes.filter((code) => !codes.has(code));
  const sum = (of: (each: Fuzzed) => number) => worlds.reduce((all, each) => all + of(each), 0);
  return [
    ...operations,
    "",
    `${total.size} operations: ${answered(isDone)} done, ${answered(isRefused)} refused. Never done: ${listed(neverDone(total))}.`,
    `${errorCodes.length - unheard.length} of ${errorCodes.length} refusals told. Never told: ${listed(unheard)}.`,
    ...worlds.flatMap(({ notMade }) => notMade).map((each) => `No occasion: ${each}`),
    `${sum(({ requests }) => requests)} fuzz requests, ${sum(({ findings }) => findings.length)} findings.`,
  ];
}

/** Where the table of what is never done is wrong about a whole run. */
export function wrongInTable(worlds: readonly Fuzzed[], table = NEVER_DONE): string[] {
  const never = neverDone(totalOf(worlds));
  const unexplained = never.filter((name) => !Object.hasOwn(table, name));
  const stale = Object.keys(table).filter((name) => !never.includes(name));
  return [
    ...unexplained.map((name) => `${name} was never done: give it a recipe or an occasion, or say why in NEVER_DONE.`),
    ...stale.map((name) => `${name} stands in NEVER_DONE, and was done.`),
  ];
}

const isDone = (status: number) => status < 400;
const isRefused = (status: number) => status >= 400;

function neverDone(total: ReadonlyMap<string, Counts>): string[] {
  return [...total].filter(([, counts]) => ![...counts.keys()].some(isDone)).map(([name]) => name);
}

function totalOf(worlds: readonly Fuzzed[]): ReadonlyMap<string, Counts> {
  const total = new Map<string, Map<number, number>>();
  for (const { statuses } of worlds) {
    for (const [name, counts] of statuses) {
      const sum = total.get(name) ?? new Map<number, number>();
      for (const [status, count] of counts) sum.set(status, (sum.get(status) ?? 0) + count);
      total.set(name, sum);
    }
  }
  return total;
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.join(", ");
}
