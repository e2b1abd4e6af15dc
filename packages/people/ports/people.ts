import type { TransactionPart } from "#kernel/transaction-part";
import type { Account } from "../domain/account.ts";
import type { Person } from "../domain/person.ts";

/** People with an account, as this context keeps them. */
export interface People {
  find(subject: string): Promise<Person | undefined>;
  /** The account of a mail address, also before anybody has signed in with it. */
  account(email: string): Promise<Account | undefined>;
  /** Accounts by when they were changed, the newest first. For people to look at: an index is behind the table. */
  list(page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<{
    readonly items: readonly Account[];
    readonly cursor?: string;
  }>;
  /** Whoever was faster makes the command load again. */
  create(person: Person): TransactionPart;
  /** The person with these roles from the next request on. */
  changeRoles(person: Person, roles: Person["roles"]): TransactionPart;
  /** Writes the account if it still is as it was read as `before`; else the command loads again. */
  keep(before: Account | undefined, after: Account): TransactionPart;
}
