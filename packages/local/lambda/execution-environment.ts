import { randomUUID } from "node:crypto";
import { Worker } from "node:worker_threads";
import * as z from "zod";
import { errorText } from "#local/error-text";
import type { Outcome } from "#local/lambda/invoke";

export interface ExecutionSettings {
  /** File URL of the module that exports `handler`. */
  module: string;
  /** The program of an execution environment (`worker.ts`). */
  worker: URL;
  functionName: string;
  environment: Readonly<Record<string, string>>;
  timeoutSeconds: number;
  clockOffset: SharedArrayBuffer;
  log: (line: string) => void;
  /** The thread is gone: it crashed, ran over its timeout or could not load its module. Called once. */
  onEnd: () => void;
  /** The thread used so much more CPU, in milliseconds, since it was ready or last said so. */
  onCpu: (milliseconds: number) => void;
}

/** One execution environment of a function: a thread that handles one event at a time. */
export interface ExecutionEnvironment {
  /** Never rejects. */
  run(event: unknown): Promise<Outcome>;
  terminate(): Promise<void>;
}

const outcome = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), answer: z.string().optional() }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);
const message = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  /** `cpuMs`: of the thread, since it was ready. The system counts in ticks, so single events can't be told apart. */
  z.object({ kind: z.literal("outcome"), outcome, cpuMs: z.number() }),
]);

export function startEnvironment(settings: ExecutionSettings): ExecutionEnvironment {
  const { module, functionName, timeoutSeconds, clockOffset, log } = settings;
  const timeoutMs = timeoutSeconds * 1000;
  const worker = new Worker(settings.worker, {
    env: { ...settings.environment },
    execArgv: [],
    stdout: true,
    stderr: true,
    workerData: { module, functionName, timeoutMs, clockOffset },
  });
  for (const stream of [worker.stdout, worker.stderr]) eachLine(stream, log);

  const ready = Promise.withResolvers<void>();
  // Whoever runs an event hears of a failed start by its outcome.
  ready.promise.catch(() => {});
  let ended = false;
  let cpuMs = 0;
  let finish: ((result: Outcome) => void) | undefined;

  function end(error: string): void {
    if (ended) return;
    ended = true;
    settings.onEnd();
    ready.reject(new Error(error));
    finish?.({ ok: false, error });
  }

  worker.on("message", (raw) => {
    const received = message.parse(raw);
    if (received.kind === "ready") return ready.resolve();
    settings.onCpu(received.cpuMs - cpuMs);
    cpuMs = received.cpuMs;
    finish?.(parsed(received.outcome));
  });
  worker.on("error", (error) => {
    log(errorText(error));
    end(errorText(error));
  });
  worker.on("exit", (code) => end(`Runtime exited with code ${code}`));

  return {
    async run(event) {
      try {
        await ready.promise;
      } catch (error) {
        return { ok: false, error: errorText(error) };
      }
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          const error = `Task timed out after ${timeoutSeconds}.00 seconds`;
          log(error);
          end(error);
          void worker.terminate();
        }, timeoutMs);
        finish = (result) => {
          clearTimeout(timer);
          finish = undefined;
          resolve(result);
        };
        worker.postMessage({ id: randomUUID(), event });
      });
    },
    async terminate() {
      await worker.terminate();
    },
  };
}

function parsed(result: z.infer<typeof outcome>): Outcome {
  if (!result.ok) return result;
  return { ok: true, answer: result.answer === undefined ? undefined : JSON.parse(result.answer) };
}

function eachLine(stream: NodeJS.ReadableStream, take: (line: string) => void): void {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line !== "") take(line);
  });
}
