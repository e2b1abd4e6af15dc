import type * as z from "zod";

/** What one of the runtime's own endpoints answers. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) };
}

/** What a request says, if that is JSON and what was asked for. */
export function said<Asked>(schema: z.ZodType<Asked>, body: string): z.ZodSafeParseResult<Asked> {
  return schema.safeParse(fromJson(body));
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A page of HTML. */
export function page(status: number, body: string): Answer {
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body };
}

export function redirect(location: string): Answer {
  return { status: 303, headers: { location }, body: "" };
}
