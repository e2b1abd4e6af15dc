import { createHash } from "node:crypto";
import type { SQSEvent, SQSRecord } from "aws-lambda";
import type { Activity } from "#local/activity";
import type { LocalClock } from "#local/clock";
import { type EventPattern, matches } from "#local/eventbridge/pattern";
import type { Invoke } from "#local/lambda/invoke";
import { failedItems } from "#local/sqs/batch-outcome";
import type { Queue, QueueMessage } from "#local/sqs/queue";

export interface QueueMapping {
  queueArn: string;
  batchSize: number;
  maximumConcurrency: number;
  reportsPartialFailures: boolean;
  /** A message is delivered when one of them matches its record; with a JSON body, `body` is the parsed value. */
  filters: EventPattern[];
}

/** Carries a queue's messages to a function, as an event source mapping does. Runs until the runtime stops. */
export function pollQueue(
  queue: Queue,
  mapping: QueueMapping,
  invoke: Invoke,
  runtime: { clock: LocalClock; activity: Activity },
): void {
  let running = 0;
  let cancelWakeUp: () => void = () => {};

  async function deliver(batch: QueueMessage[]): Promise<void> {
    const records = batch.map((message) => sqsRecord(message, mapping.queueArn));
    const wanted = records.filter((record) => isWanted(record, mapping.filters)).map((record) => record.messageId);
    let failed: string[] = [];
    if (wanted.length > 0) {
      const event: SQSEvent = { Records: records.filter((record) => wanted.includes(record.messageId)) };
      const outcome = await invoke(event);
      failed = outcome.ok ? failedItems(wanted, outcome.answer, mapping.reportsPartialFailures) : wanted;
    }
    for (const { id } of batch) {
      if (failed.includes(id)) queue.giveBack(id);
      else queue.delete(id);
    }
  }

  function poll(): void {
    while (running < mapping.maximumConcurrency) {
      const batch = queue.receive(mapping.batchSize);
      if (batch.length === 0) break;
      running += 1;
      void runtime.activity.track(`queue ${queue.settings.name}`, async () => {
        await deliver(batch);
        running -= 1;
        poll();
      });
    }
    cancelWakeUp();
    const next = queue.nextVisibleAt();
    if (next !== undefined && next > runtime.clock.now()) cancelWakeUp = runtime.clock.at(next, poll);
  }

  queue.watch(poll);
  poll();
}

function isWanted(record: SQSRecord, filters: EventPattern[]): boolean {
  if (filters.length === 0) return true;
  const typed = { ...record, body: parsedBody(record.body) };
  return filters.some((filter) => matches(filter, typed));
}

function parsedBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function sqsRecord(message: QueueMessage, queueArn: string): SQSRecord {
  return {
    messageId: message.id,
    receiptHandle: message.id,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.receiveCount),
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? message.sentAt),
      SentTimestamp: String(message.sentAt),
      SenderId: "local",
    },
    messageAttributes: {},
    md5OfBody: createHash("md5").update(message.body).digest("hex"),
    eventSource: "aws:sqs",
    eventSourceARN: queueArn,
    awsRegion: "eu-north-1",
  };
}
