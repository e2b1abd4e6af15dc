import { createHash } from "node:crypto";
import { createLocalJWKSet, jwtVerify } from "jose";
import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { oidcAnswer } from "#local/oidc/endpoints";
import { type Issuer, openIssuer } from "#local/oidc/issuer";

const issuerUrl = "http://localhost:3000/_local/oidc";
const redirectUri = "http://localhost:5173/back";
const verifier = "a-verifier-that-is-long-enough-to-be-believed";
const time = { now: 0 };
let issuer: Issuer;

beforeEach(async () => {
  time.now = Date.now();
  const people = [{ sub: "kari", name: "Kari <Test>", email: "kari@example.no" }];
  issuer = await openIssuer({ issuer: issuerUrl, people, now: () => time.now });
});

const request = (method: string, path: string, body = "") => {
  const url = new URL(path, "http://localhost");
  return oidcAnswer(issuer, "client", { method, path: url.pathname, query: url.searchParams, body });
};
const authorization = new URLSearchParams({
  response_type: "code",
  client_id: "client",
  redirect_uri: redirectUri,
  state: "s1",
  nonce: "n1",
  code_challenge: createHash("sha256").update(verifier).digest("base64url"),
  code_challenge_method: "S256",
});
async function codeFor(sub: string): Promise<string> {
  const answer = await request("POST", "/authorize", `${authorization}&sub=${sub}`);
  const target = new URL(answer?.headers["location"] ?? "");
  expect(`${target.origin}${target.pathname}`).toBe(redirectUri);
  expect(target.searchParams.get("state")).toBe("s1");
  return target.searchParams.get("code") ?? "";
}
const exchange = (code: string, more: Record<string, string> = {}) => {
  const form = { grant_type: "authorization_code", code, redirect_uri: redirectUri, client_id: "client" };
  return request("POST", "/token", String(new URLSearchParams({ ...form, code_verifier: verifier, ...more })));
};
const tokens = z.object({ access_token: z.string(), id_token: z.string() });
const claims = async (token: string) =>
  (await jwtVerify(token, createLocalJWKSet(issuer.jwks), { issuer: issuerUrl, currentDate: new Date(time.now) }))
    .payload;

describe("signing in at home", () => {
  test("begins at an address that tells who there is; who asks for a token otherwise is told what to send", async () => {
    const page = await request("GET", "/");
    expect(page?.body).toContain("<code>kari</code>: Kari &lt;Test&gt;");
    expect(page?.body).toContain(`curl ${issuerUrl}/token-for --json `);
    const token = await request("POST", "/token-for", JSON.stringify({ sub: "kari" }));
    expect(token?.status).toBe(200);
    for (const body of ["", "kari", "{}"]) {
      const refused = await request("POST", "/token-for", body);
      expect([refused?.status, String(refused?.body)]).toEqual([400, expect.stringContaining("such as kari")]);
    }
  });

  test("is picking a person, and the code gives tokens with Cognito's claims, once", async () => {
    const page = await request("GET", `/authorize?${authorization}`);
    expect(page?.body).toContain("Kari &lt;Test&gt;");
    const code = await codeFor("kari");
    const answer = await exchange(code);
    const { access_token, id_token } = tokens.parse(JSON.parse(String(answer?.body)));
    expect(await claims(access_token)).toMatchObject({ sub: "kari", client_id: "client", token_use: "access" });
    expect(await claims(access_token)).not.toHaveProperty("aud");
    expect(await claims(id_token)).toMatchObject({ aud: "client", email: "kari@example.no", nonce: "n1" });
    expect((await exchange(code))?.status).toBe(400);
  });

  test.each([
    ["another verifier", { code_verifier: "guessed" }],
    ["another client", { client_id: "other" }],
    ["another address to return to", { redirect_uri: "http://localhost/other" }],
  ])("gives nothing to %s", async (_name, more) => {
    expect((await exchange(await codeFor("kari"), more))?.status).toBe(400);
  });

  test("gives nothing for a code older than a minute", async () => {
    const code = await codeFor("kari");
    time.now += 61_000;
    expect((await exchange(code))?.status).toBe(400);
  });

  test("refuses an authorization without PKCE", async () => {
    const without = new URLSearchParams(authorization);
    without.delete("code_challenge");
    expect((await request("GET", `/authorize?${without}`))?.status).toBe(400);
  });

  test("has a shortcut to a token for demos and tests", async () => {
    const answer = await request("POST", "/token-for", '{"sub":"anyone"}');
    const { access_token } = tokens.parse(JSON.parse(String(answer?.body)));
    expect(await claims(access_token)).toMatchObject({ sub: "anyone", client_id: "client" });
  });
});
