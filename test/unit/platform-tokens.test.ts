import { createServer } from "node:http";
import { base64url, exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Caller, PersonId } from "#kernel/caller";
import { mint, mintAccessKey } from "#kernel/id";
import { listen } from "#local/http-server";
import { type Authenticate, authenticator } from "#platform/http/authenticate";
import { systemRandom } from "#platform/random";

const CLIENT = "client-1";
const kari: Extract<Caller, { kind: "person" }> = {
  kind: "person",
  personId: mint(PersonId, systemRandom),
  email: "kari@example.no",
  roles: ["administrator"],
};
const server = createServer((_request, response) => response.end(JSON.stringify({ keys: [jwk] })));
const keys = await generateKeyPair("RS256", { extractable: true });
const others = await generateKeyPair("RS256", { extractable: true });
const jwk = { ...(await exportJWK(keys.publicKey)), kid: "one", alg: "RS256", use: "sig" };

let issuer: string;
let authenticate: Authenticate;
beforeAll(async () => {
  issuer = `http://127.0.0.1:${await listen(server, 0)}`;
  const findPerson = async (subject: string) => (subject === "kari" ? kari : undefined);
  authenticate = authenticator({ issuer, audience: CLIENT, findPerson });
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const access = { token_use: "access", client_id: CLIENT };
const now = () => Math.floor(Date.now() / 1000);

function claims(more: Readonly<Record<string, unknown>> = {}): JWTPayload {
  return { iss: issuer, sub: "kari", iat: now(), exp: now() + 3600, ...access, ...more };
}

function signed(payload: JWTPayload, key = keys.privateKey, kid = "one"): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: "RS256", kid }).sign(key);
}

/** A token put together by hand, with whatever signature. */
function forged(header: object, payload: JWTPayload, signature = ""): string {
  const part = (value: object) => base64url.encode(JSON.stringify(value));
  return `${part(header)}.${part(payload)}.${signature}`;
}

const bad: Readonly<Record<string, () => Promise<string>>> = {
  "has expired": () => signed(claims({ exp: now() - 1 })),
  "is not valid yet": () => signed(claims({ nbf: now() + 600 })),
  "is of another issuer": () => signed(claims({ iss: "https://elsewhere.example.no" })),
  "is for another client": () => signed(claims({ client_id: "client-2" })),
  "is for another audience": () => signed(claims({ client_id: undefined, aud: ["client-2"] })),
  "is for nobody": () => signed(claims({ client_id: undefined })),
  "has no subject": () => signed(claims({ sub: undefined })),
  "is signed with another key": () => signed(claims(), others.privateKey),
  "is signed with a key nobody knows": () => signed(claims(), others.privateKey, "two"),
  "is signed with none": async () => forged({ alg: "none" }, claims()),
  "is signed with None": async () => forged({ alg: "None", kid: "one" }, claims()),
  "takes the public key for a shared secret": async () => {
    const secret = new TextEncoder().encode(await exportSPKI(keys.publicKey));
    return new SignJWT(claims()).setProtectedHeader({ alg: "HS256", kid: "one" }).sign(secret);
  },
  "brings its own key": async () => {
    const own = await exportJWK(others.publicKey);
    return new SignJWT(claims()).setProtectedHeader({ alg: "RS256", kid: "one", jwk: own }).sign(others.privateKey);
  },
  "has lost its signature": async () => (await signed(claims())).replace(/[^.]*$/, ""),
  "was changed after it was signed": async () => {
    const [header, , signature] = (await signed(claims({ sub: "ola" }))).split(".");
    return [header, base64url.encode(JSON.stringify(claims())), signature].join(".");
  },
  "is an ID token, as Cognito makes them": () => signed(claims({ client_id: undefined, aud: CLIENT, token_use: "id" })),
  "is an ID token, as others make them": () =>
    signed(claims({ client_id: undefined, token_use: undefined, aud: CLIENT, nonce: "n" })),
};

describe("a token", () => {
  test("that is right says who it is", async () => {
    expect(await authenticate(`Bearer ${await signed(claims())}`, undefined)).toEqual(kari);
    const others = claims({ client_id: undefined, token_use: undefined, aud: [CLIENT, "more"] });
    expect(await authenticate(`bearer ${await signed(others)}`, undefined)).toEqual(kari);
  });

  test.each(Object.entries(bad))("that %s is refused", async (_what, make) => {
    await expect(authenticate(`Bearer ${await make()}`, undefined)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("that is wrong is refused also beside a key that is right", async () => {
    const key = mintAccessKey(systemRandom);
    await expect(authenticate("Bearer abc", key)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("of somebody without an account opens nothing but the way to one", async () => {
    const caller = await authenticate(`Bearer ${await signed(claims({ sub: "nobody" }))}`, undefined);
    expect(caller).toEqual({ kind: "guest", subject: "nobody" });
  });
});
