import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Route } from "#platform/http/route";
import { routeTables } from "../../functions/route-tables.ts";

const Schema = z.looseObject({
  $ref: z.string().optional(),
  type: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  propertyNames: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
});

/** What has no upper bound in a schema, by where it is: texts, lists, numbers, and names of fields. */
function unbounded(read: unknown, definitions: Readonly<Record<string, unknown>>, at = ""): string[] {
  if (typeof read !== "object" || read === null) return [];
  const schema = Schema.parse(read);
  const below = (what: unknown, name: string) => unbounded(what, definitions, `${at}/${name}`);
  const { $ref, type, properties = {}, additionalProperties } = schema;
  if ($ref) return below(definitions[$ref.split("/").at(-1) ?? ""], "");
  const choices = ["oneOf", "anyOf", "allOf"].flatMap((name) => z.array(z.unknown()).catch([]).parse(schema[name]));
  const isMap = typeof additionalProperties === "object";
  return [
    ...choices.flatMap((each) => below(each, "")),
    ...Object.entries(properties).flatMap(([name, each]) => below(each, name)),
    ...(isMap
      ? [...below(schema.propertyNames ?? { type: "string" }, "any name"), ...below(additionalProperties, "any")]
      : []),
    ...below(schema.items, "each"),
    ...(type !== undefined && !isBounded(schema) ? [`${at} (${type})`] : []),
  ];
}

/** These end by themselves. */
const SHORT_FORMATS: ReadonlySet<unknown> = new Set(["date", "date-time"]);

function isBounded(schema: z.infer<typeof Schema>): boolean {
  const { type } = schema;
  if ("enum" in schema || "const" in schema) return true;
  if (type === "string") {
    const { pattern, format, maxLength } = schema;
    const endsByItself = typeof pattern === "string" && /^\^[^*+]*\$$/.test(withoutClasses(pattern));
    return maxLength !== undefined || SHORT_FORMATS.has(format) || endsByItself;
  }
  if (type === "array") return schema["maxItems"] !== undefined;
  if (type === "integer" || type === "number")
    return schema["minimum"] !== undefined && schema["maximum"] !== undefined;
  return true;
}

/** A pattern without its classes of characters, in which `+` and `*` are themselves. */
function withoutClasses(pattern: string): string {
  return pattern.replaceAll(/\[[^\]]*\]/g, "").replaceAll(",}", "*");
}

function unboundedIn(schema: z.ZodType, io: "input" | "output" = "input"): string[] {
  const { $defs, ...whole } = Schema.parse(z.toJSONSchema(schema, { io, unrepresentable: "any" }));
  return unbounded(whole, z.record(z.string(), z.unknown()).catch({}).parse($defs));
}

const routes: readonly Omit<Route<never>, "run">[] = Object.values(routeTables).flat();

describe.each(routes)("$name", ({ params, query, body }) => {
  test("takes nothing without a limit to its length, number or size", () => {
    expect([...unboundedIn(params, "output"), ...unboundedIn(query), ...unboundedIn(body)]).toEqual([]);
  });
});

test("what has no limit is found, wherever it is", () => {
  const each = { text: z.string(), list: z.array(z.boolean()), number: z.number(), map: z.record(z.string(), z.int()) };
  expect(unboundedIn(z.strictObject({ deep: z.array(z.strictObject(each)).max(3) }))).toEqual([
    "/deep/each/text (string)",
    "/deep/each/list (array)",
    "/deep/each/number (number)",
    "/deep/each/map/any name (string)",
  ]);
});
