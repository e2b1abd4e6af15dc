import type { Row } from "./rows.ts";
import { brokenCapacity } from "./rules/capacity.ts";
import { brokenCertificates } from "./rules/certificates.ts";
import { brokenHandIns } from "./rules/hand-ins.ts";
import { brokenMail } from "./rules/mail.ts";
import { brokenMoney } from "./rules/money.ts";
import { brokenParticipations } from "./rules/participations.ts";
import { brokenPlaces } from "./rules/places.ts";
import { brokenSeats } from "./rules/seats.ts";
import { brokenStock } from "./rules/stock.ts";
import { storedIn } from "./rules/stored.ts";
import { brokenAtStripe } from "./rules/stripe.ts";

/** The world once everything has come to rest. */
export interface World {
  readonly rows: readonly Row[];
  /** The id of each mail that was sent (its tag `mail-id`), as often as it was sent. */
  readonly inbox: readonly string[];
  /** Øre that Stripe has kept, by order number. */
  readonly stripe: ReadonlyMap<string, number>;
}

/** The rules of the domain that do not hold, each in a sentence; none when all is well. */
export function brokenRules({ rows, inbox, stripe }: World): string[] {
  const stored = storedIn(rows);
  return [
    ...brokenCapacity(stored),
    ...brokenPlaces(stored),
    ...brokenParticipations(stored),
    ...brokenHandIns(stored),
    ...brokenMoney(stored),
    ...brokenAtStripe(stored, stripe),
    ...brokenStock(stored),
    ...brokenSeats(stored),
    ...brokenCertificates(stored),
    ...brokenMail(stored, inbox),
  ];
}
