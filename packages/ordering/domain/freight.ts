import { refusal } from "#kernel/domain-error";
import { kroner, type Money, ZERO } from "#kernel/money";

/** Freight by weight, VAT included. Owner decides; the default of norway.md. Above the last step: by agreement. */
export const FREIGHT_RATES = [
  { upToGrams: 1_000, price: kroner(79) },
  { upToGrams: 5_000, price: kroner(129) },
  { upToGrams: 10_000, price: kroner(199) },
] as const;

export type FreightRates = readonly { readonly upToGrams: number; readonly price: Money }[];

/**
 * Freight for goods that weigh so much in all; nothing to send costs nothing.
 *
 * @throws DomainError `freight-by-agreement` above the table's last step
 */
export function freightPrice(weightGrams: number, rates: FreightRates): Money {
  if (weightGrams === 0) return ZERO;
  const rate = rates.find(({ upToGrams }) => weightGrams <= upToGrams);
  if (!rate) throw refusal("freight-by-agreement", { limitGrams: rates.at(-1)?.upToGrams ?? 0 });
  return rate.price;
}
