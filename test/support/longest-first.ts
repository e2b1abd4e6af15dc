import { BaseSequencer, type TestSpecification } from "vitest/node";

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
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const found = LONGEST.findIndex((part) => moduleId.includes(`/test/${part}`));
  return found === -1 ? LONGEST.length : found;
}
