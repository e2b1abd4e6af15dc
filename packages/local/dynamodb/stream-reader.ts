import type { DynamoDBRecord } from "aws-lambda";
import * as z from "zod";
import type { ReadStream } from "#local/dynamodb/stream-poller";
import { streamArn } from "#local/template/resource-types";

const described = z.object({ Table: z.object({ LatestStreamArn: z.string() }) });
const stream = z.object({ StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }) });
const iterator = z.object({ ShardIterator: z.string() });
const records = z.object({
  Records: z.array(z.custom<DynamoDBRecord>((value) => typeof value === "object" && value !== null)),
  NextShardIterator: z.string().optional(),
});

export interface StreamReader {
  /** What is new since the last read, in order; empty when nothing is. */
  read: ReadStream;
  /** Reads on from here: the table was made again, and the engine keeps the old one's records in the new one's stream. */
  reopen(): Promise<void>;
}

/**
 * Reads a table's stream from its beginning over the engine's HTTP protocol: there is no client for DynamoDB Streams among
 * our packages, and a local engine checks no signatures.
 */
export function streamReader(endpoint: string, tableName: string): StreamReader {
  /** Where to read on, by shard; undefined before the first read. */
  let positions: Map<string, string> | undefined;

  async function open(from: "TRIM_HORIZON" | "LATEST"): Promise<Map<string, string>> {
    const { Table } = described.parse(
      await call(endpoint, "DynamoDB_20120810.DescribeTable", { TableName: tableName }),
    );
    const StreamArn = Table.LatestStreamArn;
    const { StreamDescription } = stream.parse(
      await call(endpoint, "DynamoDBStreams_20120810.DescribeStream", { StreamArn }),
    );
    const opened = new Map<string, string>();
    for (const { ShardId } of StreamDescription.Shards) {
      const asked = { StreamArn, ShardId, ShardIteratorType: from };
      const answer = await call(endpoint, "DynamoDBStreams_20120810.GetShardIterator", asked);
      opened.set(ShardId, iterator.parse(answer).ShardIterator);
    }
    return opened;
  }

  async function read(): Promise<DynamoDBRecord[]> {
    positions ??= await open("TRIM_HORIZON");
    const found: DynamoDBRecord[] = [];
    for (const [shardId, position] of positions) {
      const answer = await call(endpoint, "DynamoDBStreams_20120810.GetRecords", { ShardIterator: position });
      const page = records.parse(answer);
      if (page.NextShardIterator === undefined)
        throw new Error(`Shard ${shardId} has ended: the runtime reads streams of one generation of shards.`);
      positions.set(shardId, page.NextShardIterator);
      found.push(...page.Records);
    }
    return found.map((record) => ({ ...record, awsRegion: "eu-north-1", eventSourceARN: streamArn(tableName) }));
  }

  return {
    read,
    reopen: async () => {
      positions = await open("LATEST");
    },
  };
}

async function call(endpoint: string, target: string, body: unknown): Promise<unknown> {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": target,
      "x-amz-date": "20260101T000000Z",
      authorization:
        "AWS4-HMAC-SHA256 Credential=local/20260101/eu-north-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${target} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
