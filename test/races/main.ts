import { parseArgs } from "node:util";
import { startVitest } from "vitest/node";

// `npm run races`: runs every race many times, each time in another order. With --of only that one; --seed and --path as a
// failure prints them run it once more as it was, and print whose request came when.

const { values } = parseArgs({
  options: { runs: { type: "string" }, seed: { type: "string" }, path: { type: "string" }, of: { type: "string" } },
});
const { seed = `${Date.now() % 2 ** 31}`, path, of = "" } = values;
const { runs = path === undefined ? "50" : "1" } = values;

process.env["RACES_RUNS"] = runs;
process.env["RACES_SEED"] = seed;
if (path !== undefined) process.env["RACES_PATH"] = path;
console.log(`${runs} times, seed ${seed}`);
await startVitest("test", ["test/races"], { run: true, testNamePattern: `race for ${of.replace(/\W/g, ".")}` });
