import type { StageName } from "../stages.ts";

/** What is typed to see what waits in a dead-letter queue, by the name that `deadLetterQueuesOf` has for it. */
export function showCommand(stage: StageName, name: string): string {
  return `npm run dead-letters -- --stage ${stage} --context ${name}`;
}

/** What is typed to put its messages back on the queue that they came from. */
export function redriveCommand(stage: StageName, name: string): string {
  return `${showCommand(stage, name)} --redrive`;
}

/** What is typed for messages that no queue takes: their facts lie in the table, by the day they are of. */
export function replayCommand(stage: StageName): string {
  return `npm run replay -- --stage ${stage} --day 2026-11-02`;
}
