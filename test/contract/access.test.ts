import { readFileSync } from "node:fs";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { describe, expect, test } from "vitest";
import { type Caller, PersonId, Role } from "#kernel/caller";
import { mint, mintAccessKey } from "#kernel/id";
import { httpHandler } from "#platform/http/handler";
import { systemRandom } from "#platform/random";
import { count } from "#test/counts";
import { routeTables } from "../../functions/route-tables.ts";

const personId = mint(PersonId, systemRandom);
const email = "somebody@example.no";
const routes = Object.values(routeTables).flat();

/** Asks a route as `caller`: 204 is what every route answers here once somebody is let in. */
async function statusFor(route: (typeof routes)[number], caller: Caller): Promise<number | undefined> {
  const answers = { ...route, run: async () => ({ status: 204, headers: {}, body: undefined }) };
  const handler = httpHandler([answers], {}, async () => caller);
  const event = {
    routeKey: `${route.method} ${route.path}`,
    rawPath: route.path,
    headers: { "idempotency-key": "key" },
    requestContext: { requestId: "request-1", http: { sourceIp: "192.0.2.1" } },
    isBase64Encoded: false,
  } as unknown as APIGatewayProxyEventV2;
  return (await handler(event, {} as Context)).statusCode;
}

describe.each(routes)("$method $path", (route) => {
  const { access } = route;

  test("lets in a guest where it is public, one with a key where it is for those", async () => {
    expect(await statusFor(route, { kind: "guest" })).toBe(access === "public" ? 204 : 401);
    const withKey = await statusFor(route, { kind: "guest", key: mintAccessKey(systemRandom) });
    expect(withKey).toBe(typeof access === "string" ? 204 : 401);
  });

  test.for(Role.options)("lets in a person as %s only where that role may", async (role, test) => {
    const may = typeof access === "string" || access.includes(role);
    expect(await statusFor(route, { kind: "person", personId, email, roles: [role] })).toBe(may ? 204 : 403);
    count(test, "routes x roles", 1);
  });

  test("lets in a person without a role only where no role is needed", async () => {
    const status = await statusFor(route, { kind: "person", personId, email, roles: [] });
    expect(status).toBe(typeof access === "string" ? 204 : 403);
  });
});

test("what is under /admin is for administrators only", () => {
  for (const { path, access } of routes) if (path.startsWith("/admin")) expect(access).toEqual(["administrator"]);
});

test("nobody without a role changes what the catalogue has", () => {
  const changes = routeTables["catalogue"]?.filter(({ method }) => method !== "GET") ?? [];
  expect(changes.length).toBeGreaterThan(5);
  for (const { access } of changes) expect(access).toEqual(["administrator"]);
});

describe("a function whose routes take keys", () => {
  const contexts = Object.entries(routeTables).filter(([, table]) => table.some(({ access }) => access === "key"));

  test.each(contexts.map(([context]) => context))("counts those that open nothing: %s", (context) => {
    const entry = readFileSync(new URL(`../../functions/${context}/api.ts`, import.meta.url), "utf8");
    expect(entry, `functions/${context}/api.ts hands httpHandler no wrongKeys.`).toMatch(/\bwrongKeys: wrongKeys\(/);
  });

  test("is found among those that take none", () => {
    expect(contexts.length).toBeGreaterThan(3);
    expect(contexts.length).toBeLessThan(Object.keys(routeTables).length);
  });
});
