import { describe, expect, test } from "vitest";
import { BrokenCall, faultKinds } from "#local/broken-call";
import { pointsOf, shuffled } from "../faults/points.ts";

const calls = { requests: 4, writes: 3, transactions: 2, stripeCalls: 3, webhooks: 1 };

test("a kind of fault has a point for each call it can come to", () => {
  const counts = Object.fromEntries(faultKinds.map((kind) => [kind, pointsOf(kind, calls).length]));
  expect(counts).toMatchObject({
    before: 4,
    throttle: 4,
    after: 3,
    kill: 3,
    conflict: 2,
    "stripe-after": 3,
    "webhook-lost": 1,
  });
  expect(pointsOf("stripe-kill", { ...calls, stripeCalls: 0 })).toEqual([]);
  expect(pointsOf("after", calls).map(({ request }) => request)).toEqual([1, 2, 3]);
});

test("the same seed tries in the same order, another in another", () => {
  const all = pointsOf("before", { ...calls, requests: 20 });
  expect(shuffled(all, 7)).toEqual(shuffled(all, 7));
  expect(shuffled(all, 7)).not.toEqual(shuffled(all, 8));
  expect(shuffled(all, 7).toSorted((one, other) => one.request - other.request)).toEqual(all);
});

describe("the call to be broken", () => {
  test("is counted among its own sort only, from when it was asked for", () => {
    const broken = new BrokenCall();
    broken.next("stripeCalls");
    broken.reset({ kind: "stripe-after", request: 2 });
    const found = [
      broken.next("stripeCalls"),
      broken.next("requests", "transactions"),
      broken.next("webhooks"),
      broken.next("stripeCalls"),
      broken.next("stripeCalls"),
    ];
    expect(found).toEqual([undefined, undefined, undefined, "stripe-after", undefined]);
    expect([broken.calls, broken.struck]).toEqual([
      { requests: 1, writes: 0, transactions: 1, stripeCalls: 3, webhooks: 1 },
      1,
    ]);
  });
});
