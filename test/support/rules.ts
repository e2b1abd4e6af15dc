import type { Row } from "./rows.ts";
import { brokenCapacity } from "./rules/capacity.ts";
import { brokenMail } from "./rules/mail.ts";
import { brokenMoney } from "./rules/money.ts";
import { brokenStock } from "./rules/stock.ts";
import { storedIn } from "./rules/stored.ts";

/**
 * The rules of the domain that do not hold once everything has come to rest, each in a sentence; none when all is well.
 *
 * @param inbox the id of each mail that was sent (its tag `mail-id`), as often as it was sent
 */
export function brokenRules(rows: readonly Row[], inbox: readonly string[]): string[] {
  const stored = storedIn(rows);
  return [...brokenCapacity(stored), ...brokenMoney(stored), ...brokenStock(stored), ...brokenMail(stored, inbox)];
}
