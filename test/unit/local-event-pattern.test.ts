import { describe, expect, test } from "vitest";
import { eventPattern, matches } from "#local/eventbridge/pattern";

const event = {
  source: "smart.ordering",
  "detail-type": "ordering.order-confirmed.v1",
  detail: {
    total: 95_000,
    free: false,
    note: null,
    tags: ["course", "book"],
    lines: [
      { kind: "place", amount: 1 },
      { kind: "goods", amount: 3 },
    ],
    buyer: { locale: "nb" },
  },
};

describe("an event pattern matches", () => {
  test.each([
    ["an exact string", { source: ["smart.payment", "smart.ordering"] }],
    ["an exact number", { detail: { total: [95_000] } }],
    ["null", { detail: { note: [null] } }],
    ["any of an array's values", { detail: { tags: ["book"] } }],
    ["a prefix", { "detail-type": [{ prefix: "ordering." }] }],
    ["a field that exists", { detail: { total: [{ exists: true }] } }],
    ["a field that does not exist", { detail: { coupon: [{ exists: false }] } }],
    ["anything but one value", { detail: { buyer: { locale: [{ "anything-but": "en" }] } } }],
    ["anything but a list", { detail: { buyer: { locale: [{ "anything-but": ["en", "nn"] }] } } }],
    ["anything but a prefix", { source: [{ "anything-but": { prefix: "aws." } }] }],
    ["a range of numbers", { detail: { total: [{ numeric: [">", 0, "<=", 95_000] }] } }],
    ["a branch of an array of objects", { detail: { lines: { kind: ["goods"], amount: [3] } } }],
  ])("%s", (_name, pattern) => {
    expect(matches(eventPattern.parse(pattern), event)).toBe(true);
  });
});

describe("an event pattern does not match", () => {
  test.each([
    ["another string", { source: ["smart.payment"] }],
    ["a number written as a string", { detail: { total: ["95000"] } }],
    ["null where the field is missing", { detail: { coupon: [null] } }],
    ["when one field of several differs", { source: ["smart.ordering"], detail: { total: [1] } }],
    ["existence of an object, which is no leaf", { detail: { buyer: [{ exists: true }] } }],
    ["existence of objects inside an array", { detail: { lines: [{ exists: true }] } }],
    ["anything-but on objects inside an array", { detail: { lines: [{ "anything-but": "x" }] } }],
    ["anything-but on a missing field", { detail: { coupon: [{ "anything-but": "x" }] } }],
    ["values from different objects of an array", { detail: { lines: { kind: ["goods"], amount: [1] } } }],
    ["outside a range", { detail: { total: [{ numeric: [">", 0, "<", 95_000] }] } }],
    ["a prefix on a number", { detail: { total: [{ prefix: "9" }] } }],
  ])("%s", (_name, pattern) => {
    expect(matches(eventPattern.parse(pattern), event)).toBe(false);
  });
});

test("an operator that is not supported is refused rather than ignored", () => {
  expect(eventPattern.safeParse({ source: [{ suffix: ".ordering" }] }).success).toBe(false);
  expect(eventPattern.safeParse({ source: "smart.ordering" }).success).toBe(false);
});
