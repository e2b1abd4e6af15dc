import * as z from "zod";

/** An amount in øre, a whole number; negative for money going back. NOK is the only currency. */
export const Money = z.int().brand<"Money">();
export type Money = z.infer<typeof Money>;

export const ZERO = Money.parse(0);

/** @throws when `amount` is no whole number of øre */
export function ore(amount: number): Money {
  return Money.parse(amount);
}

export function kroner(amount: number): Money {
  return ore(Math.round(amount * 100));
}

export function sum(amounts: Iterable<Money>): Money {
  let total = 0;
  for (const amount of amounts) total += amount;
  return ore(total);
}

export function minus(a: Money, b: Money): Money {
  return ore(a - b);
}

export function times(amount: Money, quantity: number): Money {
  return ore(amount * quantity);
}

/**
 * Splits `total` in proportion to `weights` so that the parts add up to it exactly: whole øre, the largest
 * remainder first, the earlier part on a tie.
 *
 * @throws when the weights are negative or add up to nothing
 */
export function allocate(total: Money, weights: readonly number[]): Money[] {
  const whole = weights.reduce((a, b) => a + b, 0);
  if (whole <= 0 || weights.some((weight) => weight < 0)) throw new RangeError("Weights must be positive.");
  const shares = weights.map((weight, index) => {
    const exact = (total * weight) / whole;
    return { index, floor: Math.floor(exact), remainder: exact - Math.floor(exact) };
  });
  let left = total - shares.reduce((a, share) => a + share.floor, 0);
  const parts = shares.map((share) => share.floor);
  for (const share of [...shares].sort((a, b) => b.remainder - a.remainder || a.index - b.index)) {
    if (left === 0) break;
    parts[share.index] = share.floor + 1;
    left -= 1;
  }
  return parts.map(ore);
}

/** `1 234,50 kr` as Norwegians write it; whole amounts without øre. The spaces don't break. */
export function formatKroner(amount: Money): string {
  const [whole = "0", part = "00"] = (Math.abs(amount) / 100).toFixed(2).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  const sign = amount < 0 ? "\u2212" : "";
  return `${sign}${grouped}${part === "00" ? "" : `,${part}`}\u00a0kr`;
}
