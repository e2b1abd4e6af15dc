import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.ts";

const { LONG } = process.env;

export default defineConfig({
  test: {
    // `npm run test:long`: what would take `npm cit` beyond its five minutes.
    include: LONG ? ["test/**/*.long.ts"] : ["test/**/*.test.ts"],
    exclude: ["node_modules/**"],
    globalSetup: ["test/support/global-setup.ts"],
    reporters: ["default", "./test/support/count-reporter.ts"],
    pool: "threads",
    maxWorkers: 4,
    // What takes longest begins first, so that no core waits for it at the end.
    sequence: { sequencer: LongestFirst },
    // As a Lambda's warm environment does: modules are loaded once, and must not remember what another file did.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
