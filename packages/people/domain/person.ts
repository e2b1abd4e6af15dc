import * as z from "zod";
import { PersonId, Role } from "#kernel/caller";
import { EmailAddress } from "#kernel/contact";

/** Somebody with an account: the subject of the identity provider's tokens, and what they may do here. */
export const Person = z.object({
  personId: PersonId,
  subject: z.string().min(1).max(200),
  email: EmailAddress,
  roles: z.array(Role),
});
export type Person = z.infer<typeof Person>;
