import * as z from "zod";
import { type Caller, Role } from "#kernel/caller";
import { EmailAddress } from "#kernel/contact";
import { refusal } from "#kernel/domain-error";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { People } from "#people/ports/people";
import { Account, giveRoles } from "../domain/account.ts";
import { rolesGiven } from "../events/roles-given.ts";

export const GiveRolesCommand = z.strictObject({ email: EmailAddress, roles: z.array(Role).max(Role.options.length) });

export type GiveRoles = (
  origin: Origin,
  command: z.infer<typeof GiveRolesCommand>,
  caller: Caller,
) => Promise<{ readonly roles: Role[] }>;

/** Names no person: it is kept as the answer to a repeated request. */
export const RolesGivenAnswer = Account.pick({ roles: true });

/**
 * Gives a mail address these roles instead of those it had, from the next request on; whoever reads it may have signed in
 * already, or does so later.
 *
 * @throws DomainError `own-administrator-role`
 */
export function giveRolesUseCase(ports: { readonly unitOfWork: UnitOfWork; readonly people: People }): GiveRoles {
  const { unitOfWork, people } = ports;
  return (origin, { email, roles }, caller) =>
    unitOfWork.run(origin, RolesGivenAnswer, async () => {
      if (caller.kind === "guest") throw refusal("unauthenticated", {});
      const before = await people.account(email);
      const account = giveRoles(before, { email, roles, now: unitOfWork.clock(), by: caller });
      const known = await Promise.all(account.subjects.map((subject) => people.find(subject)));
      const persons = known.filter((person) => person !== undefined);
      const fact = rolesGiven.of({
        by: caller.personId,
        to: persons.map(({ personId }) => personId),
        roles: account.roles,
      });
      return {
        parts: [
          people.keep(before, account),
          ...persons.map((person) => people.changeRoles(person, account.roles)),
          record(fact),
        ],
        answer: { roles: account.roles },
      };
    });
}
