import * as z from "zod";
import type { AccessKey } from "./id.ts";
import { defineId } from "./id.ts";

export const PersonId = defineId("per").brand<"PersonId">();
export type PersonId = z.infer<typeof PersonId>;

export const Role = z.enum([
  "participant",
  "organisation-contact",
  "reviewer",
  "course-leader",
  "survey-reader",
  "administrator",
]);
export type Role = z.infer<typeof Role>;

/**
 * Who asks: a guest, perhaps with the key from a mail's link, or a person who is logged in. A guest with a `subject` has
 * signed in with the identity provider and has no account here yet.
 */
export type Caller =
  | { readonly kind: "guest"; readonly key?: AccessKey; readonly subject?: string }
  | { readonly kind: "person"; readonly personId: PersonId; readonly email: string; readonly roles: readonly Role[] };

export function hasRole(caller: Caller, role: Role): boolean {
  return caller.kind === "person" && caller.roles.includes(role);
}
