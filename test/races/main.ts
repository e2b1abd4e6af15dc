import { startVitest } from "vitest/node";
import { refuseName, typed } from "../../infra/operate/typed.ts";

// `npm run races`: runs every race many times, each time in another order. With --of only that one; --seed and --path as a
// failure prints them run it once more as it was, and print whose request came when.

const { values } = typed(`npm run races -- [--of "a place"] [--runs 50] [--seed 7 [--path 3]]`, {
  options: { runs: { type: "string" }, seed: { type: "string" }, path: { type: "string" }, of: { type: "string" } },
});
const { seed = `${Date.now() % 2 ** 31}`, path, of = "" } = values;
const { runs = path === undefined ? "50" : "1" } = values;

process.env["RACES_RUNS"] = runs;
process.env["RACES_SEED"] = seed;
if (path !== undefined) process.env["RACES_PATH"] = path;
console.log(`${runs} times, seed ${seed}`);
const testNamePattern = `race for ${of.replace(/\W/g, ".")}`;
const { state } = await startVitest("test", ["test/races"], { run: true, testNamePattern });

// Where no test has such a name, all of them are skipped, and Vitest calls that a success.
const suites = state.getTestModules().flatMap(({ children }) => [...children.suites()]);
const tests = suites.flatMap(({ children }) => [...children.allTests()]);
const races = suites.map(({ name }) => `"${name.replace("race for ", "")}"`);
if (tests.every((test) => test.result().state === "skipped")) refuseName("race", of, races);
