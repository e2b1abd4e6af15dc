import { afterAll, beforeAll, describe, test } from "vitest";
import { journeys } from "#local/demo/journeys";
import { type JourneyRun, openJourney } from "#test/journey";

/** A busy machine starts a function's thread in seconds. */
const PATIENCE = 120_000;

describe("journeys", { timeout: PATIENCE }, () => {
  let run: JourneyRun;
  beforeAll(async () => {
    run = await openJourney();
  }, PATIENCE);
  afterAll(() => run.stop());

  const { survey: _inItsOwnFile, ...rest } = journeys;
  test.each(Object.entries(rest))("%s", async (_name, { walk }) => {
    const walker = run.walk();
    await walk(walker);
    await run.expectRulesHold();
    run.expectNobodyInLogs(walker);
  });
});
