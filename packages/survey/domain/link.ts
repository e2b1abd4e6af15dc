import * as z from "zod";

/** What stands in a mail's address, `/survey/<link>`: 97 characters, opaque, told to nobody but the participant. */
export const Link = z
  .string()
  .regex(/^[0-9a-hjkmnp-tv-z]{22}[\w-]{75}$/)
  .brand<"Link">();
export type Link = z.infer<typeof Link>;

/**
 * A random value that one browser keeps in a cookie (HttpOnly, Secure, SameSite=Lax, its path the survey's, until the form
 * closes). 256 bits, base64url. A link belongs to the first device that saves by it.
 */
export const Device = z
  .string()
  .regex(/^[\w-]{43}$/)
  .brand<"Device">();
export type Device = z.infer<typeof Device>;

/** Which state of somebody's answers was seen: to be handed back when they are saved. `new` before the first save. */
export const Revision = z
  .string()
  .regex(/^(new|[\w-]{16})$/)
  .brand<"Revision">();
export type Revision = z.infer<typeof Revision>;

export const NEW: Revision = Revision.parse("new");

/** The address a link is mailed as: the participant's page. */
export function linkAddress(publicUrl: string, link: Link): string {
  return `${publicUrl}/survey/${link}`;
}
