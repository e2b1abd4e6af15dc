import { afterAll, beforeAll, test } from "vitest";
import { journeys } from "#local/demo/journeys";
import { type JourneyRun, openJourney } from "#test/journey";

/** A busy machine starts a function's thread in seconds. */
const PATIENCE = 120_000;

let run: JourneyRun;
beforeAll(async () => {
  run = await openJourney();
}, PATIENCE);
afterAll(() => run.stop());

test("a cohort's survey, from consent to the closed study", { timeout: PATIENCE }, async () => {
  const walker = run.walk();
  await journeys.survey.walk(walker);
  await run.expectRulesHold();
  run.expectNobodyInLogs(walker);
});
