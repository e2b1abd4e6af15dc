import { createHash } from "node:crypto";

/** A mail address as keys may hold it: keys turn up in error messages and logs, addresses must not. SHA-256, base64url. */
export function addressHash(email: string): string {
  return createHash("sha256").update(email.trim().toLowerCase()).digest("base64url");
}
