import { expect, test } from "vitest";
import { newThread } from "#local/threads";
import { OpenApiDocument, type Operation } from "#platform/openapi/shape";
import description from "../../functions/openapi.json" with { type: "json" };
import { guest } from "./callers.ts";
import { judgeOf } from "./judge.ts";

const document = OpenApiDocument.parse(description);
const judge = judgeOf(document, ["Kari Eksempel"]);
const described = orderLook();

const headers = {
  "content-type": "application/problem+json",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "strict-transport-security": "max-age=31536000",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
  "x-correlation-id": "reference-1",
};
const problem = {
  type: "urn:smart-oppvekst:problem:not-found",
  title: "There is nothing here",
  status: 404,
  detail: "Open the link in your mail again.",
  code: "not-found",
  reference: "reference-1",
};

function orderLook(): Operation {
  const operation = document.paths["/orders/{orderNumber}"]?.["get"];
  if (!operation) throw new Error("An order can't be looked at any more: judge another operation.");
  return operation;
}

interface Answer {
  readonly status?: number;
  readonly body?: object;
  readonly head?: Readonly<Record<string, string>>;
  /** What goes with the request. */
  readonly sent?: Readonly<Record<string, string>>;
  /** The partition that was written to on the way. */
  readonly key?: string;
}

function judged({ status = 404, body = problem, head, sent = {}, key }: Answer): string[] {
  return judge({
    operation: described,
    wire: { method: "GET", path: "/orders/K7M4-9QXY", headers: sent, by: guest("a guest") },
    answered: { status, headers: { ...headers, ...head }, text: JSON.stringify(body) },
    written:
      key === undefined
        ? []
        : [{ thread: newThread("functions/ordering/api.ts").thread, request: `"pk":{"S":"${key}"}` }],
  });
}

test("a refusal as it should be is judged right, also when it has been counted", () => {
  expect(judged({})).toEqual([]);
  expect(judged({ key: "CALLER#WRONG-KEYS#1" })).toEqual([]);
});

test("a form that is shown again has what is its reader's own; as a problem, or to a stranger, it would be told to anybody", () => {
  const told = (head: Readonly<Record<string, string>>, sent: Readonly<Record<string, string>>) =>
    judged({ status: 422, body: { ...problem, status: 422, detail: "Kari Eksempel" }, head, sent }).join("\n");
  const form = { "content-type": "text/html; charset=utf-8" };
  expect(told(form, { "order-key": "theirs" })).not.toContain("tells of");
  expect(told(form, {})).toContain("tells of Kari Eksempel");
  expect(told({}, { "order-key": "theirs" })).toContain("tells of Kari Eksempel");
});

test.each([
  ["a failure", { status: 500, body: { ...problem, status: 500 } }, "answers 500"],
  ["a 503 that names no time", { status: 503, body: { ...problem, status: 503 } }, "answers 503"],
  ["a status that isn't described", { status: 418 }, "which its description does not name"],
  ["a body outside the schema", { body: { status: "404" } }, "outside its schema"],
  ["an answer of another type", { head: { "content-type": "text/plain" } }, "as text/plain"],
  ["a write by a refused request", { key: "ORDER#K7M4-9QXY" }, "has written ORDER#K7M4-9QXY"],
  ["a name in a problem", { body: { ...problem, detail: "Kari Eksempel has it." } }, "tells of Kari Eksempel"],
  ["a place in the code", { body: { ...problem, detail: "at run (/app/handler.ts:12)" } }, "where in the code"],
  ["a page that may be framed", { head: { "content-security-policy": "" } }, "content-security-policy"],
  ["an answer for anybody's page", { head: { "access-control-allow-origin": "*" } }, "lets pages of *"],
] as const)("%s is reported", (_what, wrong, says) => {
  expect(judged(wrong).join("\n")).toContain(says);
});
