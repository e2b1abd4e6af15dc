import * as z from "zod";
import { allocate, type Money, ore, sum } from "./money.ts";

/**
 * EHF's VAT categories (UNCL 5305) as far as the centre sells: S taxed, Z a printed book (zero rate), E exempt,
 * O outside the Act (a seller that isn't registered).
 */
export const VatCategory = z.enum(["S", "Z", "E", "O"]);
export type VatCategory = z.infer<typeof VatCategory>;

/** Rates in hundredths of a per cent, with the date each took effect (mval. § 5-1, § 5-2, § 5-3). */
const STANDARD_RATES = [{ from: "2005-01-01", basisPoints: 2500 }] as const;

/**
 * The rate of a category on a day, in hundredths of a per cent.
 *
 * @param day `YYYY-MM-DD`, the day of delivery or payment, whichever the sale is taxed by
 */
export function vatRate(category: VatCategory, day: string): number {
  if (category !== "S") return 0;
  const rate = STANDARD_RATES.findLast(({ from }) => from <= day);
  if (!rate) throw new RangeError(`No VAT rate is known for ${day}.`);
  return rate.basisPoints;
}

/** One part of a price under one VAT category: net + vat = gross. */
export const VatPart = z.object({
  what: z.enum(["goods", "teaching", "serving", "book", "deck", "conference", "freight"]),
  category: VatCategory,
  basisPoints: z.int().min(0),
  net: z.int(),
  vat: z.int(),
  gross: z.int(),
});
export type VatPart = z.infer<typeof VatPart>;

/** A versioned split of one price over VAT lines: a mixed supply such as a course with lunch, book and deck. */
export const VatAllocation = z.strictObject({
  version: z.string().min(1).max(40),
  shares: z
    .array(z.strictObject({ what: VatPart.shape.what, category: VatCategory, weight: z.int().min(1).max(1_000_000) }))
    .min(1)
    .max(8),
});
export type VatAllocation = z.infer<typeof VatAllocation>;

/** Takes the VAT out of an amount that includes it; øre are rounded half up, once, on the VAT. */
export function taxInclusivePart(what: VatPart["what"], category: VatCategory, gross: Money, day: string): VatPart {
  const basisPoints = vatRate(category, day);
  const vat = ore(Math.round((gross * basisPoints) / (10_000 + basisPoints)));
  return { what, category, basisPoints, net: ore(gross - vat), vat, gross };
}

/** Splits a price by its allocation, whole øre, the largest remainder first; then takes the VAT out of each part. */
export function splitPrice(gross: Money, allocation: VatAllocation, day: string): VatPart[] {
  const amounts = allocate(
    gross,
    allocation.shares.map((share) => share.weight),
  );
  return allocation.shares.map((share, index) =>
    taxInclusivePart(share.what, share.category, amounts[index] ?? ore(0), day),
  );
}

/**
 * Freight follows the goods: its price is spread over their categories in proportion to their net value
 * (mval. § 4-2 (1) a); goods worth nothing carry it as the standard rate.
 */
export function splitFreight(gross: Money, goods: readonly VatPart[], day: string): VatPart[] {
  const netByCategory = new Map<VatCategory, Money>();
  for (const part of goods)
    netByCategory.set(part.category, sum([netByCategory.get(part.category) ?? ore(0), ore(part.net)]));
  const categories = [...netByCategory].filter(([, net]) => net > 0);
  if (gross === 0) return [];
  if (categories.length === 0) return [taxInclusivePart("freight", "S", gross, day)];
  const amounts = allocate(
    gross,
    categories.map(([, net]) => net),
  );
  return categories.map(([category], index) => taxInclusivePart("freight", category, amounts[index] ?? ore(0), day));
}
