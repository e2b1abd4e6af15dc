import type { Addresses } from "./addresses.ts";

/** A key that signs or has signed: what it signed is checked for as long as anybody has it. */
export interface IssuerKey {
  /** The Ed25519 public key as Multikey, `z6Mk…`. */
  readonly multikey: string;
}

const CONTEXTS = ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"];

/** Who issues, as an Open Badges profile that also names its keys (W3C Controlled Identifiers). */
export function issuerProfile(name: string, publicUrl: string, keys: readonly IssuerKey[], at: Addresses) {
  return {
    "@context": [...CONTEXTS, "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
    id: at.issuer,
    type: ["Profile"],
    name,
    url: publicUrl,
    ...keysOf(at.issuer, keys),
  };
}

/** The same issuer as a DID: did:web, which is looked up at `/.well-known/did.json`. */
export function issuerDid(publicUrl: string, keys: readonly IssuerKey[], at: Addresses) {
  // A port's colon is written as %3A (did:web Method Specification).
  const id = `did:web:${new URL(publicUrl).host.replace(":", "%3A")}`;
  return { "@context": CONTEXTS, id, alsoKnownAs: [at.issuer], ...keysOf(id, keys) };
}

function keysOf(controller: string, keys: readonly IssuerKey[]) {
  const idOf = ({ multikey }: IssuerKey) => `${controller}#${multikey}`;
  return {
    verificationMethod: keys.map((key) => ({
      id: idOf(key),
      type: "Multikey",
      controller,
      publicKeyMultibase: key.multikey,
    })),
    assertionMethod: keys.map(idOf),
  };
}
