import * as z from "zod";
import { type Caller, PersonId, Role } from "#kernel/caller";
import { EmailAddress } from "#kernel/contact";
import { refusal } from "#kernel/domain-error";
import { AccessKey, mint } from "#kernel/id";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { MailProofParts } from "#people/ports/mail-proofs";
import type { People } from "#people/ports/people";
import { openAccount, personOf } from "../domain/account.ts";
import { accountOpened } from "../events/account-opened.ts";

export const OpenAccountCommand = z.strictObject({
  email: EmailAddress,
  /** That whoever signed in reads the mail of `email`: from a code by mail. */
  mailProof: AccessKey,
});

export const AccountOpened = z.object({ personId: PersonId, roles: z.array(Role) });

export interface OpenAccountPorts {
  readonly unitOfWork: UnitOfWork;
  readonly people: People;
  readonly mailProofs: MailProofParts;
  /** The one address that is an administrator's without another having said so. */
  readonly firstAdministrator: string;
}

export type OpenAccount = (
  origin: Origin,
  command: z.infer<typeof OpenAccountCommand>,
  caller: Caller,
) => Promise<z.infer<typeof AccountOpened>>;

/**
 * Gives whoever has signed in for the first time an account, tied to an address they prove to read, with the roles that
 * the address has been given. Who has one keeps it.
 *
 * @throws DomainError `unauthenticated`, `mail-proof-missing`, `too-many-sign-ins`
 */
export function openAccountUseCase(ports: OpenAccountPorts): OpenAccount {
  const { unitOfWork, people, mailProofs, firstAdministrator } = ports;
  return (origin, { email, mailProof }, caller) =>
    unitOfWork.run(origin, AccountOpened, async () => {
      if (caller.kind === "person")
        return { parts: [], answer: { personId: caller.personId, roles: [...caller.roles] } };
      const { subject } = caller;
      if (!subject) throw refusal("unauthenticated", {});
      const [known, before] = await Promise.all([people.find(subject), people.account(email)]);
      if (known) return { parts: [], answer: { personId: known.personId, roles: known.roles } };
      const now = unitOfWork.clock();
      const account = openAccount(before, { email, subject, now, firstAdministrator: email === firstAdministrator });
      const person = personOf(account, subject, mint(PersonId, unitOfWork.random));
      return {
        parts: [
          people.create(person),
          people.keep(before, account),
          mailProofs.check(mailProof, email, now),
          record(accountOpened.of({ personId: person.personId, roles: account.roles })),
        ],
        answer: { personId: person.personId, roles: account.roles },
      };
    });
}
