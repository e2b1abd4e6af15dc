import * as z from "zod";
import type { Caller, Role } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import type { ErrorCode } from "#kernel/error-details";
import type { Locale } from "#kernel/locale";
import type { Origin } from "#kernel/origin";

/**
 * Who may call a route. `public`: everybody. `key`: whoever holds the key from the mail's link, or an administrator; the
 * use case compares the key, since only it knows whose it is. A list: those who have one of the roles.
 */
type Access = "public" | "key" | readonly Role[];

/** One answer a route may give. The body goes through `schema`, so that no field leaks. */
export interface AnswerSpec<Body extends z.ZodType = z.ZodType> {
  readonly description: string;
  readonly contentType: string;
  readonly schema: Body;
}

export function json<Body extends z.ZodType>(description: string, schema: Body): AnswerSpec<Body> {
  return { description, contentType: "application/json", schema };
}

export function page(description: string): AnswerSpec<z.ZodString> {
  return { description, contentType: "text/html; charset=utf-8", schema: z.string() };
}

/** A file to download; binary bodies are base64. */
export function file<Body extends z.ZodType>(description: string, contentType: string, schema: Body): AnswerSpec<Body> {
  return { description, contentType, schema };
}

/** 204, or a 303 with its `location` header. */
export function empty(description: string): AnswerSpec<z.ZodUndefined> {
  return { description, contentType: "", schema: z.undefined() };
}

/** What a route's handler gets: parsed, with who asks and what makes a repetition harmless. */
export interface RouteRequest<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly caller: Caller;
  readonly origin: Origin;
  readonly locale: Locale;
  /** The address the request came from; personal data: to be hashed before it is kept, and never logged. */
  readonly sourceIp: string;
  /** The browser's cookies, by name. */
  readonly cookies: Readonly<Record<string, string>>;
  /** The language the address asks for by `?lang=`; without one, a page speaks the language of what it shows. */
  readonly lang: Locale | undefined;
}

/** What came in, before a route has parsed it. */
export interface Incoming extends Omit<RouteRequest<unknown, unknown, unknown>, "params" | "query" | "body"> {
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
  /** The body as it came over the wire, for signatures. */
  readonly rawBody: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface Outgoing {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly base64?: boolean;
}

/** A row of a context's route table: all that the router, OpenAPI, the gateway and the access tests need. */
export interface Route<App> {
  /** The use case's stem, and OpenAPI's operationId. */
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: `/${string}`;
  readonly access: Access;
  readonly summary: string;
  /** A form on a page sends `form`; everything else JSON; a signed webhook is read `raw`. */
  readonly accepts: "json" | "form" | "raw";
  /**
   * Nothing is kept of a request: no idempotency row and no log line, so that when and how often it was called ties nobody
   * to what it wrote. What it does repeats harmlessly by itself. Our own faults are logged, with the route alone.
   */
  readonly unrecorded: boolean;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodType;
  readonly answers: Readonly<Record<number, AnswerSpec>>;
  readonly errors: readonly ErrorCode[];
  /** A property, so that the compiler holds an app against what its routes call. */
  readonly run: (app: App, incoming: Incoming) => Promise<Outgoing>;
}

/** Whether the route takes an Idempotency-Key: GET, DELETE and what is unrecorded repeat harmlessly by themselves, and a webhook has its own id. */
export function takesIdempotencyKey({
  method,
  accepts,
  unrecorded,
}: Pick<Route<never>, "method" | "accepts" | "unrecorded">): boolean {
  return method !== "GET" && method !== "DELETE" && accepts !== "raw" && !unrecorded;
}

type Reply<Answers extends Record<number, AnswerSpec>> = {
  [Status in keyof Answers & number]: {
    readonly status: Status;
    readonly body?: z.input<Answers[Status]["schema"]>;
    readonly headers?: Readonly<Record<string, string>>;
    readonly base64?: boolean;
  };
}[keyof Answers & number];

/** A handler's answer, for its route's table to check. */
export function reply<const Status extends number, Body = undefined>(
  status: Status,
  body?: Body,
  more: { readonly headers?: Readonly<Record<string, string>>; readonly base64?: boolean } = {},
) {
  return { status, ...(body !== undefined && { body }), ...more };
}

/** For a route without parameters or query. */
export const none = z.strictObject({});
/** For a route without a body. */
export const noBody = z.undefined();

/** Makes rows of one context's route table: `const route = routeOf<OrderingApp>()`. */
export function routeOf<App>() {
  return <
    const Answers extends Record<number, AnswerSpec>,
    Params extends z.ZodObject,
    Query extends z.ZodObject,
    Body extends z.ZodType,
  >(
    spec: Pick<Route<App>, "name" | "method" | "path" | "access" | "summary" | "errors"> & {
      readonly accepts?: "json" | "form" | "raw";
      readonly unrecorded?: boolean;
      readonly params: Params;
      readonly query: Query;
      readonly body: Body;
      readonly answers: Answers;
      handle(
        app: App,
        request: RouteRequest<z.output<Params>, z.output<Query>, z.output<Body>> &
          Pick<Incoming, "rawBody" | "headers">,
      ): Promise<Reply<Answers>>;
    },
  ): Route<App> => ({
    ...spec,
    accepts: spec.accepts ?? "json",
    unrecorded: spec.unrecorded ?? false,
    async run(app, incoming) {
      const reply = await spec.handle(app, {
        ...incoming,
        params: addressed(spec.params, incoming.params),
        query: parse("query", spec.query, isPage(spec) ? namedIn(spec.query, incoming.query) : incoming.query),
        body: parse("body", spec.body, incoming.body),
      });
      const answer = spec.answers[reply.status];
      if (!answer) throw new Error(`${spec.name} answers ${reply.status}, which its table doesn't name`);
      return {
        status: reply.status,
        headers: { ...(answer.contentType && { "content-type": answer.contentType }), ...reply.headers },
        body: answer.schema.parse(reply.body),
        ...(reply.base64 && { base64: true }),
      };
    },
  });
}

/** Whether people look at the answer: refusals are pages too, then. */
export function isPage({ answers }: Pick<Route<never>, "answers">): boolean {
  return Object.values(answers).some(({ contentType }) => contentType.startsWith("text/html"));
}

/** Of a page's address, what the page takes: mail filters and campaigns add what they like to a link. */
function namedIn({ shape }: z.ZodObject, query: Incoming["query"]): Incoming["query"] {
  return Object.fromEntries(Object.entries(query).filter(([name]) => Object.hasOwn(shape, name)));
}

/** What the path names. One that no path can name isn't there: a link that was mistyped or cut off is no form to correct. */
function addressed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw refusal("not-found", {});
}

function parse<Schema extends z.ZodType>(part: "query" | "body", schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.slice(0, 20).map((issue) => ({
    pointer: `/${[part, ...issue.path].map(String).join("/")}`,
    message: issue.message,
  }));
  throw refusal("invalid-request", { errors });
}
