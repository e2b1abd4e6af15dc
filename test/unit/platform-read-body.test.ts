import { expect, test } from "vitest";
import { readBody } from "#platform/http/read-body";

const LIMIT_BYTES = 256 * 1024;

function read(body: string, accepts: Parameters<typeof readBody>[1] = "form") {
  const event = { body, isBase64Encoded: false } as Parameters<typeof readBody>[0];
  return readBody(event, accepts, LIMIT_BYTES);
}

test("a form's fields are read by name, several of one name as a list, and its key apart", () => {
  expect(read("name=Rut&day=1&idempotency-key=k-1&day=2&empty=")).toMatchObject({
    body: { name: "Rut", day: ["1", "2"], empty: "" },
    formKey: "k-1",
  });
  expect(read("")).toEqual({ rawBody: "", body: {} });
});

test("a form of as many fields as there is room for keeps nobody waiting", () => {
  let body = "";
  for (let field = 0; body.length < LIMIT_BYTES - 10; field += 1) body += `${field.toString(36)}&`;
  const began = performance.now();
  expect(Object.keys(read(body).body ?? {}).length).toBeGreaterThan(60_000);
  // Looked through once for each field, it took 40 seconds.
  expect(performance.now() - began).toBeLessThan(5000);
});

test.each(['{"nb":"\\ud800"}', '["\\uDFFF a"]', '{"a":[{"\\udc00\\ud800":1}]}'])(
  "half a character is refused, as DynamoDB would: %s",
  (body) => {
    const half = { errors: [{ pointer: "/body", message: expect.stringContaining("half a character") }] };
    expect(() => read(body, "json")).toThrow(expect.objectContaining({ code: "invalid-request", details: half }));
  },
);

test("a whole character is read, however it is written", () => {
  expect(read('{"a":"\\ud83c\\udf3c 🌼 \\\\ud800"}', "json").body).toEqual({ a: "🌼 🌼 \\ud800" });
});
