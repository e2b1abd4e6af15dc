import { setSourceMapsSupport } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import * as z from "zod";
import { errorText } from "#local/error-text";

// One execution environment of a function: a thread with its own environment variables, modules and clock.

const data = z.object({
  /** URL of the module that exports `handler`. */
  module: z.string(),
  functionName: z.string(),
  timeoutMs: z.number(),
  clockOffset: z.instanceof(SharedArrayBuffer),
});
const { module, functionName, timeoutMs, clockOffset } = data.parse(workerData);
const handler = z.custom<(event: unknown, context: unknown) => unknown>((value) => typeof value === "function");
const invocation = z.object({ id: z.string(), event: z.unknown() });

// Stack traces name the sources that a build was made of.
setSourceMapsSupport(true);
useClock(new BigInt64Array(clockOffset));
const loaded = await load();
const cpuWhenReady = process.threadCpuUsage();
parentPort?.postMessage({ kind: "ready" });

parentPort?.on("message", async (message: unknown) => {
  const { id, event } = invocation.parse(message);
  const outcome = await run(id, event);
  const cpu = process.threadCpuUsage(cpuWhenReady);
  // What the function wrote arrives before its outcome, so that whoever waits for the outcome finds it in the logs.
  await Promise.all([written(process.stdout), written(process.stderr)]);
  parentPort?.postMessage({ kind: "outcome", outcome, cpuMs: (cpu.user + cpu.system) / 1000 });
});

async function run(id: string, event: unknown) {
  const deadline = performance.now() + timeoutMs;
  try {
    const answer = await loaded.handler(event, {
      awsRequestId: id,
      functionName,
      functionVersion: "$LATEST",
      invokedFunctionArn: `arn:aws:lambda:eu-north-1:000000000000:function:${functionName}`,
      memoryLimitInMB: "1024",
      logGroupName: `/aws/lambda/${functionName}`,
      logStreamName: "local",
      callbackWaitsForEmptyEventLoop: true,
      getRemainingTimeInMillis: () => Math.max(0, deadline - performance.now()),
    });
    return { ok: true, answer: answer === undefined ? undefined : JSON.stringify(answer) };
  } catch (error) {
    console.error(errorText(error));
    return { ok: false, error: errorText(error) };
  }
}

function written(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write("", () => resolve());
  });
}

async function load() {
  const exported = z.object({ handler }).safeParse(await import(module));
  if (!exported.success) throw new Error(`${module} does not export a function named handler.`);
  return exported.data;
}

/** Makes `Date` read the runtime's clock, in our code and in every library's. */
function useClock(offset: BigInt64Array): void {
  const RealDate = Date;
  const now = () => RealDate.now() + Number(Atomics.load(offset, 0));
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, property, receiver) => (property === "now" ? now : Reflect.get(target, property, receiver)),
  });
}
