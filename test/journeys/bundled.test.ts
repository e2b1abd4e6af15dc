import { afterAll, beforeAll, expect, test } from "vitest";
import { journeys } from "#local/demo/journeys";
import { type JourneyRun, openJourney } from "#test/journey";

/** Bundling takes long on a busy machine. */
const PATIENCE = 120_000;

let run: JourneyRun;
beforeAll(async () => {
  run = await openJourney({ bundling: true });
}, PATIENCE);
afterAll(() => run.stop());

test("the basket's journey goes the same way on the bundles that are deployed", { timeout: PATIENCE }, async () => {
  await journeys.basket.walk(run.walk());
  await run.product.clock.advance(60); // every sweep has its turn
  await run.expectRulesHold();
  const walked = Object.values(run.product.functions()).filter(({ invocations }) => invocations > 0);
  expect(walked.length).toBeGreaterThan(8);
  const sweeps = Object.entries(run.product.functions()).filter(([entry]) => entry.endsWith("/sweep.ts"));
  expect(sweeps.filter(([, { invocations }]) => invocations === 0)).toEqual([]);
});
