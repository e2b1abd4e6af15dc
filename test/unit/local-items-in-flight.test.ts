import { expect, test } from "vitest";
import { ItemsInFlight } from "#local/dynamodb/items-in-flight";

test("a transaction conflicts with a transaction on a shared item until that one is over", () => {
  const inFlight = new ItemsInFlight();
  const first = inFlight.claim({ kind: "transact-write", keys: ["a", "b"] });
  expect(inFlight.claim({ kind: "transact-write", keys: ["c", "b"] })).toEqual({
    granted: false,
    conflicting: [false, true],
  });
  expect(inFlight.claim({ kind: "transact-write", keys: ["c"] }).granted).toBe(true);
  if (first.granted) first.release();
  expect(inFlight.claim({ kind: "transact-write", keys: ["b"] }).granted).toBe(true);
});

test("a transaction conflicts with a single write in flight, a read transaction does not", () => {
  const inFlight = new ItemsInFlight();
  inFlight.claim({ kind: "write", keys: ["a"] });
  expect(inFlight.claim({ kind: "transact-write", keys: ["a"] }).granted).toBe(false);
  expect(inFlight.claim({ kind: "transact-get", keys: ["a"] }).granted).toBe(true);
});

test("two writes on one item must both end before a transaction gets it", () => {
  const inFlight = new ItemsInFlight();
  const first = inFlight.claim({ kind: "write", keys: ["a"] });
  const second = inFlight.claim({ kind: "write", keys: ["a"] });
  if (first.granted) first.release();
  expect(inFlight.claim({ kind: "transact-write", keys: ["a"] }).granted).toBe(false);
  if (second.granted) second.release();
  expect(inFlight.claim({ kind: "transact-write", keys: ["a"] }).granted).toBe(true);
});
