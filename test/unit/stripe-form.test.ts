import { describe, expect, it } from "vitest";
import { decodeForm } from "#local/stripe/form";

describe("a form body in Stripe's way", () => {
  it.each([
    ["plain values", "a=1&b=to%20ord+her", { a: "1", b: "to ord her" }],
    ["brackets nest", "a[b][c]=1&a[d]=2", { a: { b: { c: "1" }, d: "2" } }],
    ["numbers make a list, in their order", "a[1][b]=y&a[0][b]=x", { a: [{ b: "x" }, { b: "y" }] }],
    ["empty brackets make a list", "expand[]=x&expand[]=y", { expand: ["x", "y"] }],
    ["the last of two equal keys wins", "a=1&a=2", { a: "2" }],
    ["an empty value is kept", "metadata=", { metadata: "" }],
    ["a broken bracket is part of the name", "a[b=1", { "a[b": "1" }],
    ["nothing", "", {}],
  ])("%s", (_, text, expected) => {
    expect(decodeForm(text)).toEqual(expected);
  });

  it("cannot reach an object's prototype", () => {
    decodeForm("__proto__[polluted]=1&a[__proto__][polluted]=1");
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Object.hasOwn(decodeForm("__proto__=1"), "__proto__")).toBe(true);
  });
});
