import { createPublicKey, verify } from "node:crypto";
import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listen, readBody } from "#local/http-server";
import { localKms } from "#local/kms/kms";
import { type DataKeys, dataKeys } from "#platform/kms/data-keys";
import { kmsClient, kmsSigner } from "#platform/kms/signer";

const kms = localKms({
  signing: new Set(["arn:key", "arn:other-key"]),
  wrapping: new Set(["arn:wrapping", "arn:other-wrapping"]),
});
const asked: string[] = [];
const server = createServer(async (incoming, outgoing) => {
  const operation = String(incoming.headers["x-amz-target"]);
  asked.push(operation.replace("TrentService.", ""));
  const answer = kms(operation, JSON.parse((await readBody(incoming)).toString())) ?? { refused: "NotFoundException" };
  const refused = "refused" in answer ? answer.refused : undefined;
  outgoing.writeHead(refused ? 400 : 200, { "content-type": "application/x-amz-json-1.1" });
  outgoing.end(JSON.stringify(refused ? { __type: refused, message: refused } : answer));
});
let signerOf: (keyArn: string) => ReturnType<typeof kmsSigner>;
let keysOf: (keyArn: string) => DataKeys;

beforeAll(async () => {
  const endpoint = `http://127.0.0.1:${await listen(server, 0)}`;
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = kmsClient({ endpoint, region: "eu-north-1", credentials, maxAttempts: 1 });
  signerOf = (keyArn) => kmsSigner(client, keyArn);
  keysOf = (keyArn) => dataKeys(client, keyArn);
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const message = Buffer.from("64 bytes of hashes, in a certificate");
function verified(key: Uint8Array, signature: Uint8Array, bytes: Uint8Array): boolean {
  const jwk = { kty: "OKP", crv: "Ed25519", x: Buffer.from(key).toString("base64url") };
  return verify(null, bytes, createPublicKey({ key: jwk, format: "jwk" }), signature);
}

test("a signature is 64 bytes that the 32 bytes of its key, and no other key, say are of the message", async () => {
  const signer = signerOf("arn:key");
  const [signature, key, otherKey] = await Promise.all([
    signer.sign(message),
    signer.publicKey(),
    signerOf("arn:other-key").publicKey(),
  ]);
  expect([signature.length, key.length]).toEqual([64, 32]);
  expect(verified(key, signature, message)).toBe(true);
  expect(verified(key, signature, Buffer.from("another"))).toBe(false);
  expect(verified(otherKey, signature, message)).toBe(false);
});

test("the public key is asked for once; a failure is not kept", async () => {
  const signer = signerOf("arn:key");
  asked.length = 0;
  const keys = [await signer.publicKey(), await signer.publicKey()];
  expect(keys[0]).toEqual(keys[1]);
  expect(asked).toEqual(["GetPublicKey"]);
  const missing = signerOf("arn:none");
  await expect(missing.publicKey()).rejects.toThrow();
  await expect(missing.publicKey()).rejects.toThrow();
  expect(asked).toHaveLength(3);
});

test("a data key opens for the purpose it was wrapped for, and by the key it was wrapped by", async () => {
  const keys = keysOf("arn:wrapping");
  const made = await keys.make({ study: "one" });
  expect(made.plain).toHaveLength(32);
  expect(Buffer.from(made.wrapped).includes(Buffer.from(made.plain))).toBe(false);
  expect(await keys.open(made.wrapped, { study: "one" })).toEqual(made.plain);
  await expect(keys.open(made.wrapped, { study: "another" })).rejects.toThrow("InvalidCiphertext");
  await expect(keysOf("arn:other-wrapping").open(made.wrapped, { study: "one" })).rejects.toThrow("InvalidCiphertext");
  await expect(keysOf("arn:none").make({})).rejects.toThrow("NotFound");
});
