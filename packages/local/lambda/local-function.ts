import type { Activity } from "#local/activity";
import { type ExecutionEnvironment, startEnvironment } from "#local/lambda/execution-environment";
import type { Outcome } from "#local/lambda/invoke";
import { newThread } from "#local/threads";

export interface FunctionSettings {
  name: string;
  /** What people call it: its entry file. */
  label: string;
  /** File URL of the module that exports `handler`. */
  module: string;
  /** An execution environment's program as it was built with the module; the source when left out. */
  worker?: URL;
  environment: Readonly<Record<string, string>>;
  timeoutSeconds: number;
  /** Execution environments at most. */
  concurrency: number;
}

export interface FunctionRuntime {
  clockOffset: SharedArrayBuffer;
  activity: Activity;
  /** A line the function wrote. */
  log: (label: string, line: string) => void;
  /** Every thread there is, by what it calls itself to the SDK. */
  threads: Map<string, ExecutionEnvironment>;
}

/** What a function has used so far. */
export interface FunctionUse {
  invocations: number;
  errors: number;
  /** CPU of its threads since each was ready: starting is not counted, the last milliseconds may come with the next event. */
  cpuMs: number;
  starts: number;
}

/** A Lambda function: starts execution environments as events come, and keeps them warm. */
export class LocalFunction {
  readonly settings: FunctionSettings;
  readonly use: FunctionUse = { invocations: 0, errors: 0, cpuMs: 0, starts: 0 };
  readonly #runtime: FunctionRuntime;
  readonly #all = new Set<ExecutionEnvironment>();
  readonly #free: ExecutionEnvironment[] = [];
  /** Events that wait for an environment. AWS would start more. */
  readonly #waiting: ((environment: ExecutionEnvironment) => void)[] = [];
  #stopped = false;

  constructor(settings: FunctionSettings, runtime: FunctionRuntime) {
    this.settings = settings;
    this.#runtime = runtime;
  }

  /** Never rejects: a throw, a timeout and a module that can't be loaded are outcomes. */
  readonly invoke = (event: unknown): Promise<Outcome> =>
    this.#runtime.activity.track(`function ${this.settings.label}`, async () => {
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

  #acquire(): Promise<ExecutionEnvironment> {
    const free = this.#free.pop();
    if (free !== undefined) return Promise.resolve(free);
    if (this.#all.size < this.settings.concurrency) return Promise.resolve(this.#start());
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #release(environment: ExecutionEnvironment): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free.push(environment);
    else next(environment);
  }

  #start(): ExecutionEnvironment {
    this.use.starts += 1;
    const { name, label, module, worker, environment: variables, timeoutSeconds } = this.settings;
    const { threads } = this.#runtime;
    const { thread, applicationId } = newThread(label);
    const environment = startEnvironment({
      module,
      worker: worker ?? new URL("./worker.ts", import.meta.url),
      functionName: name,
      environment: { ...variables, AWS_SDK_UA_APP_ID: applicationId },
      timeoutSeconds,
      clockOffset: this.#runtime.clockOffset,
      log: (line) => this.#runtime.log(label, line),
      onEnd: () => {
        threads.delete(thread);
        this.#forget(environment);
      },
      onCpu: (milliseconds) => {
        this.use.cpuMs += milliseconds;
      },
    });
    this.#all.add(environment);
    threads.set(thread, environment);
    return environment;
  }

  #forget(environment: ExecutionEnvironment): void {
    this.#all.delete(environment);
    const index = this.#free.indexOf(environment);
    if (index >= 0) this.#free.splice(index, 1);
    const next = this.#stopped ? undefined : this.#waiting.shift();
    next?.(this.#start());
  }
}
