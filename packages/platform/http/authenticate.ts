import { createRemoteJWKSet, jwtVerify } from "jose";
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

/**
 * Tells who calls, from a bearer token or the key in a mail's link. The issuer's keys are fetched once and cached.
 *
 * @throws DomainError `unauthenticated` when there is a token and it is not valid, or nobody here has its subject
 */
export function authenticator({ issuer, audience, findPerson }: Authentication): Authenticate {
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`));
  return async (authorization, key) => {
    if (authorization === undefined) {
      const parsed = AccessKey.safeParse(key);
      return { kind: "guest", ...(parsed.success && { key: parsed.data }) };
    }
    const [scheme, token = ""] = authorization.split(" ");
    if (scheme?.toLowerCase() !== "bearer") throw refusal("unauthenticated", {});
    const { payload } = await jwtVerify(token, keys, { issuer, algorithms: ALGORITHMS }).catch(() => {
      throw refusal("unauthenticated", {});
    });
    const audiences = [payload.aud ?? [], payload["client_id"] ?? []].flat();
    const person = audiences.includes(audience) && payload.sub ? await findPerson(payload.sub) : undefined;
    if (!person) throw refusal("unauthenticated", {});
    return person;
  };
}
