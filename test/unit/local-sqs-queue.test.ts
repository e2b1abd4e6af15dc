import { expect, test } from "vitest";
import { failedItems } from "#local/sqs/batch-outcome";
import { Queue, type QueueSettings } from "#local/sqs/queue";

function queueAt(settings: Partial<QueueSettings> = {}) {
  const time = { now: 1_000_000 };
  let ids = 0;
  const make = (more: Partial<QueueSettings>) =>
    new Queue(
      { name: "orders", visibilityTimeoutSeconds: 30, delaySeconds: 0, ...more },
      () => time.now,
      () => `m${++ids}`,
    );
  return { time, make, queue: make(settings) };
}

test("a received message is nobody else's until its visibility timeout after a failure is over", () => {
  const { queue, time } = queueAt();
  queue.send("a");
  const [message] = queue.receive(10);
  expect(message).toMatchObject({ body: "a", receiveCount: 1, firstReceivedAt: 1_000_000 });
  expect(queue.receive(10)).toEqual([]);
  time.now += 10_000;
  queue.giveBack(message?.id ?? "");
  expect(queue.receive(10)).toEqual([]);
  expect(queue.nextVisibleAt()).toBe(1_030_000);
  time.now += 20_000;
  expect(queue.receive(10)).toMatchObject([{ body: "a", receiveCount: 2, firstReceivedAt: 1_000_000 }]);
});

test("a deleted message is gone", () => {
  const { queue } = queueAt();
  queue.send("a");
  queue.delete(queue.receive(1)[0]?.id ?? "");
  expect(queue.messages()).toEqual([]);
});

test("a message goes to the dead-letter queue on the receive after the limit, not on the last failure", () => {
  const { make, time } = queueAt();
  const deadLetterQueue = make({ name: "orders-dlq" });
  const queue = make({ redrive: { deadLetterQueue, maxReceiveCount: 2 } });
  queue.send("poison");
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const [message] = queue.receive(10);
    expect(message?.receiveCount).toBe(attempt);
    queue.giveBack(message?.id ?? "");
    time.now += 30_000;
  }
  expect(deadLetterQueue.messages()).toEqual([]);
  expect(queue.receive(10)).toEqual([]);
  expect(deadLetterQueue.messages()).toMatchObject([{ body: "poison", receiveCount: 0 }]);
});

test("a delayed message waits", () => {
  const { queue, time } = queueAt({ delaySeconds: 60 });
  queue.send("later");
  expect(queue.receive(10)).toEqual([]);
  time.now += 60_000;
  expect(queue.receive(10)).toMatchObject([{ body: "later" }]);
});

test("messages come oldest first and at most as many as asked for", () => {
  const { queue } = queueAt();
  for (const body of ["a", "b", "c"]) queue.send(body);
  expect(queue.receive(2).map((message) => message.body)).toEqual(["a", "b"]);
});

test("with disorder on, copies arrive and another message than the oldest comes first", () => {
  const queue = new Queue(
    { name: "orders", visibilityTimeoutSeconds: 30, delaySeconds: 0 },
    () => 0,
    () => crypto.randomUUID(),
    { copies: () => 2, pick: (count) => count - 1 },
  );
  queue.send("a");
  queue.send("b");
  expect(queue.receive(10).map((message) => message.body)).toEqual(["b", "b", "a", "a"]);
});

test.each([
  ["nothing", undefined, []],
  ["null", null, []],
  ["a list that is absent", {}, []],
  ["an empty list", { batchItemFailures: [] }, []],
  ["one message", { batchItemFailures: [{ itemIdentifier: "b" }] }, ["b"]],
  ["an unknown message", { batchItemFailures: [{ itemIdentifier: "x" }] }, ["a", "b"]],
  ["an empty identifier", { batchItemFailures: [{ itemIdentifier: "" }] }, ["a", "b"]],
  ["a missing identifier", { batchItemFailures: [{}] }, ["a", "b"]],
])("an answer naming %s fails the right messages", (_name, answer, failed) => {
  expect(failedItems(["a", "b"], answer, true)).toEqual(failed);
});

test("without partial failures an answer never fails a message", () => {
  expect(failedItems(["a"], { batchItemFailures: [{ itemIdentifier: "a" }] }, false)).toEqual([]);
});
