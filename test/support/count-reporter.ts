import type { Reporter, TestModule } from "vitest/node";

/** Prints what the passing tests of a run have tried, all together: a green run says how much it is worth. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const totals = new Map<string, number>();
    const tests = modules.flatMap(({ children }) => [...children.allTests("passed")]);
    for (const [what, howMany] of tests.flatMap((test) => Object.entries(test.meta().counts ?? {}))) {
      totals.set(what, (totals.get(what) ?? 0) + howMany);
    }
    if (totals.size === 0) return;
    const lines = [...totals].sort().map(([what, howMany]) => `${String(howMany).padStart(9)} ${what}\n`);
    process.stdout.write(`\n Tried by the tests that passed\n${lines.join("")}\n`);
  }
}
