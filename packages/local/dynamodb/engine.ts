import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type EngineFile, engineFile } from "#local/dynamodb/engine-file";
import { StartFailure } from "#local/start-failure";

export interface Engine {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * Starts the DynamoDB engine of this platform's package on a free port, with data of its own that goes with it.
 * With `DYNAMODB_ENDPOINT` set nothing is started and that endpoint is used.
 * @throws StartFailure when there is no engine, or it (or the endpoint) doesn't answer within seconds
 */
export async function startEngine(
  enginePackage = `@dynoxide/${process.platform}-${process.arch}`,
  newFile = engineFile,
): Promise<Engine> {
  const replacement = process.env["DYNAMODB_ENDPOINT"];
  if (replacement) {
    await untilAnswering(
      replacement,
      2_000,
      `DYNAMODB_ENDPOINT is ${replacement}, but nothing answers there: start it, or unset the variable to use the engine that comes with npm ci.`,
    );
    return { endpoint: replacement, stop: async () => {} };
  }
  const binary = engineBinary(enginePackage);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const engine = await runEngine(binary, newFile);
    if (engine !== undefined) return engine;
  }
  throw new StartFailure(`The DynamoDB engine does not start: run ${binary} by hand to see why.`);
}

/** Undefined when the engine ended at once: another program took its port meanwhile. */
async function runEngine(binary: string, newFile: () => EngineFile): Promise<Engine | undefined> {
  const port = await freePort();
  const file = newFile();
  const child = spawn(binary, ["serve", "--port", String(port), "--db-path", file.path], { stdio: "ignore" });
  let running = true;
  const exited = new Promise<void>((resolve) => {
    const ended = () => {
      running = false;
      resolve();
    };
    child.once("exit", ended);
    child.once("error", ended);
  });
  // Also when this process exits while the engine starts.
  const end = () => {
    child.kill();
    file.unlink();
  };
  process.once("exit", end);
  const endpoint = `http://127.0.0.1:${port}`;
  const answering = untilAnswering(endpoint, 20_000, `The DynamoDB engine ${binary} does not answer.`);
  try {
    await Promise.race([exited, answering]);
    if (running) file.indexStream();
    file.unlink();
  } catch (error) {
    process.off("exit", end);
    end();
    throw error;
  }
  if (!running) {
    process.off("exit", end);
    return undefined;
  }
  return {
    endpoint,
    stop: async () => {
      process.off("exit", end);
      child.kill();
      await exited;
    },
  };
}

function engineBinary(name: string): string {
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    return join(dirname(manifest), process.platform === "win32" ? "dynoxide.exe" : "dynoxide");
  } catch {
    throw new StartFailure(
      `The DynamoDB engine ${name} is not installed: run npm ci without --omit=optional, or set DYNAMODB_ENDPOINT to DynamoDB Local or LocalStack.`,
    );
  }
}

async function untilAnswering(endpoint: string, patienceMs: number, failure: string): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    try {
      await fetch(endpoint, { signal: AbortSignal.timeout(1000) });
      return;
    } catch {
      await delay(10);
    }
  }
  throw new StartFailure(failure);
}

/** A port nobody listens on now. The engine takes no port 0 that it would tell about. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === "string") reject(new Error("no port for the DynamoDB engine"));
        else resolve(address.port);
      });
    });
  });
}
