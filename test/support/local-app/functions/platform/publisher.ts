import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import type { DynamoDBStreamEvent } from "aws-lambda";

const client = new EventBridgeClient({});

/** Puts each outbox row of the tests' own app on the bus. */
export async function handler(event: DynamoDBStreamEvent): Promise<void> {
  const Entries = event.Records.map((record) => ({
    EventBusName: process.env["BUS_NAME"],
    Source: "smart.ordering",
    DetailType: "ordering.order-confirmed.v1",
    Detail: JSON.stringify({
      sample: record.dynamodb?.NewImage?.["sample"]?.S,
      recipient: record.dynamodb?.NewImage?.["recipient"]?.S,
    }),
  }));
  await client.send(new PutEventsCommand({ Entries }));
}
