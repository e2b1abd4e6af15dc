import * as z from "zod";
import { type PersonId, Role } from "#kernel/caller";
import { Instant } from "#kernel/clock";
import { EmailAddress } from "#kernel/contact";
import { refusal } from "#kernel/domain-error";
import type { Person } from "./person.ts";

/** So many ways to sign in, each with a subject of its own, lead to one account: a code by mail, Feide. */
const MAX_SUBJECTS = 5;

/** What a mail address may do here, whether or not its reader has signed in yet. */
export const Account = z.object({
  email: EmailAddress,
  roles: z.array(Role),
  /** The identity provider's subjects that have proved to read the address. */
  subjects: z.array(z.string()).max(MAX_SUBJECTS),
  changedAt: Instant,
  version: z.int().min(1),
});
export type Account = z.infer<typeof Account>;

/**
 * The account that a subject opens, or gets on to, by proving an address. Everybody is a participant; other roles are
 * those that an administrator gave the address, and the first administrator's by configuration.
 *
 * @throws DomainError `too-many-sign-ins`
 */
export function openAccount(
  before: Account | undefined,
  opened: {
    readonly email: string;
    readonly subject: string;
    readonly now: Instant;
    readonly firstAdministrator: boolean;
  },
): Account {
  const { email, subject, now, firstAdministrator } = opened;
  const subjects = [...new Set([...(before?.subjects ?? []), subject])];
  if (subjects.length > MAX_SUBJECTS) throw refusal("too-many-sign-ins", { limit: MAX_SUBJECTS });
  const roles = withParticipant([
    ...(before?.roles ?? []),
    ...(firstAdministrator ? (["administrator"] as const) : []),
  ]);
  return { email, roles, subjects, changedAt: now, version: (before?.version ?? 0) + 1 };
}

/**
 * The account with these roles instead of those it had.
 *
 * @throws DomainError `own-administrator-role`: nobody locks themselves out
 */
export function giveRoles(
  before: Account | undefined,
  given: {
    readonly email: string;
    readonly roles: readonly Role[];
    readonly now: Instant;
    readonly by: { readonly email: string };
  },
): Account {
  const { email, roles, now, by } = given;
  if (by.email === email && !roles.includes("administrator")) throw refusal("own-administrator-role", {});
  const { subjects = [], version = 0 } = before ?? {};
  return { email, roles: withParticipant(roles), subjects, changedAt: now, version: version + 1 };
}

/** Whom a subject of the account is, as routes see it. */
export function personOf({ email, roles }: Account, subject: string, personId: PersonId): Person {
  return { personId, subject, email, roles };
}

function withParticipant(roles: readonly Role[]): Role[] {
  return Role.options.filter((role) => role === "participant" || roles.includes(role));
}
