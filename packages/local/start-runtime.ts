import { Activity } from "#local/activity";
import { apiRoutes } from "#local/api-gateway/api-routes";
import { httpApi } from "#local/api-gateway/http-api";
import { LocalClock } from "#local/clock";
import { controlAnswer } from "#local/control";
import { startEngine } from "#local/dynamodb/engine";
import { startDynamoGateway } from "#local/dynamodb/gateway";
import { createTables, recreateTables } from "#local/dynamodb/tables";
import { errorText } from "#local/error-text";
import { eventBuses } from "#local/eventbridge/event-bus";
import { connectRules } from "#local/eventbridge/rules";
import { Faults } from "#local/faults";
import { malwareScan } from "#local/guardduty/malware-scan";
import { listen } from "#local/http-server";
import { localKms } from "#local/kms/kms";
import { buildFunctions } from "#local/lambda/build-functions";
import { localEnvironment } from "#local/lambda/environment";
import { type ConnectedStream, connectEventSources } from "#local/lambda/event-sources";
import type { ExecutionEnvironment } from "#local/lambda/execution-environment";
import { entryOf, makeFunctions } from "#local/lambda/functions";
import { awsPath, issuerPath, localServer, s3Path } from "#local/local-server";
import { openIssuer } from "#local/oidc/issuer";
import type { LogLine, Runtime, RuntimeOptions } from "#local/runtime";
import { localS3 } from "#local/s3/s3";
import { Mailbox } from "#local/ses/mailbox";
import { localSes, sesSettings } from "#local/ses/ses";
import { makeQueues } from "#local/sqs/queues";
import { localSqs } from "#local/sqs/sqs";
import { StartFailure } from "#local/start-failure";
import { startStripe } from "#local/stripe-party";
import { readCloudAssembly } from "#local/template/cloud-assembly";
import { interpret } from "#local/template/interpret";
import { type Model, modelOf } from "#local/template/model";
import { keyArn } from "#local/template/resource-types";
import { threadOf } from "#local/threads";

