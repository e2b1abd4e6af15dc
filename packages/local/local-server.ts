import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AwsServices, awsAnswer, unlessBroken } from "#local/aws/endpoints";
import type { ControlRequest } from "#local/control";
import { errorText } from "#local/error-text";
import type { Faults } from "#local/faults";
import { readBody } from "#local/http-server";
import { type Answer, json } from "#local/local-answer";
import { oidcAnswer } from "#local/oidc/endpoints";
import type { Issuer } from "#local/oidc/issuer";
import { type LocalS3, refused } from "#local/s3/s3";
import { inboxPage } from "#local/ses/inbox-page";
import type { Mailbox } from "#local/ses/mailbox";
import { threadOf } from "#local/threads";

export const awsPath = "/_local/aws";
export const s3Path = `${awsPath}/s3`;
export const issuerPath = "/_local/oidc";

/** What answers at the one address of the runtime. */
export interface ServerParts {
  /** The product: every path but `/_local` and `/inbox`. */
  api: (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;
  aws: AwsServices;
  s3: LocalS3;
  faults: Faults;
  mailbox: Mailbox;
  issuer: Issuer;
  clientId: string;
  control: (request: ControlRequest) => Promise<Answer | undefined>;
}

/** One HTTP server for the product's API, the inbox, the sign-in and the parts of AWS. 503 until it has its parts. */
export function localServer(): { server: Server; serve: (parts: ServerParts) => void } {
  let parts: ServerParts | undefined;

  async function dispatch(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (parts === undefined) return respond(outgoing, json(503, { message: "The local runtime is starting." }));
    const url = new URL(incoming.url ?? "/", "http://localhost");
    if (!/^\/(_local|inbox)(\/|$)/.test(url.pathname)) return parts.api(incoming, outgoing);
    const answer = await ownAnswer(parts, incoming, url);
    respond(
      outgoing,
      answer ??
        json(404, {
          message: `The local runtime has no ${incoming.method} ${url.pathname}: packages/local/README.md lists what it has.`,
        }),
    );
  }

  const server = createServer((incoming, outgoing) => {
    dispatch(incoming, outgoing).catch((error: unknown) => {
      if (!outgoing.headersSent) respond(outgoing, json(500, { message: errorText(error) }));
      else outgoing.destroy();
    });
  });
  return {
    server,
    serve: (made) => {
      parts = made;
    },
  };
}

const writes = ["writes"] as const;
/** What they answer leaves nothing behind. */
const readingServices: ReadonlySet<string> = new Set(["kms", "secrets-manager"]);

async function ownAnswer(parts: ServerParts, incoming: IncomingMessage, url: URL): Promise<Answer | undefined> {
  const method = incoming.method ?? "GET";
  const path = url.pathname;
  const bytes = await readBody(incoming);
  if (path.startsWith(`${s3Path}/`)) {
    const answer = await unlessBroken(
      parts.faults.mishap(incoming.headers, ...(method === "GET" || method === "HEAD" ? [] : writes)),
      () => parts.s3.answer({ method, url, headers: incoming.headers, body: bytes }),
      refused,
    );
    // The SDK sets its clock by the answers it gets, and would sign the next request as of another day.
    return { ...answer, headers: { ...answer.headers, date: new Date(parts.aws.now()).toUTCString() } };
  }
  const body = bytes.toString("utf8");
  if (path.startsWith("/inbox")) return inboxPage(parts.mailbox, path);
  if (path.startsWith(`${awsPath}/`)) {
    const [service = "", ...rest] = path.slice(awsPath.length + 1).split("/");
    const target = incoming.headers["x-amz-target"]?.toString();
    const thread = threadOf(incoming.headers["user-agent"]);
    const sorts = readingServices.has(service) ? [] : writes;
    return unlessBroken(parts.faults.mishap(incoming.headers, ...sorts), () =>
      awsAnswer(parts.aws, service, { method, path: `/${rest.join("/")}`, target, thread, body }),
    );
  }
  if (path === issuerPath || path.startsWith(`${issuerPath}/`)) {
    const request = { method, path: path.slice(issuerPath.length), query: url.searchParams, body };
    return oidcAnswer(parts.issuer, parts.clientId, request);
  }
  return parts.control({ method, path: path.slice("/_local".length), query: url.searchParams, body });
}

function respond(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  outgoing.writeHead(status, headers);
  outgoing.end(body);
}
