import type { TransactionPart } from "#kernel/transaction-part";
import type { Person } from "../domain/person.ts";

/** People with an account, as this context keeps them. */
export interface People {
  find(subject: string): Promise<Person | undefined>;
  create(person: Person): TransactionPart;
}
