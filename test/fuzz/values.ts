import fc from "fast-check";
import * as z from "zod";

const Schema = z.record(z.string(), z.unknown());
export type Schema = z.infer<typeof Schema>;

/** What lies ready for values that only a living world knows. */
export interface Pool {
  /** Ids by their prefix (`off`), and everything else that can be named, by the property's name. */
  readonly known: ReadonlyMap<string, readonly string[]>;
  /** Where references lead. */
  readonly schemas: Readonly<Record<string, Schema>>;
  /** Times are near it. */
  readonly now: number;
}

const TEXTS = ["Kurs", "Fra min praksis", "Áile Čáhci 🌼", "O'Neill & sønn", "<script>alert(1)</script>", "=1+1"];

/** Values that fit a JSON Schema as the API's description has them; of a property with that name. */
export function fitting(schema: Schema, pool: Pool, name = ""): fc.Arbitrary<unknown> {
  const { $ref, oneOf, anyOf, allOf, enum: choices, type } = schema;
  if (typeof $ref === "string") return fitting(pool.schemas[$ref.split("/").at(-1) ?? ""] ?? {}, pool, name);
  const branches = z.array(Schema).safeParse(oneOf ?? anyOf);
  if (branches.success) return fc.oneof(...branches.data.map((each) => fitting(each, pool, name)));
  if ("const" in schema) return fc.constant(schema["const"]);
  if (Array.isArray(choices)) return fc.constantFrom(...choices);
  if (Array.isArray(allOf)) return fc.constantFrom(...TEXTS);
  if (type === "object") return fittingObject(schema, pool);
  if (type === "array") return fittingArray(schema, pool, name);
  if (type === "integer" || type === "number") return fittingNumber(schema, name);
  if (type === "boolean") return fc.boolean();
  if (type === "string") return fittingText(schema, pool, name);
  return fc.constantFrom<unknown>("text", 1, true, null);
}

function fittingObject({ properties, required, additionalProperties }: Schema, pool: Pool): fc.Arbitrary<object> {
  const own = z.record(z.string(), Schema).catch({}).parse(properties);
  const rest = Schema.safeParse(additionalProperties);
  if (Object.keys(own).length === 0 && rest.success) {
    return fc.dictionary(fc.constantFrom("name", "email", "goods-0"), fitting(rest.data, pool), { maxKeys: 3 });
  }
  const fields = Object.entries(own).map(([name, each]): [string, fc.Arbitrary<unknown>] => [
    name,
    fitting(each, pool, name),
  ]);
  return fc.record<Record<string, unknown>, string>(Object.fromEntries(fields), {
    requiredKeys: z.array(z.string()).catch([]).parse(required),
  });
}

function fittingArray({ items, minItems, maxItems }: Schema, pool: Pool, name: string): fc.Arbitrary<unknown[]> {
  const least = Number(minItems ?? 0);
  const most = Math.max(least, Math.min(Number(maxItems ?? 3), 3));
  return fc.array(fitting(Schema.catch({}).parse(items), pool, name), { minLength: least, maxLength: most });
}

function fittingNumber({ minimum, maximum }: Schema, name: string): fc.Arbitrary<number> {
  const min = Number(minimum ?? Number.MIN_SAFE_INTEGER);
  const max = Number(maximum ?? Number.MAX_SAFE_INTEGER);
  if (name === "version") return fc.integer({ min: Math.max(min, 0), max: 3 });
  const small = fc.integer({ min: Math.max(min, Math.min(0, max)), max: Math.min(max, Math.max(min, 50)) });
  return fc.oneof(
    { weight: 3, arbitrary: small },
    fc.maxSafeInteger().map((each) => Math.min(max, Math.max(min, each))),
  );
}

function fittingText({ pattern, format, maxLength }: Schema, pool: Pool, name: string): fc.Arbitrary<string> {
  const [, prefix] = /^\^([a-z]{3})_/.exec(String(pattern)) ?? [];
  const known = pool.known.get(prefix ?? "") ?? pool.known.get(name) ?? [];
  if (known.length > 0) return fc.constantFrom(...known);
  if (format === "date-time") return near(pool, (each) => each.toISOString());
  if (format === "date") return near(pool, (each) => each.toISOString().slice(0, 10));
  if (format === "uri") return fc.constant("https://example.no/side");
  if (typeof pattern === "string" && pattern.length < 60 && !pattern.includes("\\p")) {
    return fc.stringMatching(new RegExp(pattern));
  }
  return fc.constantFrom(...TEXTS).map((text) => text.slice(0, Number(maxLength ?? 100)));
}

function near({ now }: Pool, text: (time: Date) => string): fc.Arbitrary<string> {
  return fc.integer({ min: -100, max: 400 }).map((days) => text(new Date(now + days * 86_400_000)));
}

/** What no schema of ours wants, or that does harm where it is let in. */
export const hostile: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  null,
  true,
  [],
  {},
  "",
  " ",
  -1,
  0,
  0.1,
  1e15,
  Number.MAX_SAFE_INTEGER,
  1e300,
  "x".repeat(5000),
  "a\u0000b",
  "\u202eexe.gnp",
  "\u200b\u200d\ufeff",
  "\ud800",
  "Z\u0351\u0351\u0351algo",
  '=HYPERLINK("http://evil.example.no")',
  "Kari\r\nBcc: alle@example.no",
  "<script>alert(1)</script>\"'&",
  "../../../etc/passwd",
  "' OR 1=1 --",
  "{{7*7}}",
  "__proto__",
  "constructor",
  "9".repeat(400),
  ["a", ["b", ["c"]]],
  { $ne: null },
  "2026-13-45T99:99:99.999Z",
  "+999999-01-01T00:00:00.000Z",
  "0001-01-01",
  "9999-12-31",
  "0001-01-01T00:00:00.000Z",
  "9999-12-31T23:59:59.999Z",
);
