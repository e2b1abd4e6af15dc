import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const { LONG } = process.env;

/** The longest by far, a minute to ten seconds, in the order in which they begin. */
const LONGEST = [
  "fuzz/living-world",
  "journeys/journeys",
  "races/registration",
  "component/pages-order",
  "component/pages-survey",
  "faults/sample",
  "journeys/",
  "infra/cloudformation-rules",
  "races/",
  "component/pages-",
];

/** Begins with what takes longest, also in a fresh clone, where Vitest knows of no earlier run and goes by the files' sizes. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const found = LONGEST.findIndex((part) => moduleId.includes(`/test/${part}`));
  return found === -1 ? LONGEST.length : found;
}

export default defineConfig({
  test: {
    // `npm run test:long`: what would take `npm cit` beyond its five minutes.
    include: LONG ? ["test/**/*.long.ts"] : ["test/**/*.test.ts"],
    exclude: ["node_modules/**"],
    globalSetup: ["test/support/global-setup.ts"],
    reporters: ["default", "./test/support/count-reporter.ts"],
    pool: "threads",
    // Of 2, 3 and 4 on two cores, 3 end first: a product has threads of its own.
    maxWorkers: 3,
    // No core waits at the end for one long file.
    sequence: { sequencer: LongestFirst },
    // As a Lambda's warm environment does: modules are loaded once, and must not remember what another file did.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
