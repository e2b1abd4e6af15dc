import { randomUUID } from "node:crypto";
import { Worker } from "node:worker_threads";
import * as z from "zod";
import type { Activity } from "#local/activity";
import { errorText } from "#local/error-text";
import type { Outcome } from "#local/lambda/invoke";

export interface FunctionSettings {
  name: string;
  /** What people call it: its entry file. */
  label: string;
  /** File URL of the module that exports `handler`. */
  module: string;
  environment: Readonly<Record<string, string>>;
  timeoutSeconds: number;
  /** Execution environments at most, each a thread that handles one event at a time. */
  concurrency: number;
}

export interface FunctionRuntime {
  clockOffset: SharedArrayBuffer;
  activity: Activity;
  /** A line the function wrote. */
  log: (functionName: string, line: string) => void;
}

/** What a function has used so far. */
export interface FunctionUse {
  invocations: number;
  errors: number;
  /** CPU of the thread while it handled events: starting it is not counted. */
  cpuMs: number;
  starts: number;
}

const outcome = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), answer: z.string().optional() }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);
const message = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("outcome"), outcome, cpuMs: z.number() }),
]);

interface Environment {
  run(event: unknown): Promise<Outcome>;
  terminate(): Promise<void>;
}

/** A Lambda function: starts execution environments as events come, keeps them warm, and ends one that runs over time. */
export class LocalFunction {
  readonly settings: FunctionSettings;
  readonly use: FunctionUse = { invocations: 0, errors: 0, cpuMs: 0, starts: 0 };
  readonly #runtime: FunctionRuntime;
  readonly #free: Environment[] = [];
  readonly #queue: ((environment: Environment) => void)[] = [];
  readonly #all = new Set<Environment>();
  #stopped = false;

  constructor(settings: FunctionSettings, runtime: FunctionRuntime) {
    this.settings = settings;
    this.#runtime = runtime;
  }

  /** Never rejects: a throw, a timeout and a module that can't be loaded are outcomes. */
  readonly invoke = (event: unknown): Promise<Outcome> =>
    this.#runtime.activity.track(`function ${this.settings.name}`, async () => {
      const environment = await this.#acquire();
      this.use.invocations += 1;
      const result = await environment.run(event);
      if (!result.ok) this.use.errors += 1;
      if (this.#all.has(environment)) this.#release(environment);
      return result;
    });

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([...this.#all].map((environment) => environment.terminate()));
  }

  #acquire(): Promise<Environment> {
    const free = this.#free.pop();
    if (free !== undefined) return Promise.resolve(free);
    if (this.#all.size < this.settings.concurrency) return Promise.resolve(this.#start());
    return new Promise((resolve) => this.#queue.push(resolve));
  }

  #release(environment: Environment): void {
    const next = this.#queue.shift();
    if (next === undefined) this.#free.push(environment);
    else next(environment);
  }

  /** A thread that ended takes no more events; whoever waits gets a new one. */
  #forget(environment: Environment): void {
    this.#all.delete(environment);
    const index = this.#free.indexOf(environment);
    if (index >= 0) this.#free.splice(index, 1);
    if (!this.#stopped && this.#queue.length > 0) this.#queue.shift()?.(this.#start());
  }

  #start(): Environment {
    this.use.starts += 1;
    const { name, label, module, timeoutSeconds, environment: env } = this.settings;
    const timeoutMs = timeoutSeconds * 1000;
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      env: { ...env },
      execArgv: [],
      stdout: true,
      stderr: true,
      workerData: { module, functionName: name, timeoutMs, clockOffset: this.#runtime.clockOffset },
    });
    for (const stream of [worker.stdout, worker.stderr]) eachLine(stream, (line) => this.#runtime.log(label, line));

    const ready = Promise.withResolvers<void>();
    let pending: ((result: Outcome) => void) | undefined;
    const fail = (error: string) => {
      this.#forget(environment);
      ready.reject(new Error(error));
      pending?.({ ok: false, error });
    };
    ready.promise.catch(() => {});
    worker.on("message", (raw) => {
      const received = message.parse(raw);
      if (received.kind === "ready") return ready.resolve();
      this.use.cpuMs += received.cpuMs;
      const result = received.outcome;
      pending?.(
        result.ok ? { ok: true, answer: result.answer === undefined ? undefined : JSON.parse(result.answer) } : result,
      );
    });
    worker.on("error", (error) => {
      this.#runtime.log(label, errorText(error));
      fail(errorText(error));
    });
    worker.on("exit", (code) => fail(`Runtime exited with code ${code}`));

    const environment: Environment = {
      run: async (event) => {
        try {
          await ready.promise;
        } catch (error) {
          return { ok: false, error: errorText(error) };
        }
        return new Promise((resolve) => {
          const timer = setTimeout(() => {
            const error = `Task timed out after ${timeoutSeconds}.00 seconds`;
            this.#runtime.log(label, error);
            fail(error);
            void worker.terminate();
          }, timeoutMs);
          pending = (result) => {
            clearTimeout(timer);
            pending = undefined;
            resolve(result);
          };
          worker.postMessage({ id: randomUUID(), event });
        });
      },
      terminate: async () => {
        await worker.terminate();
      },
    };
    this.#all.add(environment);
    return environment;
  }
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
