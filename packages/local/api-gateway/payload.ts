import type { APIGatewayProxyEventV2 } from "aws-lambda";
import * as z from "zod";

export interface HttpRequest {
  method: string;
  /** Path without the query, as sent. */
  path: string;
  /** Without the question mark. */
  query: string;
  /** Names and values alternating, as they came. */
  rawHeaders: readonly string[];
  body: Buffer;
  sourceIp: string;
}

export interface HttpAnswer {
  status: number;
  headers: [name: string, value: string][];
  body: Buffer;
}

/** The event of an HTTP API with payload format 2.0. */
export function httpApiEvent(
  request: HttpRequest,
  match: { routeKey: string; pathParameters: Record<string, string> },
  about: { apiId: string; requestId: string; now: number },
): APIGatewayProxyEventV2 {
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  for (let index = 0; index + 1 < request.rawHeaders.length; index += 2) {
    const name = (request.rawHeaders[index] ?? "").toLowerCase();
    const value = request.rawHeaders[index + 1] ?? "";
    if (name === "cookie") cookies.push(...value.split(/; */).filter((cookie) => cookie !== ""));
    else headers[name] = headers[name] === undefined ? value : `${headers[name]},${value}`;
  }
  headers["x-forwarded-for"] = request.sourceIp;
  headers["x-forwarded-proto"] = "http";
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(request.query)) {
    query[name] = query[name] === undefined ? value : `${query[name]},${value}`;
  }
  const isBase64Encoded = request.body.length > 0 && !isText(headers["content-type"]);
  const host = headers["host"] ?? "localhost";
  return {
    version: "2.0",
    routeKey: match.routeKey,
    rawPath: request.path,
    rawQueryString: request.query,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    ...(Object.keys(match.pathParameters).length > 0 && { pathParameters: match.pathParameters }),
    requestContext: {
      accountId: "000000000000",
      apiId: about.apiId,
      domainName: host,
      domainPrefix: about.apiId,
      http: {
        method: request.method,
        path: request.path,
        protocol: "HTTP/1.1",
        sourceIp: request.sourceIp,
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: about.requestId,
      routeKey: match.routeKey,
      stage: "$default",
      time: new Date(about.now).toISOString(),
      timeEpoch: about.now,
    },
    ...(request.body.length > 0 && { body: request.body.toString(isBase64Encoded ? "base64" : "utf8") }),
    isBase64Encoded,
  };
}

/** Everything else reaches a function base64-encoded, forms included. */
function isText(contentType: string | undefined): boolean {
  if (contentType === undefined) return true;
  return /^(text\/|application\/(json|javascript|xml)|application\/[^;]+\+(json|xml))/i.test(contentType);
}

const structured = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** What a function's answer becomes: without `statusCode` it is a 200 with the answer as JSON; a wrong shape is a 500. */
export function httpAnswer(answer: unknown): HttpAnswer {
  if (typeof answer !== "object" || answer === null || !("statusCode" in answer)) {
    const body = typeof answer === "string" ? answer : JSON.stringify(answer ?? null);
    return { status: 200, headers: [["content-type", "application/json"]], body: Buffer.from(body) };
  }
  const parsed = structured.safeParse(answer);
  if (!parsed.success) return gatewayError(500, "Internal Server Error");
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const all = Object.entries(headers ?? {}).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    String(value),
  ]);
  if (!all.some(([name]) => name === "content-type")) all.push(["content-type", "text/plain;charset=UTF-8"]);
  return {
    status: statusCode,
    headers: [...all, ...(cookies ?? []).map((cookie): [string, string] => ["set-cookie", cookie])],
    body: Buffer.from(body ?? "", isBase64Encoded ? "base64" : "utf8"),
  };
}

/** What the gateway itself says, as AWS words it. */
export function gatewayError(status: number, message: string): HttpAnswer {
  return {
    status,
    headers: [["content-type", "application/json"]],
    body: Buffer.from(JSON.stringify({ message })),
  };
}
