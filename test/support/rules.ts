import type { Row } from "./rows.ts";
import { brokenCapacity } from "./rules/capacity.ts";
import { brokenMoney } from "./rules/money.ts";
import { brokenStock } from "./rules/stock.ts";
import { storedIn } from "./rules/stored.ts";

/** The rules of the domain that do not hold for these rows, each in a sentence; none when all is well. */
export function brokenRules(rows: readonly Row[]): string[] {
  const stored = storedIn(rows);
  return [...brokenCapacity(stored), ...brokenMoney(stored), ...brokenStock(stored)];
}
