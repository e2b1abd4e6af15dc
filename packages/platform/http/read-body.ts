import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { refusal } from "#kernel/domain-error";
import type { Route } from "./route.ts";

/** The field of a page's form that does what the `Idempotency-Key` header does for the API. */
const FORM_KEY_FIELD = "idempotency-key";

interface ReadBody {
  readonly rawBody: string;
  readonly body: unknown;
  readonly formKey?: string;
}

/**
 * Reads a request's body as the route takes it. A form's fields that come several times become a list.
 *
 * @throws DomainError `body-too-large`, or `invalid-request` when JSON is broken or has half a character in it
 */
export function readBody(
  event: APIGatewayProxyEventV2,
  accepts: Route<never>["accepts"],
  limitBytes: number,
): ReadBody {
  const bytes = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  if (bytes.length > limitBytes) throw refusal("body-too-large", { limitBytes });
  const rawBody = bytes.toString("utf8");
  if (accepts === "form") return readForm(rawBody);
  if (accepts === "raw" || rawBody === "") return { rawBody, body: undefined };
  return { rawBody, body: readJson(rawBody) };
}

/** How half a character is written, and the halves of a whole one. */
const HALF = /\\u[dD][89a-fA-F]/;

/** Half a character is JSON, and nothing that DynamoDB takes. */
function readJson(rawBody: string): unknown {
  let isWhole = true;
  const look = (name: string, value: unknown): unknown => {
    isWhole &&= name.isWellFormed() && (typeof value !== "string" || value.isWellFormed());
    return value;
  };
  let body: unknown;
  try {
    body = HALF.test(rawBody) ? JSON.parse(rawBody, look) : JSON.parse(rawBody);
  } catch {
    throw invalid("This is not JSON.");
  }
  if (!isWhole) throw invalid("There is half a character in it: send whole ones.");
  return body;
}

function invalid(message: string) {
  return refusal("invalid-request", { errors: [{ pointer: "/body", message }] });
}

/** In one pass: a form is as long as anybody likes to make it, up to the limit. */
function readForm(rawBody: string): ReadBody {
  const byName = Map.groupBy(new URLSearchParams(rawBody), ([name]) => name);
  const formKey = byName.get(FORM_KEY_FIELD)?.[0]?.[1];
  byName.delete(FORM_KEY_FIELD);
  const fields = [...byName].map(([name, pairs]) => {
    const values = pairs.map(([, value]) => value);
    return [name, values.length > 1 ? values : values[0]];
  });
  return { rawBody, body: Object.fromEntries(fields), ...(formKey && { formKey }) };
}
