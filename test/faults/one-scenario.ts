import { parseArgs } from "node:util";
import * as z from "zod";
import type { Calls } from "#local/broken-call";
import { openJourney } from "#test/journey";
import { type Kind, kinds, type Point, pointsOf, shuffled } from "./points.ts";
import { scenarios, unscheduledIn } from "./scenarios.ts";
import { sweep, unbroken, verdicts } from "./sweep.ts";

// One scenario's whole sweep, in a process of its own: `npm run faults` runs three at a time.

const { values } = parseArgs({
  options: {
    scenario: { type: "string" },
    seed: { type: "string" },
    fault: { type: "string" },
    request: { type: "string" },
  },
});
const seed = z.coerce.number().int().parse(values.seed);
const name = values.scenario ?? "";

/** So many cases share a product: rows pile up, and where all of them are walked through, each takes the longer. */
const CASES_A_PRODUCT = unscheduledIn(name).length === 0 ? 25 : 100;
/** So many attempts begin in a product at most, with those that are tried alone because something was wrong. */
const MOST_ATTEMPTS = 2.5 * CASES_A_PRODUCT;

const counts: Partial<Record<Kind, number>> = {};
let failed = 0;

function tell(what: string): void {
  failed += 1;
  console.error(`  ${what.replaceAll("\n", "\n  ")}`);
}

/** What is asked for of an attempt that makes these calls, in the seed's order. */
function pointsAsked(counted: Calls): Point[] {
  const asked = kinds.filter((kind) => (values.fault ?? kind) === kind).flatMap((kind) => pointsOf(kind, counted));
  return shuffled(
    asked.filter(({ request }) => `${request}` === (values.request ?? `${request}`)),
    seed,
  );
}

/** Sweeps a product's share of the points, all of them when none are told; answers those that are left. */
async function sweepSome(told?: readonly Point[]): Promise<readonly Point[]> {
  const started = performance.now();
  const run = await openJourney({ unscheduled: unscheduledIn(name) });
  try {
    const scenario = scenarios[name];
    if (scenario === undefined) throw new Error(`There is no scenario ${name}.`);
    const whole = await unbroken(run, name, await scenario(run.walk(), MOST_ATTEMPTS), { all: name === "night" });
    const points = told ?? pointsAsked(whole.counted);
    const cases = points.slice(0, CASES_A_PRODUCT).map((point) => ({ ...whole, point }));
    const swept = await sweep(run, cases, seed);
    for (const { point, broken } of swept.tried) counts[point.kind] = (counts[point.kind] ?? 0) + broken;
    const seconds = ((performance.now() - started) / 1000).toFixed(0).padStart(4);
    const broken = swept.tried.reduce((sum, tried) => sum + tried.broken, 0);
    console.log(`${name.padEnd(24)}${`${broken}`.padStart(4)} points ${seconds} s`);
    for (const verdict of await verdicts(run, swept, seed)) tell(verdict);
    return points.slice(CASES_A_PRODUCT);
  } finally {
    await run.stop();
  }
}

async function sweepAll(): Promise<void> {
  for (let left = await sweepSome(); left.length > 0; ) left = await sweepSome(left);
}

// The database engine ends with this process, however it ends.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1));
process.on("disconnect", () => process.exit(1));
await sweepAll().catch((error: unknown) => {
  tell(`${String(error instanceof Error ? error.stack : error)}\nnpm run faults -- --seed ${seed} --scenario ${name}`);
});
process.send?.({ name, counts, failed });
process.disconnect?.();
process.exitCode = failed === 0 ? 0 : 1;
