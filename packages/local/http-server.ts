import type { IncomingMessage, Server } from "node:http";
import { StartFailure } from "#local/start-failure";

/**
 * Listens on this machine only; port 0 takes a free one. Returns the port.
 * @throws StartFailure when the port is taken
 */
export function listen(server: Server, port: number): Promise<number> {
  // Clients keep connections as long as AWS does. Node's own 5 s would close one just as a request sets out on it.
  server.keepAliveTimeout = 65_000;
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new StartFailure(
              `Port ${port} is in use: stop the program that listens on it, or choose another port (PORT=3010 npm start; STRIPE_PORT for the Stripe stand-in).`,
            )
          : error,
      );
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(address !== null && typeof address === "object" ? address.port : port);
    });
  });
}

export async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}
