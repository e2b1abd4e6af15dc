import fc from "fast-check";
import type { Operation } from "#platform/openapi/shape";
import type { Wire } from "./ask.ts";
import type { Asking } from "./callers.ts";
import { fitting, hostile, type Pool } from "./values.ts";

/** An operation of the API's description, with what the world has for it. */
export interface Target {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  /** For one side and the other: what the path names, who may ask for it, and a body that is right where somebody wrote one. */
  readonly sides: readonly {
    readonly ids: Readonly<Record<string, string>>;
    readonly callers: readonly Asking[];
    readonly right: object | undefined;
    /** What the query is to be. */
    readonly query?: Readonly<Record<string, string>> | undefined;
  }[];
  /** In how many of a hundred nothing is wrong at all. */
  readonly allRight: number;
  /** Everybody who asks at all. */
  readonly callers: readonly Asking[];
}

type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;

/** Requests for an operation: mostly right in all but one thing. */
export function requestsFor(target: Target, pool: Pool): fc.Arbitrary<Wire & { readonly by: Asking }> {
  return fc.gen().map((g) => {
    const draw: Draw = (arbitrary) => g(() => arbitrary);
    const isAllRight = draw(fc.nat(99)) < target.allRight;
    /** Whether something is as it should be, where a percentage says how often. */
    const right = (percent: number) => isAllRight || draw(fc.nat(99)) < percent;
    const wrong = (percent: number) => !right(100 - percent);
    const side = draw(fc.constantFrom(...target.sides));
    const by = draw(fc.constantFrom(...(right(85) ? side.callers : target.callers)));
    const body = bodyOf(target.operation, side.right, pool, draw, wrong);
    const headers = { ...by.headers, ...body?.headers, ...(wrong(10) && oddHeader(draw)) };
    const idempotencyKey = { "idempotency-key": draw(fc.uuid()) };
    return {
      by,
      method: target.method,
      path: addressOf(target, { ids: right(85) ? side.ids : {}, query: side.query ?? {} }, pool, draw, wrong),
      headers: { ...(target.method !== "GET" && right(97) && idempotencyKey), ...headers },
      ...(body && { body: body.text }),
    };
  });
}

type Wrong = (percent: number) => boolean;

function addressOf(
  { path, operation }: Target,
  known: { readonly ids: Readonly<Record<string, string>>; readonly query: Readonly<Record<string, string>> },
  pool: Pool,
  draw: Draw,
  wrong: Wrong,
): string {
  const isOdd = wrong(10);
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const schema = operation.parameters.find((each) => each.name === name)?.schema ?? {};
    const value = known.ids[name] ?? String(draw(fitting(schema, pool, name)));
    return isOdd && wrong(60) ? draw(ODD_SEGMENT) : encodeURIComponent(value);
  });
  const query = operation.parameters.filter(
    (each) => each.in === "query" && (each.required || each.name in known.query || wrong(40)),
  );
  const right = query.map(({ name, schema }): [string, string] => [
    name,
    known.query[name] ?? String(draw(fitting(schema, pool, name))),
  ]);
  const odd: [string, string][] = wrong(10)
    ? [[draw(fc.constantFrom("cursor", "limit", "key", "lang", "x", "__proto__")), odder(draw)]]
    : [];
  const search = new URLSearchParams([...right, ...odd]).toString();
  return search === "" ? filled : `${filled}?${search}`;
}

const ODD_SEGMENT = fc.constantFrom(
  "%00",
  "..%2f..%2fadmin",
  "x".repeat(3000),
  "%F0%9F%8C%BC",
  "off_OOOO",
  "null",
  "%25",
  "-1",
  "__proto__",
);

function odder(draw: Draw): string {
  return String(draw(hostile))
    .replace(/[\ud800-\udfff]/g, "")
    .slice(0, 2000);
}

function oddHeader(draw: Draw): Record<string, string> {
  const headers: readonly Record<string, string>[] = [
    { authorization: "Bearer abc.def.ghi" },
    { authorization: "Basic YTpi" },
    { authorization: "Bearer" },
    { "order-key": "x".repeat(3000) },
    { "order-key": "0".repeat(32) },
    { "accept-language": "xx;q=9,,;;;nb-NO-u-ca-gregory,*" },
    { "content-type": "text/plain" },
    { "content-type": "multipart/form-data" },
    { "idempotency-key": "x".repeat(101) },
    { "idempotency-key": "" },
    { "x-forwarded-for": "1.2.3.4" },
    { origin: "https://evil.example.no" },
    { cookie: `a=${"b".repeat(3000)}` },
    { host: "evil.example.no" },
  ];
  return draw(fc.constantFrom(...headers));
}

function bodyOf(operation: Operation, right: object | undefined, pool: Pool, draw: Draw, wrong: Wrong) {
  const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (!type || !content) return wrong(3) ? { headers: { "content-type": "application/json" }, text: "{}" } : undefined;
  const made = right && !wrong(25) ? right : draw(fitting(content.schema, pool));
  const body = !wrong(40) ? structuredClone(made) : broken(structuredClone(made), draw);
  const headers = { "content-type": type };
  if (type === "application/x-www-form-urlencoded") return { headers, text: formText(body) };
  const text = JSON.stringify(body) ?? "";
  return { headers, text: wrong(8) ? oddText(text, draw) : text };
}

function formText(body: unknown): string {
  const fields = typeof body === "object" && body !== null ? Object.entries(body) : [];
  return new URLSearchParams(fields.map(([name, value]): [string, string] => [name, String(value)])).toString();
}

/** Text that isn't what `JSON.stringify` writes. */
function oddText(text: string, draw: Draw): string {
  return draw(
    fc.constantFrom(
      text.slice(0, -1),
      "",
      "null",
      "[]",
      `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
      `{"a":${'{"a":'.repeat(5000)}1${"}".repeat(5000)}}`,
      text.replace("{", '{"__proto__":{"roles":["administrator"]},'),
      text.replace("{", '{"constructor":{"prototype":{"isAdmin":true}},'),
      text.replace(/"version":\d/, '"version":1,"version":2'),
      text.replace(/:\d+/, ":1e400"),
      text.replace(/:\d+/, ":-0"),
      `\ufeff${text}`,
      `"${"x".repeat(270_000)}"`,
    ),
  );
}

/** The value with one thing in it changed, left out or added. */
function broken(value: unknown, draw: Draw): unknown {
  if (Array.isArray(value) && value.length > 0 && draw(fc.boolean())) {
    const index = draw(fc.nat(value.length - 1));
    if (draw(fc.nat(5)) === 0) return Array.from({ length: 300 }, () => value[index]);
    return value.with(index, broken(value[index], draw));
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return draw(hostile);
  const names = Object.keys(value);
  const how = draw(fc.nat(9));
  if (names.length === 0 || how === 0) return { ...value, [draw(ADDED)]: draw(hostile) };
  const name = draw(fc.constantFrom(...names));
  const fields = new Map(Object.entries(value));
  if (how === 1) fields.delete(name);
  else fields.set(name, broken(fields.get(name), draw));
  return Object.fromEntries(fields);
}

const ADDED = fc.constantFrom("coupon", "roles", "personId", "price", "status", "toString", "then");
