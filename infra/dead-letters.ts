import { contexts } from "./contexts.ts";
import { deadLetterQueuesOf } from "./operate/dead-letter-queues.ts";
import { deadLetterCounts, deadLetterMessages, redrive } from "./operate/dead-letters.ts";
import { openPlace } from "./operate/place.ts";
import { localUrl, runCommand } from "./operate/run-command.ts";
import { typed } from "./operate/typed.ts";

// See infra/RECOVERY.md.

const { values } = typed("npm run dead-letters -- [--stage dev] [--context notifications [--redrive]]", {
  options: {
    stage: { type: "string", default: "local" },
    context: { type: "string" },
    redrive: { type: "boolean", default: false },
  },
});

await runCommand(async () => {
  const { stage, sqs } = await openPlace(values.stage, localUrl);
  const queues = deadLetterQueuesOf(contexts, stage);
  if (values.context === undefined) {
    if (values.redrive) throw new Error("Say whose messages to redrive: --context notifications --redrive");
    return deadLetterCounts(sqs, queues);
  }
  const chosen = queues.find(({ name }) => name === values.context);
  if (!chosen) throw new Error(`Choose one of ${queues.map(({ name }) => name).join(", ")}.`);
  return values.redrive ? redrive(sqs, chosen) : deadLetterMessages(sqs, chosen);
});
