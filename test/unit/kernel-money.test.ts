import * as fc from "fast-check";
import { expect, test } from "vitest";
import { allocate, formatKroner, kroner, minus, ore, sum, times } from "#kernel/money";

const amounts = fc.integer({ min: 0, max: 1_000_000_000 });
const weightLists = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 8 })
  .filter((weights) => weights.some((weight) => weight > 0));

test("parts add up to the whole, whatever the weights", async () => {
  await fc.assert(
    fc.property(amounts, weightLists, (total, weights) => {
      expect(sum(allocate(ore(total), weights))).toBe(total);
    }),
  );
});

test("each part is its exact share, rounded down or up to a whole øre", async () => {
  await fc.assert(
    fc.property(amounts, weightLists, (total, weights) => {
      const whole = weights.reduce((a, b) => a + b, 0);
      for (const [index, part] of allocate(ore(total), weights).entries()) {
        expect(Math.abs(part - (total * (weights[index] ?? 0)) / whole)).toBeLessThan(1);
      }
    }),
  );
});

test("the largest remainder gets the odd øre, the earlier part on a tie", () => {
  expect(allocate(ore(100), [1, 1, 1])).toEqual([34, 33, 33]);
  expect(allocate(ore(101), [1, 1, 1])).toEqual([34, 34, 33]);
  expect(allocate(ore(10), [1, 0, 6])).toEqual([1, 0, 9]);
});

test.each([[[]], [[0, 0]], [[2, -1]]])("nothing is shared out by the weights %j", (weights) => {
  expect(() => allocate(ore(100), weights)).toThrow("Weights must be positive.");
});

test("half an øre is no amount", () => {
  expect(() => ore(0.5)).toThrow();
  expect(() => times(ore(3), 0.5)).toThrow();
  expect(kroner(949.99)).toBe(94_999);
  expect(minus(kroner(1), ore(1))).toBe(99);
});

test.each([
  [95_000, "950 kr"],
  [95_050, "950,50 kr"],
  [123_456_789, "1 234 567,89 kr"],
  [100_000, "1 000 kr"],
  [-5_005, "−50,05 kr"],
  [0, "0 kr"],
])("%i øre reads %s", (amount, text) => {
  expect(formatKroner(ore(amount))).toBe(text.replaceAll(" ", "\u00a0"));
});
