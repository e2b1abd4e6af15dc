import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { authenticator } from "#platform/http/authenticate";

/** An issuer that answers every request for its keys by `status`. */
async function issuer(status: number) {
  const server = createServer((_request, response) => response.writeHead(status).end('{"keys":[]}'));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The server listens on a port.");
  return authenticator({
    issuer: `http://127.0.0.1:${address.port}`,
    audience: "client",
    findPerson: async () => undefined,
  });
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const token = `Bearer ${part({ alg: "RS256", kid: "one" })}.${part({ sub: "kari" })}.${part("signature")}`;

test.each([
  ["is no token", "Bearer abc"],
  ["is signed by nobody's key", token],
  ["is of another scheme", "Basic abc"],
])("what %s is refused", async (_what, authorization) => {
  const authenticate = await issuer(200);
  await expect(authenticate(authorization, undefined)).rejects.toMatchObject({ code: "unauthenticated" });
});

test("nobody is told that they are not logged in when the issuer's keys can't be had", async () => {
  const authenticate = await issuer(503);
  await expect(authenticate(token, undefined)).rejects.not.toMatchObject({ code: "unauthenticated" });
});
