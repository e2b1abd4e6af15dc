import type { CertifiedTrainers } from "#certificates/ports/certified-trainers";
import { refusal } from "#kernel/domain-error";
import { part } from "#kernel/transaction-part";
import { addressHash } from "#platform/dynamo/address-hash";
import { trainerKey } from "./keys.ts";

/** How many valid certificates the holder of an address has: counted in the transactions that issue and end them. */
export const VALID = "valid";

export function certifiedTrainers(): CertifiedTrainers {
  return {
    check: (email) =>
      part([
        {
          kind: "check",
          key: trainerKey(addressHash(email)),
          guards: [{ is: "at-least", attribute: VALID, value: 1, otherwise: () => refusal("certificate-missing", {}) }],
        },
      ]),
  };
}
