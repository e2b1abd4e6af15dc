import { type Caller, hasRole } from "#kernel/caller";
import type { Participation } from "./participation.ts";

type Whose = Pick<Participation, "key" | "email">;

/** A portfolio is its participant's: by the key from their mail, or a login with their address. */
export function isOwn({ key, email }: Whose, caller: Caller): boolean {
  return caller.kind === "guest" ? caller.key === key : caller.email === email;
}

/** Course leaders don't read portfolios: only the participant, reviewers and administrators do. */
export function mayRead(participation: Whose, caller: Caller): boolean {
  return isOwn(participation, caller) || hasRole(caller, "reviewer") || hasRole(caller, "administrator");
}
