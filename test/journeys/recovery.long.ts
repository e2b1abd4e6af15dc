import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { localCredentials } from "#local/credentials";
import { journeys } from "#local/demo/journeys";
import type { Runtime } from "#local/runtime";
import { count } from "#test/counts";
import { type JourneyRun, openJourney } from "#test/journey";
import type { Row } from "#test/rows";
import { brokenRules } from "#test/rules";
import { contexts } from "../../infra/contexts.ts";
import { deadLetterQueuesOf } from "../../infra/operate/dead-letter-queues.ts";
import { deadLetterCounts } from "../../infra/operate/dead-letters.ts";
import { openPlace } from "../../infra/operate/place.ts";
import { replayDay } from "../../infra/operate/replay-day.ts";

const PATIENCE = 120_000;
const RESTORED = "smart-dev-restored";

const isFact = ({ pk }: Row) => String(pk).startsWith("OUTBOX#");
const inOrder = (rows: readonly Row[]) =>
  rows.toSorted((a, b) => `${a["pk"]} ${a["sk"]}`.localeCompare(`${b["pk"]} ${b["sk"]}`));
const daysOf = (rows: readonly Row[]) => [
  ...new Set(rows.filter(isFact).map(({ listPartition }) => String(listPartition).slice("events#".length))),
];

/** Copies a table's rows: facts last, so that whoever gets one finds what it had done. */
async function copy({ dynamodb }: Runtime, rows: readonly Row[]): Promise<void> {
  const client = new DynamoDBClient({ endpoint: dynamodb.endpoint, ...localCredentials });
  const put = (row: Row) => client.send(new PutItemCommand({ TableName: RESTORED, Item: marshall(row) }));
  await Promise.all(rows.filter((row) => !isFact(row)).map(put));
  await Promise.all(rows.filter(isFact).map(put));
  client.destroy();
}

describe("a living world", { timeout: PATIENCE }, () => {
  let run: JourneyRun;
  beforeAll(async () => {
    run = await openJourney();
    for (const { walk } of [journeys.materials, journeys.cancelled, journeys["school-on-invoice"]])
      await walk(run.walk());
  }, PATIENCE);
  afterAll(() => run?.stop());

  test("is the same after every event of its days has come once more to whoever consumes it", async (test) => {
    const { rows, inbox } = await run.world();
    const place = await openPlace("local", run.product.apiUrl);
    const replayed = await Promise.all(daysOf(rows).map((day) => replayDay(place, contexts, { day })));
    expect(replayed.flat().length).toBeGreaterThanOrEqual(3);
    const after = await run.world();
    expect(inOrder(after.rows)).toEqual(inOrder(rows));
    expect(after.inbox).toEqual(inbox);
    expect(await deadLetterCounts(place.sqs, deadLetterQueuesOf(contexts, "dev"))).toEqual([
      expect.stringMatching(/^Nothing waits in any of \d+ dead-letter queues\.$/),
    ]);
    count(test, "events brought once more", rows.filter(isFact).length);
  });

  test("goes on in a restored table of another name: its outbox, published again, sends no mail and changes nothing", async () => {
    const before = await run.world();
    const restored = await openJourney({ restoredTable: RESTORED, seed: (runtime) => copy(runtime, before.rows) });
    try {
      await restored.product.clock.moveTo(run.product.clock.now());
      expect(restored.product.dynamodb.streamedTables).toEqual([RESTORED]);
      const copied = await restored.world();
      expect(restored.product.functions()["functions/notifications/consumer.ts"]?.invocations).toBeGreaterThan(0);
      expect(inOrder(copied.rows)).toEqual(inOrder(before.rows));
      expect(copied.inbox).toEqual([]);

      await journeys.basket.walk(restored.walk());
      const after = await restored.world();
      expect(after.rows.length).toBeGreaterThan(copied.rows.length);
      expect(after.inbox.length).toBeGreaterThan(0);
      const stripe = new Map([...before.stripe, ...after.stripe]);
      expect(brokenRules({ rows: after.rows, inbox: [...before.inbox, ...after.inbox], stripe })).toEqual([]);
      expect(restored.givenUp()).toEqual([]);
    } finally {
      await restored.stop();
    }
  });
});
