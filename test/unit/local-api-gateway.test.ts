import { describe, expect, test } from "vitest";
import { httpAnswer, httpApiEvent } from "#local/api-gateway/payload";
import { router } from "#local/api-gateway/router";

describe("the most specific route wins", () => {
  const keys = [
    "$default",
    "ANY /orders/{proxy+}",
    "ANY /orders/{orderId}",
    "GET /orders/{orderId}",
    "GET /orders/mine",
    "GET /orders/{orderId}/lines/{lineId}",
  ];
  const find = router(keys.map((routeKey) => ({ routeKey, target: routeKey })));
  test.each([
    ["GET", "/orders/mine", "GET /orders/mine", {}],
    ["GET", "/orders/17", "GET /orders/{orderId}", { orderId: "17" }],
    ["DELETE", "/orders/17", "ANY /orders/{orderId}", { orderId: "17" }],
    ["GET", "/orders/17/lines/a%2Fb", "GET /orders/{orderId}/lines/{lineId}", { orderId: "17", lineId: "a/b" }],
    ["POST", "/orders/17/lines/2", "ANY /orders/{proxy+}", { proxy: "17/lines/2" }],
    ["GET", "/orders/", "$default", {}],
    ["GET", "/", "$default", {}],
  ])("%s %s -> %s", (method, path, routeKey, pathParameters) => {
    expect(find(method, path)).toMatchObject({ routeKey, pathParameters });
  });

  test("and without $default there is none for another path", () => {
    expect(router([{ routeKey: "GET /a", target: 1 }])("GET", "/b")).toBeUndefined();
  });
});

describe("a function's answer becomes", () => {
  const text = (answer: unknown) => {
    const { status, headers, body } = httpAnswer(answer);
    return { status, headers: Object.fromEntries(headers), body: body.toString() };
  };
  const json = { "content-type": "application/json" };

  test.each([
    ["a 200 with JSON, without statusCode", { ok: true }, { status: 200, headers: json, body: '{"ok":true}' }],
    ["a 200 with the text itself", "hei", { status: 200, headers: json, body: "hei" }],
    ["a 200 with null, from nothing", undefined, { status: 200, headers: json, body: "null" }],
    [
      "its status, headers in lower case",
      { statusCode: 201, headers: { "X-A": 1, "Content-Type": "text/html" }, body: "a" },
      { status: 201, headers: { "x-a": "1", "content-type": "text/html" }, body: "a" },
    ],
    [
      "plain text, without a content type",
      { statusCode: 200, body: "a" },
      { status: 200, headers: { "content-type": "text/plain;charset=UTF-8" }, body: "a" },
    ],
    [
      "bytes, from base64",
      { statusCode: 200, body: "aGVp", isBase64Encoded: true },
      { status: 200, headers: { "content-type": "text/plain;charset=UTF-8" }, body: "hei" },
    ],
    [
      "a 500, from a body that is no text",
      { statusCode: 200, body: { a: 1 } },
      { status: 500, headers: json, body: '{"message":"Internal Server Error"}' },
    ],
  ])("%s", (_name, answer, expected) => {
    expect(text(answer)).toEqual(expected);
  });

  test("a set-cookie header per cookie", () => {
    const { headers } = httpAnswer({ statusCode: 204, cookies: ["a=1", "b=2"] });
    expect(headers.filter(([name]) => name === "set-cookie")).toEqual([
      ["set-cookie", "a=1"],
      ["set-cookie", "b=2"],
    ]);
  });
});

describe("a request's body reaches the function", () => {
  const eventOf = (contentType: string | undefined, body: string) =>
    httpApiEvent(
      {
        method: "POST",
        path: "/",
        query: "",
        rawHeaders: contentType === undefined ? [] : ["Content-Type", contentType],
        body: Buffer.from(body),
        sourceIp: "127.0.0.1",
      },
      { routeKey: "$default", pathParameters: {} },
      { apiId: "api", requestId: "1", now: 0 },
    );

  test.each(["application/json", "application/problem+json; charset=utf-8", "text/html", "application/xml", undefined])(
    "as text: %s",
    (contentType) => {
      expect(eventOf(contentType, "blå")).toMatchObject({ body: "blå", isBase64Encoded: false });
    },
  );
  test.each(["application/x-www-form-urlencoded", "application/octet-stream", "image/png"])(
    "as base64: %s",
    (contentType) => {
      expect(eventOf(contentType, "blå")).toMatchObject({ body: "YmzDpQ==", isBase64Encoded: true });
    },
  );
  test("not at all when it is empty", () => {
    const event = eventOf("application/json", "");
    expect("body" in event).toBe(false);
    expect("pathParameters" in event).toBe(false);
    expect("queryStringParameters" in event).toBe(false);
    expect("cookies" in event).toBe(false);
  });
});
