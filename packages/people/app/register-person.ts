import { PersonId } from "#kernel/caller";
import { mint } from "#kernel/id";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { People } from "#people/ports/people";
import { Person } from "../domain/person.ts";

export type RegisterPerson = (origin: Origin, person: Omit<Person, "personId">) => Promise<Person>;

/** Gives the subject of an identity provider an account; who has one keeps it as it is. */
export function registerPersonUseCase(ports: { unitOfWork: UnitOfWork; people: People }): RegisterPerson {
  const { unitOfWork, people } = ports;
  return (origin, details) =>
    unitOfWork.run(origin, Person, async () => {
      const known = await people.find(details.subject);
      if (known) return { parts: [], answer: known };
      const person = Person.parse({ ...details, personId: mint(PersonId, unitOfWork.random) });
      return { parts: [people.create(person)], answer: person };
    });
}
