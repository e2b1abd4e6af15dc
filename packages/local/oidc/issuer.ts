import { createHash, randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import * as z from "zod";

/** Somebody who can sign in at home. */
export interface LocalPerson {
  sub: string;
  name: string;
  email: string;
}

export interface Tokens {
  access_token: string;
  id_token: string;
  token_type: "Bearer";
  /** Seconds. */
  expires_in: number;
}

const lifetimeSeconds = 3600;
const codeLifetimeMs = 60_000;

export const authorizeRequest = z.object({
  response_type: z.literal("code"),
  client_id: z.string(),
  redirect_uri: z.url(),
  state: z.string().optional(),
  nonce: z.string().optional(),
  code_challenge: z.string(),
  code_challenge_method: z.literal("S256"),
});
export type AuthorizeRequest = z.infer<typeof authorizeRequest>;

export const tokenRequest = z.object({
  grant_type: z.literal("authorization_code"),
  code: z.string(),
  redirect_uri: z.string(),
  client_id: z.string(),
  code_verifier: z.string(),
});

export type Issuer = Awaited<ReturnType<typeof openIssuer>>;

/**
 * A small OpenID Connect provider in Cognito's place: code with PKCE, tokens with Cognito's claims (the access token has
 * `client_id` and no `aud`). Whoever is picked is signed in: there are no passwords at home.
 */
export async function openIssuer(settings: { issuer: string; people: readonly LocalPerson[]; now: () => number }) {
  const { issuer, people, now } = settings;
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const kid = randomUUID();
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid, alg: "RS256", use: "sig" }] };
  const codes = new Map<string, { request: AuthorizeRequest; sub: string; expiresAt: number }>();

  function sign(claims: Record<string, unknown>): Promise<string> {
    const issuedAt = Math.floor(now() / 1000);
    return new SignJWT({ ...claims, jti: randomUUID() })
      .setProtectedHeader({ alg: "RS256", kid })
      .setIssuer(issuer)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetimeSeconds)
      .sign(privateKey);
  }

  /** Tokens for a person, whether or not they are in the list of people: the product decides who has access to what. */
  async function tokensFor(sub: string, clientId: string, nonce?: string): Promise<Tokens> {
    const person = people.find((one) => one.sub === sub);
    const about = person === undefined ? {} : { email: person.email, email_verified: true, name: person.name };
    return {
      access_token: await sign({ sub, username: sub, client_id: clientId, token_use: "access", scope: "openid" }),
      id_token: await sign({ sub, aud: clientId, token_use: "id", ...about, ...(nonce !== undefined && { nonce }) }),
      token_type: "Bearer",
      expires_in: lifetimeSeconds,
    };
  }

  return {
    jwks,
    people,
    tokensFor,
    discovery: {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
      code_challenge_methods_supported: ["S256"],
      scopes_supported: ["openid"],
    },
    /** Signs a person in; gives the address to send the browser to. */
    authorize(request: AuthorizeRequest, sub: string): string {
      const code = randomUUID();
      codes.set(code, { request, sub, expiresAt: now() + codeLifetimeMs });
      const target = new URL(request.redirect_uri);
      target.searchParams.set("code", code);
      if (request.state !== undefined) target.searchParams.set("state", request.state);
      return target.href;
    },
    /** Exchanges a code, once; undefined when it is unknown, used or old, or the verifier is another's. */
    async exchange(request: z.infer<typeof tokenRequest>): Promise<Tokens | undefined> {
      const granted = codes.get(request.code);
      codes.delete(request.code);
      if (granted === undefined || granted.expiresAt < now()) return undefined;
      const { client_id, redirect_uri, code_challenge, nonce } = granted.request;
      const challenge = createHash("sha256").update(request.code_verifier).digest("base64url");
      const same = client_id === request.client_id && redirect_uri === request.redirect_uri;
      return same && challenge === code_challenge ? tokensFor(granted.sub, client_id, nonce) : undefined;
    },
  };
}
