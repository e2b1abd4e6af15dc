import * as fc from "fast-check";
import { expect, test } from "vitest";
import { kroner, ore, sum } from "#kernel/money";
import { splitFreight, splitPrice, taxInclusivePart, VatAllocation, type VatPart, vatRate } from "#kernel/vat";

const DAY = "2026-11-02";

/** norway.md: the 950 course is a mixed supply. */
const course = VatAllocation.parse({
  version: "course-2026-1",
  shares: [
    { what: "teaching", category: "E", weight: 600 },
    { what: "serving", category: "S", weight: 250 },
    { what: "book", category: "Z", weight: 350 },
    { what: "deck", category: "S", weight: 300 },
  ],
});

test("the course of NOK 950: teaching 380.00; lunch 126.66 + 31.67; book 221.67; deck 152.00 + 38.00", () => {
  expect(splitPrice(kroner(950), course, DAY)).toEqual([
    { what: "teaching", category: "E", basisPoints: 0, net: 38_000, vat: 0, gross: 38_000 },
    { what: "serving", category: "S", basisPoints: 2500, net: 12_666, vat: 3_167, gross: 15_833 },
    { what: "book", category: "Z", basisPoints: 0, net: 22_167, vat: 0, gross: 22_167 },
    { what: "deck", category: "S", basisPoints: 2500, net: 15_200, vat: 3_800, gross: 19_000 },
  ]);
});

const grossOf = (parts: readonly VatPart[]) => sum(parts.map(({ gross }) => ore(gross)));

test("whatever the price and the weights: the parts add up to it, and each is its net and its VAT", async () => {
  const shares = fc.array(
    fc.record({
      what: fc.constantFrom("teaching", "serving", "book", "deck"),
      category: fc.constantFrom("S", "Z", "E"),
      weight: fc.integer({ min: 1, max: 1_000_000 }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  await fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), shares, (price, each) => {
      const parts = splitPrice(ore(price), VatAllocation.parse({ version: "any", shares: each }), DAY);
      expect(grossOf(parts)).toBe(price);
      for (const { category, net, vat, gross } of parts) {
        expect(net + vat).toBe(gross);
        if (category !== "S") expect(vat).toBe(0);
        // VAT is a quarter of the net, to the nearest øre.
        else expect(Math.abs(vat - gross / 5)).toBeLessThanOrEqual(0.5);
      }
    }),
  );
});

test("a book and a deck of the 300 set: 200 without VAT, 80 + 20", () => {
  expect(taxInclusivePart("book", "Z", kroner(200), DAY)).toMatchObject({ net: 20_000, vat: 0 });
  expect(taxInclusivePart("deck", "S", kroner(100), DAY)).toMatchObject({ net: 8_000, vat: 2_000 });
});

test("freight follows the goods: by category, in proportion to their net value", () => {
  const goods = [taxInclusivePart("goods", "Z", kroner(200), DAY), taxInclusivePart("goods", "S", kroner(125), DAY)];
  const freight = splitFreight(kroner(129), goods, DAY);
  // Net 200 and 100: two thirds and one third.
  expect(freight.map(({ category, gross }) => [category, gross])).toEqual([
    ["Z", 8_600],
    ["S", 4_300],
  ]);
  expect(grossOf(freight)).toBe(12_900);
});

test("freight of one kind of goods is one line, of none is the standard rate, and free freight is no line", () => {
  const book = taxInclusivePart("goods", "Z", kroner(200), DAY);
  expect(splitFreight(kroner(79), [book, book], DAY)).toEqual([taxInclusivePart("freight", "Z", kroner(79), DAY)]);
  expect(splitFreight(kroner(79), [], DAY)).toEqual([taxInclusivePart("freight", "S", kroner(79), DAY)]);
  expect(splitFreight(ore(0), [book], DAY)).toEqual([]);
});

test("a rate holds from its day on; before the first one known, none is made up", () => {
  expect(vatRate("S", "2005-01-01")).toBe(2500);
  expect(() => vatRate("S", "2004-12-31")).toThrow("No VAT rate is known for 2004-12-31.");
  expect(vatRate("Z", "2004-12-31")).toBe(0);
});
