import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { startEngine } from "#local/dynamodb/engine";
import { Faults } from "#local/faults";
import { listen } from "#local/http-server";
import { startStripe } from "#local/stripe-party";
import { newFolder } from "#test/shared-folder";

const root = join(import.meta.dirname, "../..");
let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill("SIGKILL");
  vi.unstubAllEnvs();
});

/** Runs `npm start`'s program until it ends, or says what is waited for. */
function start(variables: Record<string, string> = {}) {
  const started = spawn(join(root, "node_modules/.bin/node"), ["packages/local/main.ts"], {
    cwd: root,
    env: {
      ...process.env,
      PORT: "0",
      STRIPE_PORT: "0",
      LOCAL_FOLDER: newFolder(),
      ...variables,
    },
  });
  child = started;
  const output = { all: "", errors: "" };
  const exited = once(started, "exit").then(([code]): number => code);
  started.stdout.on("data", (chunk) => {
    output.all += chunk;
  });
  started.stderr.on("data", (chunk) => {
    output.errors += chunk;
  });
  const says = (what: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => output.all.includes(what) && resolve();
      started.stdout.on("data", look);
      exited.then((code) => reject(new Error(`Ended with ${code}: ${output.errors}`)), reject);
      look();
    });
  return { started, output, exited, says };
}

describe("npm start", () => {
  test("shows what it does, prints the addresses to open, and stops everything on Ctrl-C", async () => {
    const { started, output, exited, says } = start();
    await says("Functions' log");
    const apiUrl = /API +(http:\S+)/.exec(output.all)?.[1] ?? "";
    expect((await fetch(`${apiUrl}/_local/clock`)).status).toBe(200);
    expect(output.all).toMatch(/\d+\.\d s {2}Synthesising/);
    for (const address of ["/docs", "/inbox", "Stripe "]) expect(output.all).toContain(address);
    started.kill("SIGINT");
    expect(await exited).toBe(0);
    await expect(fetch(apiUrl)).rejects.toThrow("fetch failed");
    expect(output.errors).toBe("");
  });

  test("says in one sentence that a port is used", async () => {
    const server = createServer();
    const port = await listen(server, 0);
    const { output, exited } = start({ PORT: String(port) });
    expect(await exited).toBe(1);
    server.close();
    expect(output.errors).toMatch(new RegExp(`^Port ${port} is in use: stop .+\n$`));
  });
});

// `npm start` says what these throw, as it says that a port is used.
test("an endpoint for DynamoDB that doesn't answer is said in one sentence", async () => {
  vi.stubEnv("DYNAMODB_ENDPOINT", "http://127.0.0.1:9");
  await expect(startEngine()).rejects.toThrow(
    /^DYNAMODB_ENDPOINT is http:\/\/127.0.0.1:9, but nothing answers there: .+$/,
  );
});

test("what a real Stripe account needs is said in one sentence", async () => {
  vi.stubEnv("STRIPE_SECRET_KEY", "sk_live_1");
  const asked = { apiUrl: "http://localhost:3000", now: Date.now, port: 0, faults: new Faults() };
  await expect(startStripe(asked)).rejects.toThrow(/^STRIPE_SECRET_KEY must be a test key .+$/);
});

test("a missing engine binary is said in one sentence", async () => {
  await expect(startEngine("@dynoxide/none")).rejects.toThrow(
    /^The DynamoDB engine @dynoxide\/none is not installed: run npm ci .+$/,
  );
});
