import { randomUUID } from "node:crypto";
import { type Caller, Role } from "#kernel/caller";
import { mintAccessKey } from "#kernel/id";
import type { Walk } from "#local/demo/walk";
import { systemRandom } from "#platform/random";
import type { Product } from "#test/product";
import { type Answered, askerOf } from "./ask.ts";
import type { Side } from "./world.ts";

/** Somebody who asks: what their requests carry. */
export interface Asking {
  readonly called: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What of a caller the ownership table speaks of. */
  readonly kind: Caller["kind"];
  readonly roles: readonly Role[];
  /** Whose things are theirs by a login. */
  readonly logsInAs?: Side;
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** Everybody who logs in: one of each role, the holders of both sides, and somebody without an account. */
export async function thoseWhoLogIn(product: Product, walk: Walk, sides: readonly Side[]): Promise<Asking[]> {
  const staff = Role.options.map(async (role) => ({
    called: role,
    headers: bearer(await product.tokenFor(role)),
    kind: "person" as const,
    roles: [role],
  }));
  const holders = sides.map(async (side, index) => {
    const headers = bearer(await product.tokenFor(`holder-${side.holder.email}`));
    const { email } = side.holder;
    const roles: Role[] = ["participant", "organisation-contact"];
    const opening = { method: "POST", path: "/accounts", headers: { ...headers, ...fresh(), ...JSON_BODY } };
    await must(askerOf(product.apiUrl)({ ...opening, body: JSON.stringify({ email, mailProof: side.mailProof }) }));
    await walk.ask("PUT", "/accounts/roles", { as: "administrator", body: { email, roles } });
    return { called: `holder ${index + 1}`, headers, kind: "person" as const, roles, logsInAs: side };
  });
  const stranger = {
    called: "one without an account",
    headers: bearer(await product.tokenFor("nobody-here")),
    kind: "guest" as const,
    roles: [],
  };
  return [...(await Promise.all([...staff, ...holders])), stranger];
}

async function must(answer: Promise<Answered>): Promise<void> {
  const { status, text } = await answer;
  if (status >= 300) throw new Error(`An account is not opened: ${status} ${text}`);
}

const JSON_BODY = { "content-type": "application/json" };

/** An idempotency key of its own. */
export function fresh() {
  return { "idempotency-key": randomUUID() };
}

/** A guest with this key, or without one. */
export function guest(called: string, key?: string): Asking {
  return { called, headers: key === undefined ? {} : { "order-key": key }, kind: "guest", roles: [] };
}

/** A key that opens nothing. */
export function unknownKey(): string {
  return mintAccessKey(systemRandom);
}
