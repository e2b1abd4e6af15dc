import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import { AccessKey } from "#kernel/id";

/** Finds the person an OpenID Connect subject belongs to; undefined when nobody here has it. */
export type FindPerson = (subject: string) => Promise<Extract<Caller, { kind: "person" }> | undefined>;

export interface Authentication {
  readonly issuer: string;
  /** The client that tokens must be for: `aud`, or `client_id` in Cognito's access tokens, which have no `aud`. */
  readonly audience: string;
  readonly findPerson: FindPerson;
}

export type Authenticate = (authorization: string | undefined, key: string | undefined) => Promise<Caller>;

/** Asymmetric only: `none` and shared-secret algorithms are never accepted. */
const ALGORITHMS = ["RS256", "ES256", "EdDSA"];

/** When the issuer's keys can't be had: nobody knows then whether the token is right. */
const WITHOUT_KEYS: ReadonlySet<string> = new Set(["ERR_JOSE_GENERIC", "ERR_JWKS_TIMEOUT", "ERR_JWKS_INVALID"]);

function tokenIsWrong(error: unknown): boolean {
  return error instanceof errors.JOSEError && !WITHOUT_KEYS.has(error.code);
}

/** An ID token tells a client who has signed in; it is no leave to ask for anything (OpenID Connect Core, § 2 and 3.3.2.11). */
function tellsOnlyWho({ token_use: use = "access", ...claims }: JWTPayload): boolean {
  return use !== "access" || "nonce" in claims || "at_hash" in claims || "c_hash" in claims;
}

/**
 * Tells who calls, from a bearer token or the key in a mail's link. The issuer's keys are fetched once and cached.
 *
 * @throws DomainError `unauthenticated` when there is a token and it is not valid; any other error when the issuer's keys
 *   can't be had: who is logged in must not be told that they aren't
 */
export function authenticator({ issuer, audience, findPerson }: Authentication): Authenticate {
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`));
  return async (authorization, key) => {
    const parsed = AccessKey.safeParse(key);
    const guest = { kind: "guest", ...(parsed.success && { key: parsed.data }) } as const;
    if (authorization === undefined) return guest;
    const [scheme, token = ""] = authorization.split(" ");
    if (scheme?.toLowerCase() !== "bearer") throw refusal("unauthenticated", {});
    const { payload } = await jwtVerify(token, keys, { issuer, algorithms: ALGORITHMS }).catch((error: unknown) => {
      throw tokenIsWrong(error) ? refusal("unauthenticated", {}) : error;
    });
    const audiences = [payload.aud ?? [], payload["client_id"] ?? []].flat();
    if (!audiences.includes(audience) || !payload.sub || tellsOnlyWho(payload)) throw refusal("unauthenticated", {});
    return (await findPerson(payload.sub)) ?? { ...guest, subject: payload.sub };
  };
}
