import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import * as z from "zod";

const context = z.record(z.string(), z.string()).default({});
const generateRequest = z.strictObject({
  KeyId: z.string(),
  KeySpec: z.literal("AES_256"),
  EncryptionContext: context,
});
const decryptRequest = z.strictObject({ KeyId: z.string(), CiphertextBlob: z.base64(), EncryptionContext: context });

const NONCE = 12;
const TAG = 16;

/**
 * KMS' symmetric keys: they wrap data keys, and open them again only under the same encryption context. What doesn't open
 * is refused by the exception that KMS has for it. Answers undefined for a key that is none of these.
 */
export function dataKeys(keyArns: ReadonlySet<string>) {
  const keys = new Map<string, Buffer>();
  const keyOf = (keyArn: string) => {
    const key = keys.get(keyArn) ?? randomBytes(32);
    keys.set(keyArn, key);
    return key;
  };
  return (operation: "GenerateDataKey" | "Decrypt", body: unknown): object | undefined => {
    const { KeyId } = z.object({ KeyId: z.string() }).parse(body);
    if (!keyArns.has(KeyId)) return undefined;
    if (operation === "GenerateDataKey") {
      const { EncryptionContext } = generateRequest.parse(body);
      const plain = randomBytes(32);
      const blob = wrapped(keyOf(KeyId), plain, bound(EncryptionContext));
      return { KeyId, Plaintext: plain.toString("base64"), CiphertextBlob: blob.toString("base64") };
    }
    const { CiphertextBlob, EncryptionContext } = decryptRequest.parse(body);
    const plain = opened(keyOf(KeyId), Buffer.from(CiphertextBlob, "base64"), bound(EncryptionContext));
    if (!plain) return { refused: "InvalidCiphertextException" };
    return { KeyId, Plaintext: plain.toString("base64"), EncryptionAlgorithm: "SYMMETRIC_DEFAULT" };
  };
}

/** An encryption context is a set of pairs: their order doesn't count. */
function bound(pairs: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(JSON.stringify(Object.entries(pairs).sort()));
}

function wrapped(key: Buffer, plain: Buffer, aad: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG }).setAAD(aad);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function opened(key: Buffer, blob: Buffer, aad: Buffer): Buffer | undefined {
  if (blob.length < NONCE + TAG) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", key, blob.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(aad)
    .setAuthTag(blob.subarray(blob.length - TAG));
  try {
    return Buffer.concat([decipher.update(blob.subarray(NONCE, blob.length - TAG)), decipher.final()]);
  } catch {
    return undefined; // It doesn't open, as when it was wrapped for something else.
  }
}
