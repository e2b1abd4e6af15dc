import { part } from "#kernel/transaction-part";
import type { People } from "#people/ports/people";
import { getItem, type Table } from "#platform/dynamo/table";
import { Person } from "../domain/person.ts";
import { personKey } from "./persons.ts";

export function people(table: Table): People {
  return {
    find: (subject) => getItem(table, personKey(subject), Person),
    create: (person) => part([{ kind: "create", key: personKey(person.subject), item: { ...person }, guards: [] }]),
  };
}
