import { createHash, createPublicKey, verify } from "node:crypto";
import * as z from "zod";
import { canonicalise, type JsonObject } from "./canonicalise.ts";
import { type Contexts, contexts } from "./contexts.ts";
import { fromBase58, toBase58 } from "./multibase.ts";

/** A Data Integrity proof by `eddsa-rdfc-2022` (W3C, Data Integrity EdDSA Cryptosuites 1.0). */
const Proof = z.strictObject({
  type: z.literal("DataIntegrityProof"),
  cryptosuite: z.literal("eddsa-rdfc-2022"),
  created: z.string(),
  verificationMethod: z.string(),
  proofPurpose: z.literal("assertionMethod"),
  proofValue: z.string(),
});
export type Proof = z.infer<typeof Proof>;

/** How to sign: the key that verifies it, by its address, and when. */
export interface ProofOptions {
  readonly verificationMethod: string;
  /** ISO 8601. */
  readonly created: string;
  /** Ed25519, of the bytes as they are. */
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/** The document with its proof; `known` are the contexts it may be written in. */
export async function withProof<Document extends JsonObject>(
  document: Document,
  { verificationMethod, created, sign }: ProofOptions,
  known: Contexts = contexts,
): Promise<Document & { readonly proof: Proof }> {
  const config = {
    type: "DataIntegrityProof",
    cryptosuite: "eddsa-rdfc-2022",
    created,
    verificationMethod,
    proofPurpose: "assertionMethod",
  } as const;
  const signature = await sign(await toBeSigned(document, config, known));
  return { ...document, proof: { ...config, proofValue: toBase58(signature) } };
}

/** The address of the key that a document says it is signed by; undefined without a proof of the kind we know. */
export function verificationMethodOf(document: JsonObject): string | undefined {
  return Proof.safeParse(document["proof"]).data?.verificationMethod;
}

/**
 * Whether the document's proof is that key's, and of this document as it is. False also for what can't be read.
 *
 * @param publicKey 32 bytes
 */
export async function hasProof(
  document: JsonObject,
  publicKey: Uint8Array,
  known: Contexts = contexts,
): Promise<boolean> {
  const { proof: given, ...unsigned } = document;
  const proof = Proof.safeParse(given);
  if (!proof.success) return false;
  const { proofValue, ...config } = proof.data;
  const signature = fromBase58(proofValue);
  if (signature?.length !== 64) return false;
  try {
    return verify(null, await toBeSigned(unsigned, config, known), ed25519(publicKey), signature);
  } catch {
    return false; // a context we don't have, a term that none explains, or no JSON-LD at all
  }
}

/** Section 3.2.4: the hash of the proof's own options, then that of the document. */
async function toBeSigned(
  document: JsonObject,
  config: Omit<Proof, "proofValue">,
  known: Contexts,
): Promise<Uint8Array> {
  const [options, claims] = await Promise.all([
    canonicalise({ "@context": document["@context"], ...config }, known),
    canonicalise(document, known),
  ]);
  return Buffer.concat([sha256(options), sha256(claims)]);
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function ed25519(publicKey: Uint8Array) {
  const jwk = { kty: "OKP", crv: "Ed25519", x: Buffer.from(publicKey).toString("base64url") };
  return createPublicKey({ key: jwk, format: "jwk" });
}
