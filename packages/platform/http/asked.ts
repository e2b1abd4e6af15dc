import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { CorrelationId } from "#kernel/event";
import type { Locale } from "#kernel/locale";
import { localeOf } from "./locale-of.ts";
import type { Outgoing } from "./route.ts";

export type Event = APIGatewayProxyEventV2;
export type Result = APIGatewayProxyStructuredResultV2;

/** One id from this request to the mail that ends what it began: the gateway's. */
export function correlationOf(event: Event): CorrelationId {
  return CorrelationId.parse(event.requestContext.requestId);
}

/** The language to answer in. */
export function readerOf(event: Event): Locale {
  return localeOf(event.queryStringParameters?.["lang"], event.headers["accept-language"]);
}

/** The browser's cookies, which the gateway takes out of the headers. Of two with one name the first counts. */
export function cookiesOf(event: Event): Readonly<Record<string, string>> {
  const pairs = (event.cookies ?? []).map((cookie): [string, string] => {
    const at = cookie.indexOf("=");
    return at < 0 ? ["", cookie] : [cookie.slice(0, at).trim(), cookie.slice(at + 1).trim()];
  });
  return Object.fromEntries(pairs.toReversed());
}

/** An answer as the gateway takes it. */
export function toResult(answer: Outgoing): Result {
  const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  return {
    statusCode: answer.status,
    headers: { ...answer.headers },
    ...(answer.body !== undefined && { body: text }),
    ...(answer.base64 && { isBase64Encoded: true }),
  };
}
