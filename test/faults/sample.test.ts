import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultKinds } from "#local/faults";
import { count } from "#test/counts";
import { type JourneyRun, openJourney } from "#test/journey";
import { pointsOf } from "./points.ts";
import { scenarios } from "./scenarios.ts";
import { type Case, sweep, unbroken } from "./sweep.ts";

// A few fault points of every scenario, always the same ones. `npm run faults` tries all of them.

let run: JourneyRun;
beforeAll(async () => {
  run = await openJourney();
}, 60_000);
afterAll(() => run?.stop());

/** Two kinds for each scenario in turn, at a request in the middle, so that all kinds and early and late requests come up. */
async function sampled(): Promise<Case[]> {
  const cases: Case[] = [];
  for (const [index, scenario] of Object.values(scenarios).entries()) {
    const whole = await unbroken(run, await scenario(run.walk(), 4));
    for (const turn of [0, 1]) {
      const kind = faultKinds[(index * 2 + turn) % faultKinds.length] ?? "after";
      const points = pointsOf(kind, whole.counted);
      const point = points[(index * 5 + turn * 3) % points.length];
      if (point) cases.push({ ...whole, point });
    }
  }
  return cases;
}

describe("with requests broken in every scenario", () => {
  test("nothing is lost or doubled, and the rules hold", { timeout: 120_000 }, async (test) => {
    const cases = await sampled();
    const { tried, failures, wrong } = await sweep(run, cases);
    expect({ failures, wrong }).toEqual({ failures: [], wrong: [] });
    count(test, "fault points", tried.length);
    expect(tried.length).toBeGreaterThanOrEqual(cases.length - 2);
  });
});
