import type { Instant } from "#kernel/clock";
import type { Answer } from "../domain/answers.ts";
import type { IssuerKey } from "../domain/issuer.ts";

/** Signs credentials with the issuer's key, and checks them. */
export interface Proofs {
  /** The key that signs now. */
  key(): Promise<IssuerKey>;
  /** The document with its proof, as JSON. */
  sign(document: { readonly [name: string]: unknown }, now: Instant): Promise<string>;
  /** Whether a credential is as one of these keys has signed it; unknown when it names another. */
  check(credential: string, keys: readonly IssuerKey[]): Promise<Answer>;
  /** A status list's bits, packed as its credential has them. */
  bitstring(entries: number, revoked: readonly number[]): string;
}
