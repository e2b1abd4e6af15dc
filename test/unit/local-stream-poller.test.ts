import type { DynamoDBRecord } from "aws-lambda";
import { expect, test } from "vitest";
import * as z from "zod";
import { Activity } from "#local/activity";
import { pollStream, type StreamMapping } from "#local/dynamodb/stream-poller";
import { eventPattern } from "#local/eventbridge/pattern";
import type { Outcome } from "#local/lambda/invoke";

const now = 1_800_000_000_000;
const record = (sequence: number, pk = "OUTBOX#1", ageSeconds = 0): DynamoDBRecord => ({
  eventName: "INSERT",
  dynamodb: {
    SequenceNumber: String(sequence),
    ApproximateCreationDateTime: now / 1000 - ageSeconds,
    NewImage: { pk: { S: pk } },
  },
});
const streamEvent = z.object({ Records: z.array(z.custom<DynamoDBRecord>()) });
const failing = (...sequences: number[]): Outcome => ({
  ok: true,
  answer: { batchItemFailures: sequences.map((sequence) => ({ itemIdentifier: String(sequence) })) },
});
const success: Outcome = { ok: true, answer: undefined };
const thrown: Outcome = { ok: false, error: "boom" };

/** Delivers the records and tells what the function saw, as lists of sequence numbers. */
async function deliver(
  records: DynamoDBRecord[],
  answers: Outcome[] | ((sequences: number[]) => Outcome),
  mapping: Partial<StreamMapping> = {},
) {
  const invocations: number[][] = [];
  const givenUp: { sequences: number[]; reason: string }[] = [];
  const pauses: number[] = [];
  const activity = new Activity();
  const unread = [records];
  const numbers = (some: DynamoDBRecord[]) => some.map((one) => Number(one.dynamodb?.SequenceNumber));
  pollStream(
    "table",
    async () => unread.shift() ?? [],
    {
      batchSize: 100,
      reportsPartialFailures: true,
      bisectsOnError: false,
      maximumRetryAttempts: -1,
      maximumRecordAgeSeconds: -1,
      filters: [],
      ...mapping,
    },
    async (event) => {
      const seen = numbers(streamEvent.parse(event).Records);
      invocations.push(seen);
      return typeof answers === "function" ? answers(seen) : (answers.shift() ?? success);
    },
    {
      activity,
      now: () => now,
      backOff: async (attempt) => void pauses.push(attempt),
      giveUp: (some, reason) => givenUp.push({ sequences: numbers(some), reason }),
      isStopped: () => false,
      onError: (error) => expect.fail(String(error)),
    },
  ).poke();
  await activity.idle();
  return { invocations, givenUp, pauses };
}

test("the checkpoint is the lowest failed sequence number, and everything after it comes again", async () => {
  const { invocations } = await deliver(
    [1, 2, 3, 4].map((n) => record(n)),
    [failing(4, 2), success],
  );
  expect(invocations).toEqual([
    [1, 2, 3, 4],
    [2, 3, 4],
  ]);
});

test("a failing record holds up the rest until it succeeds, with growing pauses", async () => {
  const { invocations, pauses } = await deliver([record(1), record(2)], [thrown, thrown, success]);
  expect(invocations).toEqual([
    [1, 2],
    [1, 2],
    [1, 2],
  ]);
  expect(pauses).toEqual([1, 2]);
});

test("batches are as large as the mapping says and stay in order", async () => {
  const { invocations } = await deliver(
    [1, 2, 3, 4, 5].map((n) => record(n)),
    [],
    { batchSize: 2 },
  );
  expect(invocations).toEqual([[1, 2], [3, 4], [5]]);
});

test("a failing batch is halved down to the failing record, which is given up after its retries", async () => {
  const { invocations, givenUp } = await deliver(
    [1, 2, 3, 4].map((n) => record(n)),
    (sequences) => (sequences.includes(3) ? thrown : success),
    { bisectsOnError: true, maximumRetryAttempts: 1 },
  );
  expect(invocations).toEqual([[1, 2, 3, 4], [1, 2], [3, 4], [3], [3], [4]]);
  expect(givenUp).toEqual([{ sequences: [3], reason: "RetryAttemptsExhausted" }]);
});

test("records above the maximum age are given up undelivered", async () => {
  const { invocations, givenUp } = await deliver([record(1, "OUTBOX#1", 61), record(2)], [], {
    maximumRecordAgeSeconds: 60,
  });
  expect(invocations).toEqual([[2]]);
  expect(givenUp).toEqual([{ sequences: [1], reason: "RecordAgeExceeded" }]);
});

test("a filter sees the record with its typed values", async () => {
  const filter = { eventName: ["INSERT"], dynamodb: { NewImage: { pk: { S: [{ prefix: "OUTBOX#" }] } } } };
  const { invocations } = await deliver([record(1), record(2, "ORDER#1"), record(3)], [], {
    filters: [eventPattern.parse(filter)],
  });
  expect(invocations).toEqual([[1, 3]]);
});
