import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Table } from "./table.ts";

/**
 * The table behind `name`. A request that hangs is given up after 3 s and tried again, twice, by the SDK.
 * What is added to the client's middleware must be there before its first request.
 */
export function openTable(name: string): Table {
  const client = new DynamoDBClient({
    maxAttempts: 3,
    cacheMiddleware: true,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
  });
  // It copies every request and answer for a logger that we don't have: a tenth of a request's CPU.
  client.middlewareStack.remove("loggerMiddleware");
  return { client, name };
}
