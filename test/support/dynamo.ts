import { randomUUID } from "node:crypto";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { inject } from "vitest";
import { localCredentials } from "#local/credentials";
import { tableDefinition } from "#platform/dynamo/table-definition";

export interface TestTable {
  client: DynamoDBClient;
  tableName: string;
  endpoint: string;
}

/** A fresh, empty table of the product's one shape, on the run's engine behind the conflict gateway. */
export async function createTestTable(endpoint = inject("dynamodbEndpoint")): Promise<TestTable> {
  const client = new DynamoDBClient({ endpoint, ...localCredentials });
  // As in production (open-table.ts).
  client.middlewareStack.remove("loggerMiddleware");
  const tableName = `smart-${randomUUID()}`;
  const { partitionKey, sortKey, indexes, streamView } = tableDefinition;
  const keys = [
    partitionKey,
    sortKey,
    ...Object.values(indexes).flatMap((index) => [index.partitionKey, index.sortKey]),
  ];
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: keys.map((name) => ({ AttributeName: name, AttributeType: "S" })),
      KeySchema: keySchema(partitionKey, sortKey),
      GlobalSecondaryIndexes: Object.entries(indexes).map(([name, index]) => ({
        IndexName: name,
        KeySchema: keySchema(index.partitionKey, index.sortKey),
        Projection: { ProjectionType: "ALL" },
      })),
      StreamSpecification: { StreamEnabled: true, StreamViewType: streamView },
    }),
  );
  return { client, tableName, endpoint };
}

function keySchema(partitionKey: string, sortKey: string) {
  return [
    { AttributeName: partitionKey, KeyType: "HASH" as const },
    { AttributeName: sortKey, KeyType: "RANGE" as const },
  ];
}
