import * as z from "zod";
import type { ErrorCode } from "#kernel/error-details";
import { problemRow } from "#platform/http/problems/all";
import { type AnswerSpec, isPage, type Route, takesIdempotencyKey } from "#platform/http/route";
import { Components, type NamedSchemas } from "./components.ts";
import type { Content, JsonSchema, OpenApiDocument, Operation, Parameter } from "./shape.ts";

/** What the document needs of a route; how it is handled is nobody's business here. */
type DescribedRoute = Omit<Route<never>, "run">;

/** A context's route table by the context's name. */
export type RouteTables = Readonly<Record<string, readonly DescribedRoute[]>>;

/**
 * The OpenAPI 3.1 document of all contexts' route tables.
 *
 * @param named schemas that many routes use, by the name they are to have
 */
export function openApiDocument(tables: RouteTables, named: NamedSchemas, version: string): OpenApiDocument {
  const components = new Components(named);
  const paths: Record<string, Record<string, Operation>> = {};
  const codes = new Set<ErrorCode>();
  for (const [tag, routes] of Object.entries(tables)) {
    for (const route of routes) {
      if (!isPage(route)) for (const code of refusalsOf(route)) codes.add(code);
      paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(tag, route, components) };
    }
  }
  const problems = [...codes].sort().map((code) => [problemName(code), problemSchema(code)]);
  return {
    openapi: "3.1.0",
    info: {
      title: "SMART oppvekst",
      version,
      description:
        "Order books and card decks, sign up for courses and the festival, and look after both. Amounts are øre with VAT; " +
        "times are UTC. Errors are RFC 9457 problem details that say what to do next.",
    },
    tags: Object.keys(tables).map((name) => ({ name })),
    paths,
    components: {
      schemas: { ...components.schemas, Problem: PROBLEM, ...Object.fromEntries(problems) },
      securitySchemes: SECURITY_SCHEMES,
    },
  };
}

/** RFC 9457; beside these stand the code's own details. */
const PROBLEM: JsonSchema = {
  type: "object",
  description: "RFC 9457 problem details; the details of the code stand beside these fields.",
  properties: {
    type: { type: "string", description: "Names the error for good: `urn:smart-oppvekst:problem:<code>`." },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string", description: "For people: what is wrong and what to do, in the language asked for." },
    code: { type: "string", description: "For programs." },
    reference: { type: "string", description: "To be named when asking for help." },
  },
  required: ["type", "title", "status", "detail", "code", "reference"],
};

const SECURITY_SCHEMES = {
  bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT", description: "An OpenID Connect access token." },
  orderKey: {
    type: "apiKey",
    in: "header",
    name: "Order-Key",
    description: "The key from the link in the order's mail; links carry it as the query parameter `key`.",
  },
};

const IDEMPOTENCY_KEY: Parameter = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description: "Chosen by the caller. The same key and request within 24 hours has the first answer, and one effect.",
  schema: { type: "string", minLength: 1, maxLength: 100 },
};

function operation(tag: string, route: DescribedRoute, components: Components): Operation {
  const body = bodyOf(route, components);
  return {
    operationId: route.name,
    tags: [tag],
    summary: route.summary,
    ...(typeof route.access !== "string" && { description: `For: ${route.access.join(", ")}.` }),
    security: securityOf(route),
    parameters: [
      ...parametersOf("path", route.params, components),
      ...parametersOf("query", route.query, components),
      ...(takesIdempotencyKey(route) ? [{ ...IDEMPOTENCY_KEY, required: route.accepts === "json" }] : []),
    ],
    ...(body && { requestBody: body }),
    responses: { ...answersOf(route, components), ...problemsOf(route) },
  };
}

function securityOf({ access }: DescribedRoute): Operation["security"] {
  if (access === "public") return [];
  return access === "key" ? [{ orderKey: [] }, { bearer: [] }] : [{ bearer: [] }];
}

function parametersOf(place: "path" | "query", schema: z.ZodObject, components: Components): Parameter[] {
  const { properties = {}, required = [] } = objectSchema.parse(components.schemaOf(schema, "input"));
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: each,
  }));
}

const objectSchema = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  required: z.array(z.string()).optional(),
});

function bodyOf(route: DescribedRoute, components: Components): Operation["requestBody"] {
  if (!takesBody(route)) return undefined;
  if (route.accepts === "raw") return { required: true, content: { "application/json": { schema: {} } } };
  const type = route.accepts === "form" ? "application/x-www-form-urlencoded" : "application/json";
  return { required: true, content: { [type]: { schema: components.schemaOf(route.body, "input") } } };
}

function takesBody({ accepts, body }: DescribedRoute): boolean {
  return accepts === "raw" || !(body instanceof z.ZodUndefined);
}

function answersOf({ answers }: DescribedRoute, components: Components): Operation["responses"] {
  return Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => [
      status,
      { description: answer.description, ...(answer.contentType && { content: contentOf(answer, components) }) },
    ]),
  );
}

function contentOf({ contentType, schema }: AnswerSpec, components: Components): Content {
  const [type = contentType] = contentType.split(";");
  const isText = /^text\/|json$/.test(type);
  return { [type]: { schema: isText ? components.schemaOf(schema, "output") : { type: "string", format: "binary" } } };
}

function problemsOf(route: DescribedRoute): Operation["responses"] {
  const byStatus = Map.groupBy(refusalsOf(route), (code) => problemRow(code).status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => {
      const description = codes.join(", ");
      if (isPage(route)) return [status, { description, content: { "text/html": { schema: { type: "string" } } } }];
      const oneOf = codes.map((code) => ({ $ref: `#/components/schemas/${problemName(code)}` }));
      const schema = oneOf.length > 1 ? { oneOf } : { ...oneOf[0] };
      return [status, { description, content: { "application/problem+json": { schema } } }];
    }),
  );
}

/** The route's own refusals, and those that any route of its kind may give. */
function refusalsOf(route: DescribedRoute): ErrorCode[] {
  const names = Object.keys(route.params.shape).length > 0;
  const codes: ErrorCode[] = [
    ...route.errors,
    ...(names ? (["not-found"] as const) : []),
    // A query or a body that a route doesn't take, and a token that isn't valid where none is needed.
    "invalid-request",
    "unauthenticated",
    ...(takesBody(route) ? (["body-too-large"] as const) : []),
    ...(takesIdempotencyKey(route) ? (["idempotency-key-missing", "idempotency-key-reused"] as const) : []),
    ...(route.access === "key" ? (["too-many-wrong-keys"] as const) : []),
    ...(typeof route.access === "string" ? [] : (["forbidden"] as const)),
    "internal-error",
  ];
  return [...new Set(codes)];
}

function problemName(code: ErrorCode): string {
  return `problem.${code}`;
}

function problemSchema(code: ErrorCode): JsonSchema {
  const own = { code: { const: code }, status: { const: problemRow(code).status } };
  return { allOf: [{ $ref: "#/components/schemas/Problem" }, { type: "object", properties: own }] };
}
