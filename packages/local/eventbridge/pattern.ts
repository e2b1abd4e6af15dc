import * as z from "zod";

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const comparison = z.enum(["<", "<=", "=", ">=", ">"]);
const numericBounds = z.union([
  z.tuple([comparison, z.number()]),
  z.tuple([comparison, z.number(), comparison, z.number()]),
]);
const condition = z.union([
  scalar,
  z.strictObject({ prefix: z.string() }),
  z.strictObject({ exists: z.boolean() }),
  z.strictObject({
    "anything-but": z.union([scalar, z.array(scalar).min(1), z.strictObject({ prefix: z.string() })]),
  }),
  z.strictObject({ numeric: numericBounds }),
]);

/**
 * An EventBridge event pattern, also used by the filters of event source mappings. Only the operators named here:
 * any other is an error, as a pattern that quietly matches less than in AWS would be.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export interface EventPattern {
  [field: string]: Condition[] | EventPattern;
}
type Condition = z.infer<typeof condition>;
type Scalar = z.infer<typeof scalar>;

export const eventPattern: z.ZodType<EventPattern> = z.lazy(() =>
  z.record(z.string(), z.union([z.array(condition).min(1), eventPattern])),
);

/** Whether an event has, for every field of the pattern, a value that one of the field's conditions accepts. */
export function matches(pattern: EventPattern, event: unknown): boolean {
  return Object.entries(pattern).every(([field, expected]) => {
    const value = isRecord(event) ? event[field] : undefined;
    if (Array.isArray(expected)) return expected.some((one) => leafMatches(one, value));
    const branches = Array.isArray(value) ? value : [value];
    return branches.some((branch) => matches(expected, branch));
  });
}

/** An object is no leaf: no condition accepts one, neither alone nor inside an array. */
function leafMatches(expected: Condition, value: unknown): boolean {
  const leaves = (Array.isArray(value) ? value : [value]).flatMap((leaf) => {
    const parsed = scalar.safeParse(leaf);
    return parsed.success ? [parsed.data] : [];
  });
  if (typeof expected === "object" && expected !== null && "exists" in expected) {
    return expected.exists === leaves.length > 0;
  }
  return leaves.some((leaf) => accepts(expected, leaf));
}

function accepts(expected: Exclude<Condition, { exists: boolean }>, leaf: Scalar): boolean {
  if (expected === null || typeof expected !== "object") return expected === leaf;
  if ("prefix" in expected) return typeof leaf === "string" && leaf.startsWith(expected.prefix);
  if ("numeric" in expected) return typeof leaf === "number" && withinBounds(expected.numeric, leaf);
  const refused = expected["anything-but"];
  if (refused === null || typeof refused !== "object") return refused !== leaf;
  if (Array.isArray(refused)) return !refused.includes(leaf);
  return !(typeof leaf === "string" && leaf.startsWith(refused.prefix));
}

function withinBounds(bounds: z.infer<typeof numericBounds>, value: number): boolean {
  const [firstSign, first, secondSign, second] = bounds;
  return compares(firstSign, first, value) && (second === undefined || compares(secondSign, second, value));
}

function compares(sign: z.infer<typeof comparison> | undefined, bound: number, value: number): boolean {
  switch (sign) {
    case "<":
      return value < bound;
    case "<=":
      return value <= bound;
    case ">":
      return value > bound;
    case ">=":
      return value >= bound;
    default:
      return value === bound;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
