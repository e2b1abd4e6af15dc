import { once } from "node:events";
import { connect, createServer } from "node:net";

/** Whoever comes by this door comes from that address of this machine's own: callers' limits are by address. */
export async function anotherDoor(
  apiUrl: string,
  localAddress: string,
): Promise<{ readonly url: string; readonly close: () => void }> {
  const { hostname: host, port } = new URL(apiUrl);
  const server = createServer((incoming) => {
    const outgoing = connect({ host, port: Number(port), localAddress });
    incoming.pipe(outgoing).pipe(incoming);
    for (const [one, other] of [[incoming, outgoing] as const, [outgoing, incoming] as const]) {
      one.on("error", () => other.destroy());
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const door = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${door}`, close: () => server.close() };
}
