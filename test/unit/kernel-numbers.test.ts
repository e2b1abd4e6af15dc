import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isOrderNumber, newOrderNumber } from "#kernel/order-number";
import { isOrganisationNumber } from "#kernel/organisation-number";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY";
const numbers = fc
  .uint8Array({ minLength: 7, maxLength: 7 })
  .map((bytes) => newOrderNumber((count) => bytes.slice(0, count)));

test("a new order number is one, and has nothing in it to misread", async () => {
  await fc.assert(
    fc.property(numbers, (number) => {
      expect(isOrderNumber(number)).toBe(true);
      expect(number).toMatch(/^[0-9A-HJKMNP-TV-Y]{4}-[0-9A-HJKMNP-TV-Y]{4}$/);
      expect(number).not.toMatch(/[ILOUZ]/);
    }),
  );
});

test("one wrong character is caught, wherever it is", async () => {
  await fc.assert(
    fc.property(numbers, fc.nat(7), fc.constantFrom(...ALPHABET), (number, place, wrong) => {
      const index = place < 4 ? place : place + 1;
      fc.pre(number[index] !== wrong);
      expect(isOrderNumber(number.slice(0, index) + wrong + number.slice(index + 1))).toBe(false);
    }),
  );
});

test("two neighbours in the wrong order are caught", async () => {
  await fc.assert(
    fc.property(numbers, fc.nat(5), (number, place) => {
      const characters = [...number.replace("-", "")];
      const [a = "", b = ""] = characters.slice(place, place + 2);
      fc.pre(a !== b);
      characters.splice(place, 2, b, a);
      const text = characters.join("");
      expect(isOrderNumber(`${text.slice(0, 4)}-${text.slice(4)}`)).toBe(false);
    }),
  );
});

test.each(["", "K7M49QXY", "k7m4-9qxy", "K7M4-9QX", "K7M4-9QXYY", "K7M4-9QXI", " K7M4-9QXY"])(
  "%j is no order number",
  (text) => {
    expect(isOrderNumber(text)).toBe(false);
  },
);

/** The definition itself: 3 2 7 6 5 4 3 2 and the check digit add up to a multiple of 11. */
function bySum(digits: readonly number[]): boolean {
  const weights = [3, 2, 7, 6, 5, 4, 3, 2, 1];
  return digits.reduce((total, digit, index) => total + digit * (weights[index] ?? 0), 0) % 11 === 0;
}

test("an organisation number is nine digits whose weighted sum is a multiple of 11", async () => {
  await fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 9, maxLength: 9 }), (digits) => {
      expect(isOrganisationNumber(digits.join(""))).toBe(bySum(digits));
    }),
    { numRuns: 2000 },
  );
});

test("eight digits whose check would be 10 have no organisation number", () => {
  const all = Array.from({ length: 10 }, (_, check) => `00000060${check}`);
  // 6 · 3 = 18, remainder 7: check 4. 4 · 3 = 12, remainder 1: check would be 10.
  expect(all.filter(isOrganisationNumber)).toHaveLength(1);
  expect(Array.from({ length: 10 }, (_, check) => `00000040${check}`).filter(isOrganisationNumber)).toEqual([]);
});

test.each(["20000000", "2000000051", "20000000a", "200 000 005", ""])("%j is no organisation number", (text) => {
  expect(isOrganisationNumber(text)).toBe(false);
});
