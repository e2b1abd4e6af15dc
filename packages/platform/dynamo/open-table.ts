import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Table } from "./table.ts";

/** The table behind `name`. A request that hangs is given up after 3 s and tried again, twice, by the SDK. */
export function openTable(name: string): Table {
  const client = new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
  });
  return { client, name };
}
