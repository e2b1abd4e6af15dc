import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { Instant, systemClock } from "#kernel/clock";
import { requireCredentials } from "../credentials.ts";
import { isStageName, type StageName, stages } from "../stages.ts";

/** Where a command operates: a stage in AWS, or what `npm start` runs on this machine. */
export interface Place {
  /** Whose stacks: at home it is dev's template that runs. */
  readonly stage: StageName;
  readonly sqs: SQSClient;
  readonly dynamodb: DynamoDBClient;
  /** The table with the outbox: the one whose stream is read. */
  readonly tableName: string;
  readonly now: Instant;
}

/**
 * Opens `local` (the default of commands) or a stage of AWS, with the credentials at hand.
 *
 * @param localUrl where `npm start` answers
 * @throws an error whose message is one sentence for whoever typed the command
 */
export async function openPlace(name: string, localUrl: string): Promise<Place> {
  if (name === "local") return openLocal(localUrl);
  if (!isStageName(name)) {
    throw new Error(`There is no stage "${name}": choose local, ${Object.keys(stages).join(" or ")}.`);
  }
  const { region, restoredTable } = stages[name];
  await requireCredentials(region);
  const dynamodb = new DynamoDBClient({ region });
  const tableName = restoredTable?.name ?? (await tableOf(dynamodb, name));
  return { stage: name, sqs: new SQSClient({ region }), dynamodb, tableName, now: systemClock() };
}

async function openLocal(url: string): Promise<Place> {
  const ask = async <S extends z.ZodType>(path: string, answer: S) => {
    const response = await fetch(new URL(path, url)).catch(() => undefined);
    if (!response?.ok)
      throw new Error(`Nothing runs at ${url}: start it with npm start, or say which stage (--stage dev).`);
    return answer.parse(await response.json());
  };
  const { now } = await ask("/_local/clock", z.object({ now: Instant }));
  const { endpoint, streamedTables } = await ask(
    "/_local/dynamodb",
    z.object({ endpoint: z.url(), streamedTables: z.tuple([z.string()]) }),
  );
  const anybody = { region: "eu-north-1", credentials: { accessKeyId: "local", secretAccessKey: "local" } };
  return {
    stage: "dev",
    sqs: new SQSClient({ ...anybody, endpoint: `${url}/_local/aws/sqs`, useQueueUrlAsEndpoint: false }),
    dynamodb: new DynamoDBClient({ ...anybody, endpoint }),
    tableName: streamedTables[0],
    now,
  };
}

/** CloudFormation names the table by its stack and logical id, with something random after it. */
async function tableOf(dynamodb: DynamoDBClient, stage: StageName): Promise<string> {
  const prefix = `smart-${stage}-stateful-Table`;
  let from: string | undefined;
  do {
    const { TableNames = [], LastEvaluatedTableName } = await dynamodb.send(
      new ListTablesCommand({ ExclusiveStartTableName: from }),
    );
    const found = TableNames.find((name) => name.startsWith(prefix));
    if (found !== undefined) return found;
    from = LastEvaluatedTableName;
  } while (from);
  throw new Error(`There is no table of ${stage} in this account: is it deployed, and are these its credentials?`);
}
