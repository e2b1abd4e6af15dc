import { parseArgs } from "node:util";
import { type JourneyRun, openJourney } from "#test/journey";
import { type Kind, kinds, type Point, pointsOf } from "./points.ts";
import type { Scenario } from "./scenario.ts";
import { scenarios } from "./scenarios.ts";
import { sweep, unbroken } from "./sweep.ts";

// `npm run faults`: breaks every request of every scenario in every way. With --scenario, --fault and --request only what is named.

const { values } = parseArgs({
  options: { scenario: { type: "string" }, fault: { type: "string" }, request: { type: "string" } },
});
const MOST_ATTEMPTS = 250;
const counts = new Map<Kind, number>();
let failed = 0;

/** One product for a scenario: the engine slows with every write. */
async function sweepAll(name: string, scenario: Scenario, run: JourneyRun): Promise<void> {
  const begin = await scenario(run.walk(), MOST_ATTEMPTS);
  const whole = await unbroken(run, begin);
  for (const kind of kinds) {
    if ((values.fault ?? kind) !== kind) continue;
    const started = Date.now();
    const points = pointsOf(kind, whole.counted).filter(
      ({ request }) => `${request}` === (values.request ?? `${request}`),
    );
    const swept = await sweep(
      run,
      points.map((point) => ({ ...whole, point })),
    );
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    console.log(
      `${name.padEnd(20)}${kind.padEnd(10)}${`${swept.tried.length}`.padStart(4)} points ${seconds.padStart(4)} s`,
    );
    counts.set(kind, (counts.get(kind) ?? 0) + swept.tried.length);
    for (const { point, because } of swept.failures) tell(name, point, because);
    if (swept.wrong.length === 0) continue;
    console.error(`  ${swept.wrong.join("\n  ")}`);
    // Whose fault it is shows only alone.
    for (const point of swept.tried) {
      const { wrong } = await sweep(run, [{ ...whole, point }]);
      if (wrong.length > 0) tell(name, point, wrong.join("; "));
    }
    failed += 1;
  }
}

function tell(name: string, { kind, request }: Point, because: string): void {
  failed += 1;
  console.error(`  ${because}\n  npm run faults -- --scenario ${name} --fault ${kind} --request ${request}`);
}

for (const [name, scenario] of Object.entries(scenarios)) {
  if ((values.scenario ?? name) !== name) continue;
  const run = await openJourney();
  try {
    await sweepAll(name, scenario, run);
  } finally {
    await run.stop();
  }
}
const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
console.log(`\n${total} fault points: ${[...counts].map(([kind, count]) => `${count} ${kind}`).join(", ")}.`);
console.log(failed === 0 ? "Nothing was lost or doubled, and every rule holds." : `${failed} failures.`);
process.exitCode = failed === 0 && total > 0 ? 0 : 1;
