import { part } from "#kernel/transaction-part";
import type { People } from "#people/ports/people";
import { addressHash } from "#platform/dynamo/address-hash";
import { getItem, queryList, type Table } from "#platform/dynamo/table";
import { Account } from "../domain/account.ts";
import { Person } from "../domain/person.ts";
import { personKey } from "./persons.ts";

const LIST = "accounts";

const accountKey = (email: string) => ({ pk: `ACCOUNT#${addressHash(email)}`, sk: "ACCOUNT" });

export function people(table: Table): People {
  return {
    find: (subject) => getItem(table, personKey(subject), Person),
    account: (email) => getItem(table, accountKey(email), Account),
    list: (page) => queryList(table, { partition: LIST }, Account, { ...page, newestFirst: true }),
    create: (person) =>
      part([
        {
          kind: "create",
          key: personKey(person.subject),
          item: { ...person },
          guards: [{ is: "absent", otherwise: "reload" }],
        },
      ]),
    changeRoles: ({ subject }, roles) =>
      part([
        {
          kind: "change",
          key: personKey(subject),
          set: { roles },
          guards: [{ is: "present", otherwise: "reload" }],
        },
      ]),
    keep: (before, after) =>
      part([
        {
          kind: before ? "replace" : "create",
          key: accountKey(after.email),
          item: { ...after, listPartition: LIST, listSort: `${after.changedAt}#${addressHash(after.email)}` },
          guards: [
            before
              ? { is: "equal", attribute: "version", value: before.version, otherwise: "reload" }
              : { is: "absent", otherwise: "reload" },
          ],
        },
      ]),
  };
}
