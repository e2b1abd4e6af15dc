import * as z from "zod";
import type { OpenApiDocument, Operation } from "#platform/openapi/shape";
import type { Answered, Wire } from "./ask.ts";
import type { Asking } from "./callers.ts";
import { unwanted, type Written } from "./written.ts";

export interface Judged {
  readonly operation: Operation;
  readonly wire: Wire & { readonly by: Asking };
  readonly answered: Answered;
  readonly written: readonly Written[];
}

/** Judges answers by the API's description; each finding is a sentence. */
export function judgeOf(document: OpenApiDocument, secrets: readonly string[]) {
  const schemas = new Map<string, z.ZodType>();

  /** The documented schema of an answer. */
  function schemaOf(operation: Operation, status: number, type: string): z.ZodType | undefined {
    const name = `${operation.operationId} ${status} ${type}`;
    const known = schemas.get(name);
    if (known) return known;
    const described = operation.responses[status]?.content?.[type]?.schema;
    if (!described) return undefined;
    const made = z.fromJSONSchema(withDefinitions(described));
    schemas.set(name, made);
    return made;
  }

  function withDefinitions(schema: object): Parameters<typeof z.fromJSONSchema>[0] {
    const whole = { ...schema, $defs: document.components.schemas };
    const text = JSON.stringify(whole).replaceAll("#/components/schemas/", "#/$defs/");
    // Without the flag u, which zod doesn't set, a pattern's \p is the letter p.
    return JSON.parse(text, (name, value) =>
      name === "pattern" && typeof value === "string" && value.includes("\\p") ? undefined : value,
    );
  }

  function ofShape({ operation, answered: { status, headers, text } }: Judged): string[] {
    const answers = operation.responses[status];
    if (!answers) return [`answers ${status}, which its description does not name: ${text.slice(0, 200)}`];
    if (!answers.content) return text === "" ? [] : [`answers ${status} with a body, and should have none`];
    const [type = ""] = String(headers["content-type"]).split(";");
    const schema = schemaOf(operation, status, type);
    if (schema && !/^text\/|json$/.test(type)) return [];
    if (!schema) return [`answers ${status} as ${type}, and its description says ${Object.keys(answers.content)}`];
    const isJson = type.endsWith("json");
    const read = schema.safeParse(isJson ? JSON.parse(text) : text);
    return read.success ? [] : [`answers ${status} outside its schema: ${read.error.message.slice(0, 500)}`];
  }

  function ofRefusal({ wire, answered: { status, headers, text }, written }: Judged): string[] {
    if (status < 400) return [];
    const asked = JSON.stringify(wire);
    const isStaffs = wire.by.roles.some((role) => role === "administrator" || role === "course-leader");
    // A form that is shown again is for who may send it, with what is theirs in it: not for who shows nothing to be known by.
    const isFormAgain = status === 422 && String(headers["content-type"]).startsWith("text/html") && isKnown(wire);
    const told =
      isStaffs || isFormAgain
        ? []
        : [...new Set(secrets)].filter((secret) => text.includes(secret) && !asked.includes(secret));
    return [
      ...unwanted(written).map((key) => `was refused with ${status}, and has written ${key}`),
      ...told.map((secret) => `tells of ${secret} in a refusal`),
      ...(/\.ts:\d+|node_modules|at \w+ \(/.test(text) ? ["shows where in the code it failed"] : []),
    ];
  }

  return (judged: Judged): string[] => {
    const { status, headers } = judged.answered;
    const isBusy = status === 503 && headers["retry-after"] !== undefined;
    const failed = status >= 500 && !isBusy ? [`answers ${status}: ${judged.answered.text.slice(0, 300)}`] : [];
    return [...failed, ...ofShape(judged), ...ofRefusal(judged), ...missingHeaders(judged)];
  };
}

/** Whether a login, a key or a browser's cookie goes with the request. */
function isKnown({ path, headers }: Wire): boolean {
  return "authorization" in headers || "order-key" in headers || "cookie" in headers || /[?&](key|proof)=/.test(path);
}

/** What a verifier reads that runs in a page of somebody else's. */
const FOR_EVERYBODYS_PAGES: ReadonlySet<string> = new Set([
  "check-certificate",
  "get-credential",
  "get-issuer",
  "get-issuer-did",
  "get-status-list",
]);

/** Headers that every answer has, whatever it is. */
const HEADERS: Readonly<Record<string, RegExp>> = {
  "content-security-policy": /default-src 'none'.*frame-ancestors 'none'/,
  "strict-transport-security": /max-age=\d{8}/,
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /^no-referrer$/,
  "cache-control": /^(no-store|public, max-age=\d+.*)$/,
  "x-correlation-id": /./,
};

function missingHeaders({ operation, answered: { headers } }: Judged): string[] {
  const missing = Object.entries(HEADERS).filter(([name, value]) => !value.test(String(headers[name])));
  const isForAll = FOR_EVERYBODYS_PAGES.has(operation.operationId);
  const allowed = isForAll ? undefined : headers["access-control-allow-origin"];
  return [
    ...missing.map(([name]) => `has the header ${name}: ${headers[name]}`),
    ...(allowed === undefined ? [] : [`lets pages of ${allowed} read it`]),
  ];
}
