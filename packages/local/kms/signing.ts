import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import * as z from "zod";

const SIGNING_ALGORITHM = "ED25519_SHA_512";

const signRequest = z.strictObject({
  KeyId: z.string(),
  Message: z.base64(),
  MessageType: z.literal("RAW"),
  SigningAlgorithm: z.literal(SIGNING_ALGORITHM),
});
const publicKeyRequest = z.strictObject({ KeyId: z.string() });

/**
 * KMS' signing keys: a new Ed25519 key for each. Sign takes the message itself, at most 4,096 bytes. Answers undefined for
 * a key that is none of these.
 *
 * @throws ZodError for another algorithm or message type
 */
export function signing(keyArns: ReadonlySet<string>) {
  const pairs = new Map<string, { publicKey: KeyObject; privateKey: KeyObject }>();
  const pairOf = (keyArn: string) => {
    const pair = pairs.get(keyArn) ?? generateKeyPairSync("ed25519");
    pairs.set(keyArn, pair);
    return pair;
  };
  return (operation: "Sign" | "GetPublicKey", body: unknown): object | undefined => {
    const { KeyId } = z.object({ KeyId: z.string() }).parse(body);
    if (!keyArns.has(KeyId)) return undefined;
    const { publicKey, privateKey } = pairOf(KeyId);
    if (operation === "GetPublicKey") {
      publicKeyRequest.parse(body);
      const PublicKey = publicKey.export({ format: "der", type: "spki" }).toString("base64");
      return {
        KeyId,
        PublicKey,
        KeySpec: "ECC_NIST_EDWARDS25519",
        KeyUsage: "SIGN_VERIFY",
        SigningAlgorithms: [SIGNING_ALGORITHM],
      };
    }
    const message = Buffer.from(signRequest.parse(body).Message, "base64");
    if (message.length > 4096) throw new RangeError("A raw message has at most 4,096 bytes.");
    const Signature = sign(null, message, privateKey).toString("base64");
    return { KeyId, Signature, SigningAlgorithm: SIGNING_ALGORITHM };
  };
}
