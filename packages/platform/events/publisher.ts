import { type EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from "@aws-sdk/client-eventbridge";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { AnyEnvelope } from "#kernel/event";
import { logOf } from "#platform/log";

/** EventBridge takes 10 entries a request. */
const ENTRIES_A_REQUEST = 10;

/**
 * Publishes outbox rows from the table's stream to the bus. A record's failure is reported by its sequence number; the
 * stream then goes on from the lowest, so an event may be published twice and is never lost.
 */
export function publisher(client: EventBridgeClient, busName: string) {
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const failed: string[] = [];
    for (let from = 0; from < event.Records.length; from += ENTRIES_A_REQUEST) {
      const records = event.Records.slice(from, from + ENTRIES_A_REQUEST);
      const { Entries } = await client.send(
        new PutEventsCommand({ Entries: records.map((record) => entry(record, busName)) }),
      );
      for (const [index, record] of records.entries()) {
        if (Entries?.[index]?.EventId === undefined) failed.push(record.dynamodb?.SequenceNumber ?? "");
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

/** @throws when the row holds no envelope: the stream keeps it, and in the end sets it aside with an alarm */
function entry(record: DynamoDBRecord, busName: string): PutEventsRequestEntry {
  const detail = record.dynamodb?.NewImage?.["envelope"]?.S ?? "";
  const envelope = AnyEnvelope.parse(JSON.parse(detail));
  const [context] = envelope.type.split(".");
  logOf(envelope.correlationId).info("Publishing", { type: envelope.type, eventId: envelope.id });
  return { EventBusName: busName, Source: `smart.${context}`, DetailType: envelope.type, Detail: detail };
}
