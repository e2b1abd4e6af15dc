import * as z from "zod";
import type { Proofs } from "#certificates/ports/proofs";
import type { Signer } from "#certificates/ports/signer";
import { encodeBitstring } from "#platform/credentials/bitstring";
import { fromMultikey, toMultikey } from "#platform/credentials/multibase";
import { hasProof, verificationMethodOf, withProof } from "#platform/credentials/proof";
import type { Addresses } from "../domain/addresses.ts";

const Document = z.record(z.string(), z.unknown());

export function proofs(signer: Signer, at: Addresses): Proofs {
  // Asked of KMS once for each function that starts; it changes with a deployment only.
  let asked: Promise<string> | undefined;
  async function multikey(): Promise<string> {
    asked ??= signer.publicKey().then(toMultikey);
    return asked.catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
  }
  return {
    key: async () => ({ multikey: await multikey() }),
    async sign(document, now) {
      const verificationMethod = at.key(await multikey());
      const signed = await withProof(document, { verificationMethod, created: now, sign: signer.sign });
      return JSON.stringify(signed);
    },
    async check(credential, keys) {
      const document = Document.parse(JSON.parse(credential));
      const named = verificationMethodOf(document);
      const key = keys.find(({ multikey }) => at.key(multikey) === named);
      const publicKey = key && fromMultikey(key.multikey);
      return publicKey ? hasProof(document, publicKey) : "unknown";
    },
    bitstring: encodeBitstring,
  };
}
