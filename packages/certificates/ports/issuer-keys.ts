import type { TransactionPart } from "#kernel/transaction-part";
import type { IssuerKey } from "../domain/issuer.ts";

/** Every key that has signed: they stay listed when another signs. */
export interface IssuerKeys {
  all(): Promise<readonly IssuerKey[]>;
  add(key: IssuerKey): TransactionPart;
}
