import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from "@aws-sdk/client-kms";

/** What a data key is for. KMS opens it only for who says the same again, and writes it into its log of uses. */
type KeyPurpose = Readonly<Record<string, string>>;

/** Keys that a KMS key wraps: kept beside what they encrypt, and of no use without it. */
export interface DataKeys {
  /** A new key of 32 random bytes, as it is and wrapped. */
  make(purpose: KeyPurpose): Promise<{ readonly plain: Uint8Array; readonly wrapped: Uint8Array }>;
  /** @throws InvalidCiphertextException of KMS when it was wrapped for another purpose, or by another key */
  open(wrapped: Uint8Array, purpose: KeyPurpose): Promise<Uint8Array>;
}

/** @param keyId ARN of a symmetric KMS key */
export function dataKeys(client: KMSClient, keyId: string): DataKeys {
  return {
    async make(purpose) {
      const { Plaintext, CiphertextBlob } = await client.send(
        new GenerateDataKeyCommand({ KeyId: keyId, KeySpec: "AES_256", EncryptionContext: { ...purpose } }),
      );
      if (!Plaintext || !CiphertextBlob) throw new Error("KMS answered without a data key.");
      return { plain: Plaintext, wrapped: CiphertextBlob };
    },
    async open(wrapped, purpose) {
      const { Plaintext } = await client.send(
        new DecryptCommand({ KeyId: keyId, CiphertextBlob: wrapped, EncryptionContext: { ...purpose } }),
      );
      if (!Plaintext) throw new Error("KMS answered without the data key.");
      return Plaintext;
    },
  };
}
