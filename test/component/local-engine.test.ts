import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { expect, onTestFinished, test } from "vitest";
import { localCredentials } from "#local/credentials";
import { startEngine } from "#local/dynamodb/engine";
import { engineFile } from "#local/dynamodb/engine-file";

/** What the engine asks at every write, and at every read of the stream. */
const lastRecord = "SELECT MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records WHERE table_name = 'any'";
const newRecords = `SELECT new_image FROM _stream_records WHERE table_name = 'any' AND shard_id = 'any'
  AND CAST(sequence_number AS INTEGER) > 1 ORDER BY CAST(sequence_number AS INTEGER)`;

// Where another program is the engine (README), it has its own.
test.skipIf(process.env["DYNAMODB_ENDPOINT"])(
  "the engine finds the last and the new records of its stream by an index, and leaves no file behind",
  async () => {
    const seen = { path: "", before: "", after: "" };
    const engine = await startEngine(undefined, () => {
      const file = engineFile();
      return {
        ...file,
        indexStream() {
          seen.path = file.path;
          seen.before = plan(file.path);
          file.indexStream();
          seen.after = plan(file.path);
        },
      };
    });
    onTestFinished(() => engine.stop());
    expect(seen.before).not.toContain("INDEX");
    expect(seen.after).toMatch(/^SEARCH _stream_records USING COVERING INDEX .*, SEARCH _stream_records USING INDEX /);
    expect(existsSync(dirname(seen.path))).toBe(false);
    const client = new DynamoDBClient({ endpoint: engine.endpoint, ...localCredentials });
    onTestFinished(() => client.destroy());
    expect((await client.send(new ListTablesCommand({}))).TableNames).toEqual([]);
  },
);

function plan(path: string): string {
  const database = new DatabaseSync(path);
  const steps = [lastRecord, newRecords].flatMap((query) => database.prepare(`EXPLAIN QUERY PLAN ${query}`).all());
  database.close();
  return steps.map(({ detail }) => detail).join(", ");
}
