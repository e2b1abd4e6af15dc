import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { beforeAll, describe, expect, test } from "vitest";
import { problemRow } from "#platform/http/problems/all";
import { OpenApiDocument } from "#platform/openapi/shape";
import { openApiText } from "../../functions/openapi-document.ts";
import { routeTables } from "../../functions/route-tables.ts";
import { contexts } from "../../infra/contexts.ts";

const committed = readFileSync(join(import.meta.dirname, "../../functions/openapi.json"), "utf8");
const document = OpenApiDocument.parse(JSON.parse(committed));
const routes = Object.values(routeTables).flat();
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));

test("the committed document is what the routes make: if not, `npm run openapi`", () => {
  expect(committed).toBe(openApiText());
});

describe("by a validator of OpenAPI 3.1", () => {
  let valid: Awaited<ReturnType<Validator["validate"]>>;
  beforeAll(async () => {
    valid = await new Validator().validate(JSON.parse(committed));
  });

  test("the document is valid", () => {
    expect(valid.errors).toBeUndefined();
    expect(valid.valid).toBe(true);
  });

  test("a document with an answer that has no description is not", async () => {
    const broken = structuredClone(JSON.parse(committed));
    delete broken.paths["/orders"].post.responses["201"].description;
    expect((await new Validator().validate(broken)).valid).toBe(false);
  });
});

test("every context with routes is described, each of its routes once", () => {
  const inInfra = contexts.flatMap(({ name, api }) => (api && api.routes.length > 0 ? [name] : []));
  expect(Object.keys(routeTables).toSorted()).toEqual(inInfra.toSorted());
  expect(operations).toHaveLength(routes.length);
  const ids = operations.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test("every reference leads to a schema, and every schema is referred to", () => {
  const references = new Set([...committed.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name));
  expect([...references].toSorted()).toEqual(Object.keys(document.components.schemas).toSorted());
  expect(committed).not.toContain("#/$defs/");
});

describe.each(routes)("$method $path", (route) => {
  const operation = document.paths[route.path]?.[route.method.toLowerCase()];

  test("names every refusal of its table under that refusal's status", () => {
    for (const code of route.errors) {
      expect(operation?.responses[problemRow(code).status]?.description.split(", ")).toContain(code);
    }
  });

  test("asks for what its access needs, and a key where a repetition would do harm", () => {
    const schemes = operation?.security.flatMap((each) => Object.keys(each));
    const needed = { public: [], key: ["orderKey", "bearer"], roles: ["bearer"] };
    expect(schemes).toEqual(needed[typeof route.access === "string" ? route.access : "roles"]);
    const harmful = ["POST", "PUT", "PATCH"].includes(route.method) && route.accepts !== "raw" && !route.unrecorded;
    expect(operation?.parameters.some(({ name }) => name === "Idempotency-Key")).toBe(harmful);
    for (const [, name] of route.path.matchAll(/\{(\w+)\}/g)) {
      expect(operation?.parameters).toContainEqual(expect.objectContaining({ name, in: "path", required: true }));
    }
  });
});
