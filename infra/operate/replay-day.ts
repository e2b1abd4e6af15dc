import { type DynamoDBClient, QueryCommand, type QueryCommandOutput } from "@aws-sdk/client-dynamodb";
import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { type Instant, toInstant } from "#kernel/clock";
import { AnyEnvelope } from "#kernel/event";
import { isRemembered, REMEMBERED_DAYS } from "#platform/dynamo/inbox";
import { eventsOfDay } from "#platform/dynamo/outbox";
import type { Context } from "../context.ts";
import { findQueue } from "./find-queue.ts";
import type { Place } from "./place.ts";

/** SQS takes 10 messages a request. */
const MESSAGES_A_REQUEST = 10;

type Envelope = z.infer<typeof AnyEnvelope>;

/**
 * Puts the facts of a day (UTC), as the outbox has them, on the queues of the contexts that consume them, or of one. What a
 * context has handled it handles no more, as long as its inbox remembers: older days are refused.
 *
 * @param day such as `2026-11-02`
 * @throws an error whose message is one sentence for whoever typed the command
 */
export async function replayDay(
  { sqs, dynamodb, tableName, now, stage }: Place,
  contexts: readonly Context[],
  { day, context }: { readonly day: string; readonly context?: string | undefined },
): Promise<readonly string[]> {
  if (!isRemembered(startOf(day), now)) {
    throw new Error(
      `${day} is over ${REMEMBERED_DAYS} days ago: whether its events were handled may be forgotten, and mails would go out again.`,
    );
  }
  const consuming = contexts.filter(({ name, consumer }) => consumer && (context === undefined || name === context));
  if (consuming.length === 0) throw new Error(`${context} consumes no events.`);
  const envelopes = await factsOf(dynamodb, tableName, day);
  const lines: string[] = [];
  for (const { name, consumer } of consuming) {
    const wanted = envelopes.filter(({ type }) => consumer?.consumedEvents.includes(type));
    if (wanted.length === 0) continue;
    const { url } = await findQueue(sqs, `smart-${stage}-${name}-EventsQueue`);
    await sendAll(sqs, url, wanted);
    lines.push(`${name}: ${wanted.length} of ${envelopes.length} events`);
  }
  return lines.length > 0 ? lines : [`Nothing of ${day} is consumed by ${context ?? "anybody"}.`];
}

function startOf(day: string): Instant {
  if (!z.iso.date().safeParse(day).success) throw new Error(`"${day}" is no day: write it as 2026-11-02.`);
  return toInstant(Date.parse(`${day}T00:00:00Z`));
}

const Row = z.object({ envelope: z.object({ S: z.string() }) });

async function factsOf(dynamodb: DynamoDBClient, tableName: string, day: string): Promise<Envelope[]> {
  const found: Envelope[] = [];
  let from: QueryCommandOutput["LastEvaluatedKey"];
  do {
    const page: QueryCommandOutput = await dynamodb.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: "list",
        KeyConditionExpression: "listPartition = :day",
        ExpressionAttributeValues: { ":day": { S: eventsOfDay(day) } },
        ExclusiveStartKey: from,
      }),
    );
    found.push(...(page.Items ?? []).map((item) => AnyEnvelope.parse(JSON.parse(Row.parse(item).envelope.S))));
    from = page.LastEvaluatedKey;
  } while (from);
  return found;
}

/** In the form in which EventBridge hands events to a queue. */
async function sendAll(sqs: SQSClient, url: string, envelopes: readonly Envelope[]): Promise<void> {
  for (let from = 0; from < envelopes.length; from += MESSAGES_A_REQUEST) {
    const entries = envelopes.slice(from, from + MESSAGES_A_REQUEST).map((detail, index) => {
      const [context] = detail.type.split(".");
      const event = { version: "0", id: detail.id, "detail-type": detail.type, source: `smart.${context}`, detail };
      return { Id: String(index), MessageBody: JSON.stringify(event) };
    });
    const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: entries }));
    if (Failed.length > 0) throw new Error(`SQS refused ${Failed.length} messages (${Failed[0]?.Code}): do it again.`);
  }
}
