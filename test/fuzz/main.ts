import { openJourney } from "#test/journey";
import { typed } from "../../infra/operate/typed.ts";
import { type Fuzzed, fuzzer } from "./fuzz.ts";
import { reported, wrongInTable } from "./report.ts";
import type { Written } from "./written.ts";

// `npm run fuzz`: asks every operation of the API's description for what is right and what is wrong. A request's number and
// the seed make the same request again: --seed 7 --request 1234 asks all of its world until that one, whose ids it may name.

/** So many requests are made in one world; then it is used up. */
const A_WORLD = 2500;

/** From so many requests on, whatever can be done has been. */
const WHOLE = 20_000;

const { values } = typed("npm run fuzz -- [--seed 7] [--requests 20000] [--request 1234]", {
  options: {
    seed: { type: "string", default: "1" },
    requests: { type: "string", default: "20000" },
    request: { type: "string" },
  },
});
const seed = Number(values.seed);
const only = values.request === undefined ? undefined : Number(values.request);
const end = only === undefined ? Number(values.requests) : only + 1;
const begin = only === undefined ? 0 : only - (only % A_WORLD);
const started = Date.now();
const worlds: Fuzzed[] = [];
for (let from = begin; from < end; from += A_WORLD) {
  const written: Written[] = [];
  const run = await openJourney({ onWrite: (write) => written.push(write) });
  try {
    const fuzz = await fuzzer(run, written);
    const fuzzed = await fuzz({ seed, from, to: Math.min(from + A_WORLD, end) });
    const findings = fuzzed.findings.filter(({ request }) => only === undefined || request === only);
    worlds.push({ ...fuzzed, findings });
    // A request without its occasion is another one than was found.
    for (const each of only === undefined ? [] : fuzzed.notMade) console.error(`  No occasion: ${each}`);
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    console.log(`${`${fuzzed.requests}`.padStart(6)} requests ${seconds.padStart(4)} s, seed ${seed}`);
    for (const { request, says } of findings) {
      console.error(`  ${says}\n    npm run fuzz -- --seed ${seed} --request ${request}`);
    }
  } finally {
    await run.stop();
  }
}
for (const line of only === undefined ? reported(worlds) : []) console.log(line);
const findings = worlds.reduce((sum, each) => sum + each.findings.length, 0);
const isWhole = only === undefined && worlds.reduce((sum, each) => sum + each.requests, 0) >= WHOLE;
const wrong = isWhole ? wrongInTable(worlds) : [];
for (const line of wrong) console.error(line);
process.exitCode = findings + wrong.length === 0 && worlds.length > 0 ? 0 : 1;
