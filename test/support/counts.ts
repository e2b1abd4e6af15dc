import type { TestContext } from "vitest";

declare module "vitest" {
  interface TaskMeta {
    counts?: Readonly<Record<string, number>>;
  }
}

/**
 * Adds to what the run prints at its end, by `test/support/count-reporter.ts`: how many of a thing this test has tried.
 * The thing is named in the plural, in small letters: "fault points".
 */
export function count({ task }: Pick<TestContext, "task">, what: string, howMany: number): void {
  task.meta.counts = { ...task.meta.counts, [what]: (task.meta.counts?.[what] ?? 0) + howMany };
}
