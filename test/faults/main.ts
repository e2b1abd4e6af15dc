import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import * as z from "zod";
import { startProduct } from "#test/product";
import { sharedFolder } from "#test/shared-folder";
import { refuseName, typed } from "../../infra/operate/typed.ts";
import { type Kind, kinds } from "./points.ts";
import { scenarios } from "./scenarios.ts";

// `npm run faults`: breaks every call of every scenario in every way. With --scenario, --fault and --request only what is
// named; --seed decides the order of what is tried, which messages come twice, and in which order they come.

const { values } = typed("npm run faults -- [--scenario cancelled] [--fault stripe-after] [--request 2] [--seed 7]", {
  options: {
    scenario: { type: "string" },
    seed: { type: "string", default: "1" },
    fault: { type: "string" },
    request: { type: "string" },
  },
});
const { scenario, fault } = values;
const names = Object.keys(scenarios);
if (scenario !== undefined && !names.includes(scenario)) refuseName("scenario", scenario, names);
if (fault !== undefined && !kinds.some((kind) => kind === fault)) refuseName("fault", fault, kinds);

const Told = z.object({ name: z.string(), counts: z.record(z.string(), z.number()), failed: z.int() });

/** A scenario is a process. One more than the machine's two cores: who was throttled waits before asking again. Four are no faster. */
const AT_ONCE = 3;
/** Threads that only collect garbage would take the cores from others that work. */
const execArgv = ["--single-threaded-gc"];
const started = performance.now();
const running = new Set<ChildProcess>();
const told: z.infer<typeof Told>[] = [];
const left = names.filter((name) => (scenario ?? name) === name);
let failed = 0;
let ending = false;

/** Sweeps scenarios one after the other, until none is left. */
async function work(): Promise<void> {
  for (let name = left.shift(); name !== undefined && !ending; name = left.shift()) {
    const options = Object.entries({ ...values, scenario: name }).flatMap(([option, value]) => [`--${option}`, value]);
    const child = fork(new URL("./one-scenario.ts", import.meta.url), options, {
      env: { ...process.env, SMART_SHARED_FOLDER: sharedFolder },
      execArgv,
    });
    running.add(child);
    let answer: z.infer<typeof Told> | undefined;
    child.on("message", (message) => {
      answer = Told.parse(message);
    });
    await once(child, "exit");
    running.delete(child);
    if (answer !== undefined) told.push(answer);
    else if (!ending)
      console.error(`  ${name} ended before its time\n  npm run faults -- --seed ${values.seed} --scenario ${name}`);
    failed += answer?.failed ?? 1;
  }
}

/** Ctrl-C ends what runs, each with its database engine, and then this process. */
function end(): void {
  ending = true;
  for (const child of running) child.kill();
}
process.on("SIGINT", end);
process.on("SIGTERM", end);

function sum(counts: readonly number[]): number {
  return counts.reduce((so, count) => so + count, 0);
}

const ofKind = (kind: Kind) => sum(told.map(({ counts }) => counts[kind] ?? 0));

console.log(`Seed ${values.seed}. The same seed breaks the same things in the same order: --seed ${values.seed}`);
// Builds what all of them share, once.
await (await startProduct()).stop();
await Promise.all(Array.from({ length: AT_ONCE }, work));

console.log("\nFault points by scenario");
for (const { name, counts } of told) console.log(`${`${sum(Object.values(counts))}`.padStart(6)}  ${name}`);
console.log("\nFault points by kind");
for (const kind of kinds) console.log(`${`${ofKind(kind)}`.padStart(6)}  ${kind}`);
const total = sum(kinds.map(ofKind));
const minutes = ((performance.now() - started) / 60_000).toFixed(1);
console.log(`\n${total} fault points in ${told.length} scenarios, seed ${values.seed}, ${minutes} minutes.`);
if (ending) console.log("Stopped before the end.");
else if (failed > 0) console.log(`${failed} failures.`);
else if (total === 0) console.log("None of its calls has that number, so nothing was broken.");
else console.log("Nothing was lost or doubled, and every rule holds.");
process.exitCode = failed === 0 && total > 0 && !ending ? 0 : 1;
