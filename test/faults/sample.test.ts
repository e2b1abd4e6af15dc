import assert from "node:assert/strict";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultKinds } from "#local/broken-call";
import { count } from "#test/counts";
import { type JourneyRun, openJourney } from "#test/journey";
import { pointsOf } from "./points.ts";
import { scenarios } from "./scenarios.ts";
import { type Case, sweep, unbroken, verdicts } from "./sweep.ts";

// A few fault points of some scenarios, always the same ones. `npm run faults` tries all of them.

const SEED = 1;
/** So many points of each. */
const POINTS = 3;
const NAMES = ["card-order", "seat-taken", "practice-document"] as const;

let run: JourneyRun;
beforeAll(async () => {
  run = await openJourney();
}, 60_000);
afterAll(() => run?.stop());

/** Points of kinds that scenarios have in turn, at a call in the middle, so that all kinds and early and late calls come up. */
async function sampled(): Promise<Case[]> {
  const cases: Case[] = [];
  for (const [index, name] of NAMES.entries()) {
    const scenario = scenarios[name];
    assert.ok(scenario);
    const whole = await unbroken(run, name, await scenario(run.walk(), 2.5 * POINTS));
    const possible = faultKinds.filter((kind) => pointsOf(kind, whole.counted).length > 0);
    for (let turn = 0; turn < POINTS; turn += 1) {
      const kind = possible[(index * POINTS + turn) % possible.length] ?? "after";
      const points = pointsOf(kind, whole.counted);
      const point = points[(index * 5 + turn * 3) % points.length];
      if (point) cases.push({ ...whole, point });
    }
  }
  return cases;
}

describe("with calls broken in several scenarios", () => {
  test("nothing is lost or doubled, and the rules hold", { timeout: 240_000 }, async (test) => {
    const cases = await sampled();
    const swept = await sweep(run, cases, SEED);
    expect(await verdicts(run, swept, SEED)).toEqual([]);
    count(
      test,
      "fault points",
      swept.tried.reduce((sum, { broken }) => sum + broken, 0),
    );
    expect(swept.tried.length).toBeGreaterThanOrEqual(cases.length - 2);
  });
});
