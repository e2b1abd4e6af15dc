import * as z from "zod";
import type { Instant } from "#kernel/clock";
import type { Certificate } from "./certificate.ts";

const Answer = z.union([z.boolean(), z.literal("unknown")]);
export type Answer = z.infer<typeof Answer>;

/** What whoever checks a certificate wants to know, each by itself; true is as it should be. */
export const Answers = z.object({
  /** It is as it was signed, by the issuer's key. */
  signature: Answer,
  /** It has not expired. */
  expiry: Answer,
  /** It is neither revoked nor replaced. */
  status: Answer,
  /** Its issuer is one that is known. */
  issuer: Answer,
});
export type Answers = z.infer<typeof Answers>;

/** Valid: all four are true. Not valid: one is false. Else nobody can tell. */
export function verdictOf({ signature, expiry, status, issuer }: Answers): Answer {
  const all = [signature, expiry, status, issuer];
  if (all.includes(false)) return false;
  return all.includes("unknown") ? "unknown" : true;
}

/** The four answers about a certificate of ours: its status is its row's, which changes at once. */
export function answersOf(certificate: Certificate, signature: Answer, now: Instant): Answers {
  const { validUntil } = certificate.snapshot;
  return {
    signature,
    expiry: validUntil === undefined || now < validUntil,
    status: certificate.status === "valid",
    issuer: true,
  };
}
