import { createPublicKey } from "node:crypto";
import { GetPublicKeyCommand, KMSClient, type KMSClientConfig, SignCommand } from "@aws-sdk/client-kms";

/** An Ed25519 key that never leaves its keeper. */
export interface Ed25519Signer {
  /** The signature of the bytes themselves (not of a hash of ours): 64 bytes. At most 4,096 bytes can be signed. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
  /** The raw key: 32 bytes. Asked for once. */
  publicKey(): Promise<Uint8Array>;
}

export function kmsClient(config: KMSClientConfig = {}): KMSClient {
  return new KMSClient(config);
}

/** @param keyId ARN of a KMS key of the spec ECC_NIST_EDWARDS25519 */
export function kmsSigner(client: KMSClient, keyId: string): Ed25519Signer {
  let asked: Promise<Uint8Array> | undefined;

  async function askForKey(): Promise<Uint8Array> {
    const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
    if (!PublicKey) throw new Error("KMS answered without a public key.");
    const { crv, x } = createPublicKey({ key: Buffer.from(PublicKey), format: "der", type: "spki" }).export({
      format: "jwk",
    });
    if (crv !== "Ed25519" || !x) throw new Error(`The key is not an Ed25519 key but ${crv}.`);
    return new Uint8Array(Buffer.from(x, "base64url"));
  }

  return {
    async sign(bytes) {
      const { Signature } = await client.send(
        new SignCommand({ KeyId: keyId, Message: bytes, MessageType: "RAW", SigningAlgorithm: "ED25519_SHA_512" }),
      );
      if (Signature?.length !== 64) throw new Error(`An Ed25519 signature has 64 bytes, not ${Signature?.length}.`);
      return Signature;
    },
    publicKey() {
      // A failure is not kept: the next one to ask tries again.
      asked ??= askForKey().catch((error: unknown) => {
        asked = undefined;
        throw error;
      });
      return asked;
    },
  };
}
