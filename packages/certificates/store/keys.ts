import { createHash } from "node:crypto";

/** A hash: keys turn up in error messages, addresses must not. */
export const trainerKey = (email: string) => ({
  pk: `TRAINER#${createHash("sha256").update(email.toLowerCase()).digest("base64url")}`,
  sk: "TRAINER",
});
