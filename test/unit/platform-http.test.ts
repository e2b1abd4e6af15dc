import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { expect, test, vi } from "vitest";
import * as z from "zod";
import { PersonId, type Role } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import { mint } from "#kernel/id";
import { httpHandler } from "#platform/http/handler";
import { json, noBody, none, page, reply, routeOf } from "#platform/http/route";
import { systemRandom } from "#platform/random";
import { lambdaContext } from "#test/lambda";

const route = routeOf<{ count: () => number }>();
const routes = [
  route({
    name: "count-things",
    method: "POST",
    path: "/things",
    access: "public",
    summary: "Counts",
    params: none,
    query: none,
    body: z.strictObject({ things: z.int().min(1) }),
    answers: { 200: json("The count", z.object({ count: z.int() })) },
    errors: [],
    handle: async (app, { body }) => reply(200, { count: app.count() + body.things, secret: "not for anybody" }),
  }),
  route({
    name: "say-in-confidence",
    method: "POST",
    path: "/confidences",
    access: "public",
    summary: "Keeps nothing of the request",
    unrecorded: true,
    params: none,
    query: none,
    body: noBody,
    answers: { 200: json("The cookie and what a command would keep", z.looseObject({})) },
    errors: [],
    handle: async (_app, { cookies, origin }) => reply(200, { cookies, kept: Object.keys(origin) }),
  }),
  route({
    name: "see-things",
    method: "GET",
    path: "/things",
    access: ["administrator"],
    summary: "Fails",
    params: none,
    query: none,
    body: noBody,
    answers: { 200: json("Things", z.object({})) },
    errors: [],
    handle: async () => {
      throw new Error("a bug");
    },
  }),
  route({
    name: "see-page",
    method: "GET",
    path: "/pages/{page}",
    access: "public",
    summary: "A page that isn't there",
    params: z.strictObject({ page: z.string().regex(/^\d$/) }),
    query: none,
    body: noBody,
    answers: { 200: page("A page") },
    errors: ["not-found"],
    handle: async () => {
      throw refusal("not-found", {});
    },
  }),
];

function open(role?: Role) {
  const person = { kind: "person", personId: mint(PersonId, systemRandom), email: "a@example.no" } as const;
  const caller = role ? { ...person, roles: [role] } : ({ kind: "guest" } as const);
  const handler = httpHandler(routes, { count: () => 1 }, async () => caller);
  return async (routeKey: string, more: Partial<APIGatewayProxyEventV2> = {}) => {
    const answer = await handler({ ...eventOf(routeKey), ...more }, lambdaContext());
    const isJson = String(answer.headers?.["content-type"]).includes("json");
    return { ...answer, read: isJson ? JSON.parse(answer.body ?? "") : answer.body };
  };
}

function eventOf(routeKey: string): APIGatewayProxyEventV2 {
  const [method = "", path = ""] = routeKey.split(" ");
  return {
    version: "2.0",
    routeKey,
    rawPath: path,
    rawQueryString: "",
    headers: { "idempotency-key": "k1" },
    isBase64Encoded: false,
    requestContext: {
      accountId: "",
      apiId: "",
      domainName: "",
      domainPrefix: "",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "" },
      requestId: "request-1",
      routeKey,
      stage: "$default",
      time: "",
      timeEpoch: 0,
    },
  };
}

test("an answer goes through its schema, with the headers of every answer", async () => {
  const answer = await open()("POST /things", { body: '{"things":2}' });
  expect(answer).toMatchObject({ statusCode: 200, read: { count: 3 } });
  expect(answer.body).not.toContain("secret");
  expect(answer.headers).toMatchObject({ "x-correlation-id": "request-1", "x-content-type-options": "nosniff" });
});

test.each([
  ["broken JSON", { body: '{"things":' }, 400, "invalid-request"],
  ["an unknown field", { body: '{"things":1,"price":1}' }, 400, "invalid-request"],
  ["5 MB", { body: "x".repeat(5_000_000) }, 413, "body-too-large"],
  ["no Idempotency-Key", { body: '{"things":1}', headers: {} }, 400, "idempotency-key-missing"],
])("%s is a problem that says what to do, with the same headers", async (_name, more, statusCode, code) => {
  const answer = await open()("POST /things", more);
  expect(answer).toMatchObject({ statusCode, read: { code, status: statusCode, reference: "request-1" } });
  expect(answer.read.detail.length).toBeGreaterThan(20);
  expect(answer.headers).toMatchObject({
    "content-type": "application/problem+json",
    "x-content-type-options": "nosniff",
  });
});

test.each([
  ["a guest", undefined, 401],
  ["another role", "reviewer", 403],
  ["the role, when there is a bug", "administrator", 500],
] as const)("%s gets %s %i", async (_name, role, statusCode) => {
  const answer = await open(role)("GET /things");
  expect(answer.statusCode).toBe(statusCode);
  expect(answer.body).not.toContain("a bug");
});

test("an address that was cut off or mistyped is not found; there is no form to correct", async () => {
  const answer = await open()("GET /pages/{page}", { pathParameters: { page: "1)" } });
  expect(answer).toMatchObject({ statusCode: 404, body: expect.stringContaining("Vi finner ikke") });
});

test("a refusal is a page where a page was asked for, in the reader's language", async () => {
  const headers = { "accept-language": "en" };
  const answer = await open()("GET /pages/{page}", { headers, pathParameters: { page: "1" } });
  expect(answer.statusCode).toBe(404);
  expect(answer.headers?.["content-type"]).toContain("text/html");
  expect(answer.body).toContain("We can&#39;t find what you ask for");
});

test("that page can be read in the other languages, at the address that was asked and nowhere else", async () => {
  const queryStringParameters = { key: 'k"&1', lang: "nn" };
  const page = await open()("GET /pages/{page}", { queryStringParameters, rawPath: "//elsewhere.example" });
  for (const lang of ["nb", "nn", "en"])
    expect(page.body).toContain(`<a class="ds-link" href="?key=k%22%261&amp;lang=${lang}"`);
  expect(page.body).not.toContain("elsewhere");
  expect((await open()("POST /pages/{page}", { headers: {} })).body).not.toContain("hreflang");
});

test("a route that isn't there is a problem too", async () => {
  expect(await open()("GET /nowhere")).toMatchObject({ statusCode: 404, read: { code: "not-found" } });
});

test("of a route that is unrecorded nothing is kept: no idempotency key, no line in the log; its browser is known by cookies", async () => {
  const lines: string[] = [];
  const written = vi.spyOn(process.stdout, "write").mockImplementation((text) => lines.push(String(text)) > 0);
  const ask = open();
  const cookies = ["device=a=b", "other=1", "device=second"];
  const answer = await ask("POST /confidences", { cookies });
  await ask("POST /things", { headers: { "idempotency-key": "one" }, body: '{"things":1}' });
  written.mockRestore();
  expect(answer.read).toEqual({ cookies: { device: "a=b", other: "1" }, kept: ["correlationId"] });
  expect(lines.filter((line) => line.includes("/confidences"))).toEqual([]);
  expect(lines.filter((line) => line.includes("/things"))).toHaveLength(1);
});
