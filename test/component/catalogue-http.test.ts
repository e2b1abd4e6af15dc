import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { beforeAll, expect, test } from "vitest";
import { routes } from "#catalogue/http/routes";
import { PersonId, type Role } from "#kernel/caller";
import { toInstant } from "#kernel/clock";
import { mint } from "#kernel/id";
import { offeringSeeds } from "#local/seed/offerings";
import { productSeeds } from "#local/seed/products";
import { seed, seededOffering, seededProduct } from "#local/seed/seed";
import { httpHandler } from "#platform/http/handler";
import { systemRandom } from "#platform/random";
import { type Catalogue, openCatalogue } from "#test/catalogue";

const now = toInstant(Date.UTC(2026, 10, 2, 9));
const personId = mint(PersonId, systemRandom);
let shop: Catalogue;

beforeAll(async () => {
  shop = await openCatalogue(now);
  await seed(shop.table, now);
});

/** Asks the catalogue's function; `authorization` names the role. */
async function ask(
  routeKey: string,
  asked: { as?: Role; body?: unknown; query?: Record<string, string> } & Params = {},
) {
  const handler = httpHandler(routes, shop.app, async (role) =>
    role ? { kind: "person", personId, email: "a@example.no", roles: [role as Role] } : { kind: "guest" },
  );
  const event = {
    routeKey,
    rawPath: routeKey,
    headers: { "idempotency-key": crypto.randomUUID(), ...(asked.as && { authorization: asked.as }) },
    queryStringParameters: asked.query,
    pathParameters: asked.params,
    requestContext: { requestId: crypto.randomUUID(), http: { sourceIp: "192.0.2.1" } },
    body: asked.body === undefined ? undefined : JSON.stringify(asked.body),
    isBase64Encoded: false,
  } as unknown as APIGatewayProxyEventV2;
  const answer = await handler(event, {} as Context);
  return { status: answer.statusCode, text: answer.body ?? "", body: JSON.parse(answer.body ?? "null") };
}
interface Params {
  params?: Record<string, string>;
}

const admins = routes.filter(({ access }) => access !== "public");

test.each(admins.map(({ method, path }) => `${method} ${path}`))("%s is for administrators only", async (key) => {
  expect((await ask(key)).status).toBe(401);
  for (const as of ["participant", "course-leader", "reviewer"] as const)
    expect((await ask(key, { as })).status).toBe(403);
  // Let in, and told that a body is missing, or that nothing is at an address without an id.
  const { status } = await ask(key, { as: "administrator" });
  expect([200, 400, 404]).toContain(status);
});

test("what everybody sees of offerings names neither the digital link nor the allotments' keys", async () => {
  const { offering } = await shop.app.readOfferings.one("all", seededOffering("festival"));
  const key = offering.allotments[0]?.key ?? "";
  const list = await ask("GET /offerings");
  const digital = await ask("GET /offerings/{offeringId}", {
    params: { offeringId: seededOffering("course-digital") },
  });
  const festival = await ask("GET /offerings/{offeringId}", { params: { offeringId: offering.offeringId } });
  expect([list.status, digital.status, festival.status]).toEqual([200, 200, 200]);
  for (const { text } of [list, digital, festival]) {
    expect(text).not.toContain("video.example.no");
    expect(text).not.toContain(key);
    expect(text).not.toContain("allotment");
  }
  expect(festival.body).toMatchObject({ openPlaces: 264, waitingList: false });
  expect(festival.body.ticketTypes).toMatchObject([{ openPlaces: 220 }, { openPlaces: 80 }, { openPlaces: 0 }]);
  const admin = await ask("GET /admin/offerings/{offeringId}", {
    as: "administrator",
    params: { offeringId: offering.offeringId },
  });
  expect(admin.text).toContain(key);
  expect(admin.body.left).toMatchObject({ free: 264, allotments: [{ free: 36 }] });
});

test("everybody sees whether there is any of a product, administrators how many", async () => {
  const params = { productId: seededProduct("book-primary") };
  const { body, text } = await ask("GET /products/{productId}", { params });
  expect(body).toMatchObject({ inStock: true, price: 20_000 });
  expect(text).not.toContain("available");
  const admin = await ask("GET /admin/products/{productId}", { as: "administrator", params });
  expect(admin.body.stock).toEqual({ onHand: 250, available: 250, reserved: 0 });
});

test("an administrator creates, prices and publishes a product and an offering", async () => {
  const as = "administrator";
  const made = await ask("POST /products", { as, body: productSeeds["poster-strengths"].details });
  expect(made).toMatchObject({ status: 201, body: { status: "draft", version: 1 } });
  const params = { productId: made.body.productId };
  const details = { ...productSeeds["poster-strengths"].details, price: 8_000 };
  const priced = await ask("PUT /products/{productId}", { as, params, body: { ...details, version: 1 } });
  expect(priced.body).toMatchObject({ price: 8_000, version: 2 });
  const late = await ask("PUT /products/{productId}", { as, params, body: { ...details, version: 1 } });
  expect(late).toMatchObject({ status: 409, body: { code: "changed-meanwhile", version: 2 } });
  const published = await ask("POST /products/{productId}/publication", { as, params, body: { version: 2 } });
  expect(published.body.status).toBe("published");
  const course = await ask("POST /offerings", { as, body: offeringSeeds["course-digital"](now) });
  expect(course.status).toBe(201);
  const open = await ask("POST /offerings/{offeringId}/publication", {
    as,
    params: { offeringId: course.body.offeringId },
    body: { version: 1 },
  });
  expect(open.body.status).toBe("published");
});

test.each([
  ["an unknown field", { ...productSeeds["book-youth"].details, productId: "mine" }],
  ["a price as text", { ...productSeeds["book-youth"].details, price: "220" }],
  ["a zero rate on a poster", { ...productSeeds["poster-strengths"].details, vatCategory: "Z" }],
  ["nothing", undefined],
])("%s is refused with the field to mend", async (_, body) => {
  const answer = await ask("POST /products", { as: "administrator", body });
  expect(answer.status).toBe(400);
  expect(answer.body.errors[0].pointer).toMatch(/^\/body/);
});

test("a cursor that isn't one, and a page of a million, are refused", async () => {
  expect((await ask("GET /products", { query: { cursor: "x" } })).status).toBe(400);
  expect((await ask("GET /products", { query: { cursor: btoa('{"pk":"PERSON#administrator"}') } })).status).toBe(400);
  expect((await ask("GET /offerings", { query: { limit: "1000000" } })).status).toBe(400);
});
