import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { localCredentials } from "#local/credentials";
import type { Model } from "#local/template/model";

type Table = Model["tables"][number];

/** Makes the template's tables on an engine; those that are there are left as they are. */
export async function createTables(endpoint: string, tables: readonly Table[]): Promise<void> {
  const client = new DynamoDBClient({ endpoint, ...localCredentials });
  await Promise.all(tables.map((table) => createTable(client, table)));
  client.destroy();
}

/** Empties the tables by making them anew: deleting rows would write each of them to the stream. */
export async function recreateTables(endpoint: string, tables: readonly Table[]): Promise<void> {
  const client = new DynamoDBClient({ endpoint, ...localCredentials });
  for (const { name } of tables) {
    await client.send(new DeleteTableCommand({ TableName: name })).catch((error: unknown) => {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    });
  }
  client.destroy();
  await createTables(endpoint, tables);
}

async function createTable(client: DynamoDBClient, { name, properties }: Table): Promise<void> {
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, StreamSpecification, TimeToLiveSpecification } =
    properties;
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions,
        KeySchema,
        ...(GlobalSecondaryIndexes.length > 0 && {
          GlobalSecondaryIndexes: GlobalSecondaryIndexes.map((index) => ({
            IndexName: index.IndexName,
            KeySchema: index.KeySchema,
            Projection: index.Projection,
          })),
        }),
        ...(StreamSpecification !== undefined && {
          StreamSpecification: { StreamEnabled: true, StreamViewType: StreamSpecification.StreamViewType },
        }),
      }),
    );
  } catch (error) {
    if (error instanceof ResourceInUseException) return;
    throw error;
  }
  if (TimeToLiveSpecification !== undefined) {
    await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification }));
  }
}
