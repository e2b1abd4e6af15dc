import { parseArgs } from "node:util";
import * as z from "zod";
import { openJourney } from "#test/journey";
import { type Kind, kinds, pointsOf } from "./points.ts";
import { scenarios } from "./scenarios.ts";
import { sweep, unbroken, verdicts } from "./sweep.ts";

// One scenario's whole sweep, in a process of its own: `npm run faults` runs two at a time.

/** So many attempts begin at most, with those that are tried alone because something was wrong. */
const MOST_ATTEMPTS = 250;

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
const counts: Partial<Record<Kind, number>> = {};
let failed = 0;

function tell(what: string): void {
  failed += 1;
  console.error(`  ${what.replaceAll("\n", "\n  ")}`);
}

async function sweepAll(): Promise<void> {
  const run = await openJourney();
  try {
    const scenario = scenarios[name];
    if (scenario === undefined) throw new Error(`There is no scenario ${name}.`);
    const whole = await unbroken(run, name, await scenario(run.walk(), MOST_ATTEMPTS));
    for (const kind of kinds) {
      if ((values.fault ?? kind) !== kind) continue;
      const started = performance.now();
      const points = pointsOf(kind, whole.counted).filter(
        ({ request }) => `${request}` === (values.request ?? `${request}`),
      );
      if (points.length === 0) continue;
      const swept = await sweep(
        run,
        points.map((point) => ({ ...whole, point })),
        seed,
      );
      const seconds = ((performance.now() - started) / 1000).toFixed(0).padStart(4);
      console.log(`${name.padEnd(24)}${kind.padEnd(16)}${`${swept.tried.length}`.padStart(4)} points ${seconds} s`);
      counts[kind] = swept.tried.length;
      for (const verdict of await verdicts(run, swept, seed)) tell(verdict);
    }
  } finally {
    await run.stop();
  }
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