/**
 * Runs a synthesised CDK app on this machine: its tables, functions, queues, rules, schedules, API, mail and sign-in.
 * `DYNAMODB_ENDPOINT`, `STRIPE_SECRET_KEY` (with `STRIPE_WEBHOOK_SECRET`) and `OIDC_ISSUER` (with `OIDC_AUDIENCE`) put
 * real parts in the place of local ones.
 * @throws StartFailure for what its user can remove: a used port, a missing engine
 * @throws UnknownInTemplate for what the runtime does not know, with the resource's logical id
 */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const stops: (() => unknown)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    return await start(options, stops, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(options: RuntimeOptions, stops: (() => unknown)[], stop: () => Promise<void>): Promise<Runtime> {
  const clock = new LocalClock();
  const activity = new Activity();
  const faults = new Faults();
  faults.set({ ...faults.switches, ...options.faults });
  const logs: LogLine[] = [];
  const log = (source: string, line: string) => {
    logs.push({ source, line });
    options.onLog?.({ source, line });
  };
  let stopped = false;
  stops.push(() => clock.stop());

  const progress = options.onProgress ?? (() => {});

  const { server, serve } = localServer();
  const port = await listen(server, options.port ?? 0);
  const apiUrl = `http://localhost:${port}`;
  stops.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const issuerUrl = process.env["OIDC_ISSUER"] ?? `${apiUrl}${issuerPath}`;
  const described = modelOf(interpret(readCloudAssembly(options.assembly), { apiUrl, issuer: issuerUrl }));
  const { restoredTable } = options;
  const tables = described.tables.map((table) =>
    restoredTable !== undefined && isStreamed(table) ? { ...table, name: restoredTable } : table,
  );
  const model = { ...described, tables };

  progress("Starting the database engine");
  const engine = await startEngine();
  stops.push(() => engine.stop());
  let streams: readonly ConnectedStream[] = [];
  const gateway = await startDynamoGateway(engine.endpoint, faults, ({ done, userAgent, body }) => {
    for (const stream of streams) stream.poke();
    const thread = threadOf(userAgent);
    if (done && thread !== undefined) options.onWrite?.({ thread, request: body.toString() });
  });
  stops.push(() => gateway.stop());
  await createTables(engine.endpoint, model.tables);

  if (options.code.from === "sources") {
    progress("Building the functions");
    await buildFunctions(model.functions.map(entryOf), options.code);
  }
  progress(
    `Connecting ${model.functions.length} functions, ${model.queues.length} queues and ${model.routes.length} routes`,
  );
  const party = await startStripe({ apiUrl, now: () => clock.now(), port: options.stripePort ?? 0, faults });
  stops.push(() => party.stop());
  const queues = makeQueues(model.queues, clock, faults);
  const threads = new Map<string, ExecutionEnvironment>();
  faults.onKill(async (thread) => {
    const environment = threads.get(thread);
    if (environment === undefined) throw new Error(`There is no thread ${thread} to be ended.`);
    await environment.terminate();
  });
  const functions = makeFunctions(
    model.functions,
    {
      code: options.code,
      concurrency: options.concurrency ?? 2,
      environment: localEnvironment({
        dynamodbEndpoint: gateway.endpoint,
        awsUrl: `http://127.0.0.1:${port}${awsPath}`,
        ...(party.standIn !== undefined && { stripeEndpoint: party.standIn.url }),
        ...(process.env["OIDC_AUDIENCE"] !== undefined && { audience: process.env["OIDC_AUDIENCE"] }),
      }),
    },
    { clockOffset: clock.offset, activity, log, threads },
  );
  stops.push(() => Promise.all([...functions.values()].map((one) => one.stop())));
  stops.push(() => {
    stopped = true;
  });
  const putEvent = eventBuses(
    connectRules(model.rules, { functions, queues, unscheduled: options.unscheduled ?? [] }, clock),
  );
  const parts = { functions, queues, engineEndpoint: engine.endpoint };
  streams = connectEventSources(model, parts, { clock, activity, log, isStopped: () => stopped });

  const mailbox = new Mailbox(options.mailFolder);
  mailbox.reset();
  const ses = localSes(sesSettings(model), { now: () => clock.now(), putEvent, keep: (mail) => mailbox.keep(mail) });
  const s3 = localS3(
    { bucketNames: new Set(model.buckets.map((bucket) => bucket.name)), basePath: s3Path },
    { now: () => clock.now(), onPut: malwareScan(model, { now: () => clock.now(), putEvent }) },
  );
  const kms = localKms({
    signing: keysOf(model, (spec) => spec !== undefined),
    wrapping: keysOf(model, (spec) => spec === undefined),
  });
  const issuer = await openIssuer({ issuer: issuerUrl, people: options.people ?? [], now: () => clock.now() });
  const clientId = model.userPoolClients[0]?.ref ?? "local";
  const api = httpApi("local", apiRoutes(model, functions), () => clock.now());

  async function idle(timeoutMs?: number): Promise<void> {
    for (let begun = -1; begun !== activity.begun; ) {
      begun = activity.begun;
      await party.standIn?.control.idle();
      await activity.idle(timeoutMs);
    }
  }

  async function seed(): Promise<void> {
    if (options.seed !== undefined) progress("Seeding");
    await options.seed?.(runtime).catch((error: unknown) => {
      if (error instanceof StartFailure) throw error;
      throw new StartFailure(`The seed does not go in, so mend packages/local/seed: ${errorText(error)}`);
    });
    await idle();
  }

  async function moveTo(time: number): Promise<void> {
    await idle();
    clock.moveTo(time);
    await idle();
  }

  const runtime: Runtime = {
    apiUrl,
    inboxUrl: `${apiUrl}/inbox`,
    issuer: issuerUrl,
    stripe: party.standIn,
    dynamodb: {
      endpoint: gateway.endpoint,
      tableNames: model.tables.map(({ name }) => name),
      streamedTables: model.tables.filter(isStreamed).map(({ name }) => name),
    },
    faults,
    clock: { now: () => clock.now(), moveTo, advance: (seconds) => moveTo(clock.now() + seconds * 1000) },
    idle,
    tokenFor: async (sub) => (await issuer.tokensFor(sub, clientId)).access_token,
    mails: (to) => mailbox.all(to),
    logs: () => logs,
    functions: () => Object.fromEntries([...functions.values()].map((one) => [one.settings.label, one.use])),
    queues: () => Object.fromEntries([...queues.values()].map((queue) => [queue.settings.name, queue.messages()])),
    reset: async () => {
      await idle();
      for (const queue of queues.values()) queue.purge();
      await party.standIn?.control.reset();
      await recreateTables(engine.endpoint, model.tables);
      for (const stream of streams) await stream.reopen();
      mailbox.reset();
      ses.reset();
      s3.reset();
      await seed();
    },
    stop,
  };
  serve({
    api: (incoming, outgoing) => activity.track("HTTP request", () => api(incoming, outgoing)),
    aws: {
      busNames: new Set(["default", ...model.buses.map((bus) => bus.name)]),
      putEvent,
      ses,
      sqs: localSqs(queues),
      kms,
      secrets: party.secrets(model.functions),
      now: () => clock.now(),
    },
    s3,
    faults,
    mailbox,
    issuer,
    clientId,
    control: (request) => controlAnswer(runtime, request),
  });
  await seed();
  return runtime;
}

/** The ARNs of the template's keys of a kind. */
function keysOf({ keys }: ReturnType<typeof modelOf>, isWanted: (spec: string | undefined) => boolean): Set<string> {
  return new Set(keys.filter(({ properties }) => isWanted(properties.KeySpec)).map(({ name }) => keyArn(name)));
}

function isStreamed({ properties }: Model["tables"][number]): boolean {
  return properties.StreamSpecification !== undefined;
}
