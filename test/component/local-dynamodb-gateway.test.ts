import { createServer } from "node:http";
import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  TransactionConflictException,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { localCredentials } from "#local/credentials";
import { startDynamoGateway } from "#local/dynamodb/gateway";
import { Faults } from "#local/faults";
import { listen } from "#local/http-server";
import { functionsAppId, newThread } from "#local/threads";
import { tableDefinition } from "#platform/dynamo/table-definition";
import { createTestTable, type TestTable } from "#test/dynamo";

let table: TestTable;
beforeAll(async () => {
  table = await createTestTable();
});

const increment = (pk: string) => ({
  Update: {
    TableName: table.tableName,
    Key: { pk: { S: pk }, sk: { S: "COUNTER" } },
    UpdateExpression: "ADD taken :one",
    ExpressionAttributeValues: { ":one": { N: "1" } },
  },
});
const transact = (...pks: string[]) =>
  table.client.send(new TransactWriteItemsCommand({ TransactItems: pks.map(increment) }));

async function taken(pk: string): Promise<number> {
  const { Item } = await table.client.send(
    new GetItemCommand({ TableName: table.tableName, Key: { pk: { S: pk }, sk: { S: "COUNTER" } } }),
  );
  return Number(Item?.["taken"]?.N);
}

describe("the DynamoDB gateway of the tests", () => {
  test("a transaction overlapping one in flight is cancelled with TransactionConflict on the shared item only", async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, buyer) => transact(`BUYER#${buyer}`, "OFFERING#overlap")),
    );
    const refused = outcomes.filter((outcome) => outcome.status === "rejected").map((outcome) => outcome.reason);
    expect(refused.length).toBeGreaterThan(0);
    expect(await taken("OFFERING#overlap")).toBe(20 - refused.length);
    for (const error of refused) {
      expect(error).toBeInstanceOf(TransactionCanceledException);
      expect(error.CancellationReasons.map((reason: { Code: string }) => reason.Code)).toEqual([
        "None",
        "TransactionConflict",
      ]);
    }
  });

  test("transactions on different items run side by side", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, buyer) => transact(`ALONE#${buyer}`)));
    expect(await taken("ALONE#7")).toBe(1);
  });

  test("a single write overlapping a transaction gets TransactionConflictException", async () => {
    const slow = await startSlowEngine();
    const faults = new Faults();
    faults.set({ ...faults.switches, conflicts: true });
    const gateway = await startDynamoGateway(slow.endpoint, faults);
    const client = new DynamoDBClient({ endpoint: gateway.endpoint, ...localCredentials });
    const transaction = client.send(new TransactWriteItemsCommand({ TransactItems: [increment("SLOW")] }));
    await slow.reached;
    const write = new PutItemCommand({ TableName: table.tableName, Item: { pk: { S: "SLOW" }, sk: { S: "COUNTER" } } });
    await expect(client.send(write)).rejects.toBeInstanceOf(TransactionConflictException);
    slow.release();
    await transaction;
    await client.send(write);
    await gateway.stop();
    slow.stop();
  });

  test("single writes never conflict with each other", async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, turn) =>
        table.client.send(
          new PutItemCommand({
            TableName: table.tableName,
            Item: { pk: { S: "SINGLE" }, sk: { S: "COUNTER" }, taken: { N: String(turn) } },
          }),
        ),
      ),
    );
    expect(await taken("SINGLE")).toBeGreaterThanOrEqual(0);
  });

  test("throttles before anything is written, and loses answers after it is", async () => {
    const faults = new Faults();
    const gateway = await startDynamoGateway(table.endpoint, faults);
    const client = new DynamoDBClient({
      endpoint: gateway.endpoint,
      ...localCredentials,
      maxAttempts: 1,
      userAgentAppId: functionsAppId,
    });
    const put = (pk: string) =>
      client.send(
        new PutItemCommand({
          TableName: table.tableName,
          Item: { pk: { S: pk }, sk: { S: "COUNTER" }, taken: { N: "1" } },
        }),
      );
    faults.set({ ...faults.switches, throttleRate: 1 });
    await expect(put("THROTTLED")).rejects.toThrow("Rate exceeded");
    faults.set({ ...faults.switches, throttleRate: 0, lostAnswerRate: 1 });
    await expect(put("LOST")).rejects.toThrow("The answer was lost");
    expect(await taken("THROTTLED")).toBeNaN();
    expect(await taken("LOST")).toBe(1);
    await gateway.stop();
  });

  test("knows which thread of which function asks by what the SDK tells, and ends that one", async () => {
    const faults = new Faults();
    const ended: string[] = [];
    faults.onKill(async (name) => void ended.push(name));
    const gateway = await startDynamoGateway(table.endpoint, faults);
    const { thread, applicationId } = newThread("functions/reconciliation/sweep.ts");
    const client = new DynamoDBClient({
      endpoint: gateway.endpoint,
      ...localCredentials,
      maxAttempts: 1,
      userAgentAppId: applicationId,
    });
    faults.breakRequest({ kind: "kill", request: 1 });
    const write = client.send(
      new PutItemCommand({ TableName: table.tableName, Item: { pk: { S: "K" }, sk: { S: "K" } } }),
    );
    await expect(write).rejects.toThrow();
    expect(ended).toEqual([thread]);
    await gateway.stop();
  });
});

/** Stands where the engine stands, and answers a first write only when told, so that an overlap is certain. */
async function startSlowEngine() {
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const keys = [tableDefinition.partitionKey, tableDefinition.sortKey].map((AttributeName) => ({ AttributeName }));
  const server = createServer((request, response) => {
    const describe = String(request.headers["x-amz-target"]).endsWith("DescribeTable");
    const answer = (body: unknown) =>
      response.writeHead(200, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify(body));
    if (describe) return answer({ Table: { KeySchema: keys } });
    reached.resolve();
    released.promise.then(() => answer({}));
  });
  const port = await listen(server, 0);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    reached: reached.promise,
    release: () => released.resolve(),
    stop: () => server.close(),
  };
}
