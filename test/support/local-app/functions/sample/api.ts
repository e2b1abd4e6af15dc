import { randomUUID } from "node:crypto";
import { DynamoDBClient, GetItemCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type { APIGatewayProxyEventV2 } from "aws-lambda";

/** Asks until it is heard: whoever posts a sample asks once, also while a third of all requests fail. */
const client = new DynamoDBClient({ maxAttempts: 10 });
const TableName = process.env["TABLE_NAME"] ?? "";

/** A function of the runtime's own tests: stores samples with an event each, and shows what it was given. */
export async function handler(event: APIGatewayProxyEventV2): Promise<unknown> {
  switch (event.routeKey) {
    case "POST /samples": {
      const id = randomUUID();
      const row = { pk: { S: `SAMPLE#${id}` }, sk: { S: "SAMPLE" }, recipient: { S: event.body ?? "" } };
      const outbox = { pk: { S: `OUTBOX#${id}` }, sk: { S: "EVENT" }, recipient: row.recipient, sample: { S: id } };
      await client.send(
        new TransactWriteItemsCommand({ TransactItems: [row, outbox].map((Item) => ({ Put: { TableName, Item } })) }),
      );
      return { statusCode: 201, body: id, cookies: ["a=1", "b=2"] };
    }
    case "GET /samples/{sampleId}": {
      const pk = { S: `SAMPLE#${event.pathParameters?.["sampleId"]}` };
      const { Item } = await client.send(new GetItemCommand({ TableName, Key: { pk, sk: { S: "SAMPLE" } } }));
      return Item === undefined ? { statusCode: 404 } : { bounced: Item["bounced"]?.S === "yes" };
    }
    default:
      if (event.rawPath === "/throws") throw new Error("thrown on purpose");
      return { event, now: new Date().toISOString(), today: Date.now(), env: process.env["STAGE"] };
  }
}
