import type { Caller, PersonId } from "#kernel/caller";
import { invariant } from "#kernel/domain-error";

/** Who does it, for the history: on a route for roles, somebody is logged in. */
export function callerId(caller: Caller): PersonId {
  invariant(caller.kind === "person", "a route for roles has a person who calls");
  return caller.personId;
}
