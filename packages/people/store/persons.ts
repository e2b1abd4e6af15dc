import { getItem, type Table } from "#platform/dynamo/table";
import type { FindPerson } from "#platform/http/authenticate";
import { Person } from "../domain/person.ts";

export const personKey = (subject: string) => ({ pk: `PERSON#${subject}`, sk: "PERSON" });

/** Finds whom a token's subject belongs to. Roles are read at each request, so that taking one away works at once. */
export function personBySubject(table: Table): FindPerson {
  return async (subject) => {
    const person = await getItem(table, personKey(subject), Person);
    return person && { kind: "person", personId: person.personId, email: person.email, roles: person.roles };
  };
}
