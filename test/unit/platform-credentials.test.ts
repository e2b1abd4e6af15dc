import { createPrivateKey, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bitAt, encodeBitstring, LEAST_ENTRIES } from "#platform/credentials/bitstring";
import { type Contexts, CREDENTIALS_V2, contexts } from "#platform/credentials/contexts";
import { fromBase58, fromBase64Url, fromMultikey, toBase58, toMultikey } from "#platform/credentials/multibase";
import { hasProof, verificationMethodOf, withProof } from "#platform/credentials/proof";

const EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2";

/** The W3C's example context, for its test vector only. */
const known: Contexts = new Map([
  ...contexts,
  [EXAMPLES, { "@context": { "@vocab": "https://www.w3.org/ns/credentials/examples#" } }],
]);

/** The W3C's test vector: Data Integrity EdDSA Cryptosuites 1.0, appendix B.1 (its key pair is published with it). */
const vector = {
  secretKey: "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq",
  publicKey: "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
  created: "2023-02-24T23:36:38Z",
  proofValue: "z21EVs3eXERqTn4acNHT9viboqgzUaQ3kTmhPT3eA8qrVPE7CrQq78WkzctnMX5W4CrzcKnHw8V6dvy5pgWYCU5e9",
  document: {
    "@context": [CREDENTIALS_V2, EXAMPLES],
    id: "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
    type: ["VerifiableCredential", "AlumniCredential"],
    name: "Alumni Credential",
    description: "A minimum viable example of an Alumni Credential.",
    issuer: "https://vc.example/issuers/5678",
    validFrom: "2023-01-01T00:00:00Z",
    credentialSubject: { id: "did:example:abcdefgh", alumniOf: "The School of Examples" },
  },
};

/** Signs by the secret key of 32 bytes: PKCS #8 is it behind a fixed head (RFC 8410). */
function signer(secret: Uint8Array) {
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), secret]);
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  return async (bytes: Uint8Array) => sign(null, bytes, key);
}

function bytesOf<Bytes>(found: Bytes | undefined): Bytes {
  if (found === undefined) throw new Error("This should have been readable.");
  return found;
}

describe("a proof by eddsa-rdfc-2022", () => {
  const publicKey = bytesOf(fromMultikey(vector.publicKey));
  const verificationMethod = `${vector.document.issuer}#${vector.publicKey}`;
  const signed = () =>
    withProof(
      vector.document,
      {
        verificationMethod,
        created: vector.created,
        sign: signer(bytesOf(fromBase58(vector.secretKey)).subarray(2)),
      },
      known,
    );

  test("is the one of the W3C's test vector, to the letter", async () => {
    const { proof } = await signed();
    expect(proof.proofValue).toBe(vector.proofValue);
    expect(verificationMethodOf({ proof })).toBe(verificationMethod);
  });

  test("holds for what was signed, in whatever order it stands, and for nothing else", async () => {
    const document = await signed();
    expect(await hasProof(document, publicKey, known)).toBe(true);
    expect(await hasProof(Object.fromEntries(Object.entries(document).reverse()), publicKey, known)).toBe(true);
    const { proof } = document;
    const others: Record<string, unknown>[] = [
      { ...document, name: "Another" },
      { ...document, proof: { ...proof, created: "2023-02-25T23:36:38Z" } },
      { ...document, proof: { ...proof, proofPurpose: "authentication" } },
      { ...document, proof: { ...proof, proofValue: "z111" } },
      { ...document, proof: undefined },
      { ...document, "@context": ["https://elsewhere.example/context"] },
    ];
    for (const other of others) expect(await hasProof(other, publicKey, known)).toBe(false);
    const { publicKey: anybody } = generateKeyPairSync("ed25519");
    const { x } = anybody.export({ format: "jwk" });
    expect(await hasProof(document, Buffer.from(String(x), "base64url"), known)).toBe(false);
  });

  test("is not made of what no context explains: it would not be signed", async () => {
    const document = { ...vector.document, "@context": [CREDENTIALS_V2], nobodyKnows: "this" };
    const options = { verificationMethod, created: vector.created, sign: signer(randomBytes(32)) };
    await expect(withProof(document, options)).rejects.toThrow();
  });
});

describe("a status list", () => {
  test("has bit 0 as the first byte's most significant, and 16 KB of them", () => {
    const bytes = gunzipSync(bytesOf(fromBase64Url(encodeBitstring(LEAST_ENTRIES, [0, 9, LEAST_ENTRIES - 1]))));
    expect(bytes).toHaveLength(16_384);
    expect([bytes[0], bytes[1], bytes.at(-1)]).toEqual([0b1000_0000, 0b0100_0000, 0b0000_0001]);
  });

  test("tells of each index what was set", () => {
    const index = fc.integer({ min: 0, max: LEAST_ENTRIES - 1 });
    fc.assert(
      fc.property(fc.uniqueArray(index, { maxLength: 20 }), index, (set, asked) => {
        const list = encodeBitstring(LEAST_ENTRIES, set);
        expect(bitAt(list, asked)).toBe(set.includes(asked));
        for (const each of set) expect(bitAt(list, each)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test("that is too small, or isn't one, tells nothing", () => {
    expect(bitAt(encodeBitstring(1024, [3]), 3)).toBeUndefined();
    expect(bitAt(encodeBitstring(LEAST_ENTRIES, []), LEAST_ENTRIES)).toBeUndefined();
    for (const list of ["", "u", "uAAAA", "zAAAA"]) expect(bitAt(list, 0)).toBeUndefined();
    expect(() => encodeBitstring(8, [8])).toThrow(RangeError);
  });
});

test("multibase comes back as it went", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 70 }), (bytes) => {
      expect(fromBase58(toBase58(bytes))).toEqual(new Uint8Array(bytes));
    }),
  );
  expect(fromMultikey(toMultikey(new Uint8Array(32).fill(7)))).toEqual(new Uint8Array(32).fill(7));
  expect(fromMultikey("z6Mk")).toBeUndefined();
  expect(fromBase58("z0OIl")).toBeUndefined();
});
