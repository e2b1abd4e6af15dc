import {
  ChangeMessageVisibilityCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
  StartMessageMoveTaskCommand,
} from "@aws-sdk/client-sqs";
import * as z from "zod";
import type { DeadLetters } from "./dead-letter-queues.ts";
import { findQueue } from "./find-queue.ts";

/** More than anybody reads. */
const MOST_SHOWN = 100;

/** What waits in each dead-letter queue, and what users lose meanwhile. */
export async function deadLetterCounts(sqs: SQSClient, queues: readonly DeadLetters[]): Promise<readonly string[]> {
  const found = await Promise.all(
    queues.map(async (queue) => ({ ...queue, messages: (await findQueue(sqs, queue.prefix)).messages })),
  );
  const waiting = found.filter(({ messages }) => messages > 0);
  if (waiting.length === 0) return [`Nothing waits in any of ${found.length} dead-letter queues.`];
  return waiting.map(({ name, messages, usersLose }) => `${name}: ${messages} waiting. ${usersLose}`);
}

/** The messages of one dead-letter queue, by ids and times only; they stay where they are. */
export async function deadLetterMessages(sqs: SQSClient, { name, prefix }: DeadLetters): Promise<readonly string[]> {
  const { url } = await findQueue(sqs, prefix);
  const seen = new Map<string, Message>();
  while (seen.size < MOST_SHOWN) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: url,
        MaxNumberOfMessages: 10,
        // Hidden while we read on, so that each is seen once.
        VisibilityTimeout: 60,
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ["ApproximateReceiveCount"],
      }),
    );
    if (Messages.length === 0) break;
    for (const message of Messages) seen.set(message.MessageId ?? "", message);
  }
  for (const { ReceiptHandle } of seen.values()) {
    await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle, VisibilityTimeout: 0 }));
  }
  if (seen.size === 0) return [`Nothing waits in the dead-letter queue of ${name}.`];
  return [...seen.values()].map(
    ({ Body, Attributes }) => `${shown(Body)}, received ${Attributes?.ApproximateReceiveCount} times`,
  );
}

/**
 * Puts the messages of one dead-letter queue back on their own queue. SQS goes on with it by itself.
 *
 * @throws an error that says what to do instead, for messages that no queue takes
 */
export async function redrive(sqs: SQSClient, { name, prefix, homePrefix }: DeadLetters): Promise<readonly string[]> {
  if (homePrefix === undefined) {
    throw new Error(
      `What ${name} could not handle lies in the table: npm run replay -- --day <its day> puts it on the queues.`,
    );
  }
  const [dead, home] = await Promise.all([findQueue(sqs, prefix), findQueue(sqs, homePrefix)]);
  if (dead.messages === 0) return [`Nothing waits in the dead-letter queue of ${name}.`];
  await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: dead.arn, DestinationArn: home.arn }));
  return [`${dead.messages} messages go back to ${name}. What fails again comes back here, and the alarm with it.`];
}

const Ours = z.object({
  "detail-type": z.string(),
  detail: z.object({ id: z.string(), occurredAt: z.string() }),
});
const OfAws = z.object({ "detail-type": z.string(), id: z.string(), time: z.string() });
const OfStream = z.object({
  requestContext: z.object({ condition: z.string() }),
  DDBStreamBatchInfo: z.looseObject({}),
});

/** A message by type, id and time. An event of AWS may name a person in its details: they are not shown. */
function shown(body = ""): string {
  const told = z.union([Ours, OfAws, OfStream]).safeParse(JSON.parse(body)).data;
  if (!told) return "A message of no kind we know";
  if ("requestContext" in told) return `Records of the table's stream (${told.requestContext.condition})`;
  const { id, at } =
    "detail" in told ? { id: told.detail.id, at: told.detail.occurredAt } : { id: told.id, at: told.time };
  return `${told["detail-type"]} ${id} of ${at}`;
}
