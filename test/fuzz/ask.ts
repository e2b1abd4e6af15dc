import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { readBody } from "#local/http-server";

/** A request as it goes over the wire, right or wrong. */
export interface Wire {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export type Ask = (wire: Wire) => Promise<Answered>;

/** Asks over connections that stay open, from an address of this machine's own: whoever comes from another is another caller. */
export function askerOf(apiUrl: string, localAddress = "127.0.0.1"): Ask {
  const agent = new Agent({ keepAlive: true, localAddress });
  const { port } = new URL(apiUrl);
  return ({ method, path, headers, body }) =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
      const options = { host: "127.0.0.1", port, method, path, headers: { ...headers, ...length }, agent };
      const outgoing = request(options, (response) => {
        readBody(response).then(
          (bytes) => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: bytes.toString() }),
          reject,
        );
      });
      outgoing.on("error", reject);
      outgoing.end(body);
    });
}
