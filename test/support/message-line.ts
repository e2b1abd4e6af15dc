import { createServer } from "node:http";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import type { SQSEvent } from "aws-lambda";
import * as z from "zod";
import { toInstant } from "#kernel/clock";
import { AnyEnvelope, CorrelationId, defineEvent, EventId, type Fact } from "#kernel/event";
import { mint } from "#kernel/id";
import type { Origin } from "#kernel/origin";
import { part, record } from "#kernel/transaction-part";
import { Activity } from "#local/activity";
import { LocalClock } from "#local/clock";
import { localCredentials } from "#local/credentials";
import { listen, readBody } from "#local/http-server";
import { Queue } from "#local/sqs/queue";
import { pollQueue } from "#local/sqs/queue-poller";
import { localSqs } from "#local/sqs/sqs";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { type Consumption, consumer } from "#platform/events/consumer";
import { systemRandom } from "#platform/random";
import type { Context } from "../../infra/context.ts";
import { deadLetterQueuesOf } from "../../infra/operate/dead-letter-queues.ts";
import type { Place } from "../../infra/operate/place.ts";
import { createTestTable } from "./dynamo.ts";
import { lambdaContext } from "./lambda.ts";
import { everyRow } from "./rows.ts";

/** A fact as the first version of its event has it. */
export const seatTaken = defineEvent("sample.seat-taken.v1", z.object({ seat: z.string() }), [{ seat: "A1" }]);

/** As the second has it: in the same words, and one that the first could not say. */
export const seatTakenV2 = defineEvent("sample.seat-taken.v2", z.object({ row: z.string(), seat: z.string() }), [
  { row: "A", seat: "1" },
]);

const VISIBILITY_SECONDS = 180;
const DAY = 86_400_000;

/**
 * A context's queue as the template makes it, on the real engine and with the real consumer: its dead-letter queue after five
 * tries, facts that come out of the outbox by the rule of the context, and the commands by which people operate it.
 */
export async function openMessageLine() {
  const { client, tableName, endpoint } = await createTestTable();
  const clock = new LocalClock();
  // Noon: no test comes to the end of its day.
  clock.moveTo(Math.ceil(Date.now() / DAY) * DAY + DAY / 2);
  const activity = new Activity();
  const now = () => toInstant(clock.now());
  const work = unitOfWork({ client, name: tableName }, { clock: now, random: systemRandom });
  const queue = (name: string, more: Partial<Queue["settings"]> = {}) =>
    new Queue(
      { name: `smart-dev-sample-${name}`, visibilityTimeoutSeconds: VISIBILITY_SECONDS, delaySeconds: 0, ...more },
      () => clock.now(),
      () => crypto.randomUUID(),
    );
  const deadLetterQueue = queue("EventsDeadLetters");
  const home = queue("EventsQueue", { redrive: { deadLetterQueue, maxReceiveCount: 5 } });
  const broken = new Set<string>();
  const published = new Set<string>();

  /** Takes a seat once for each delivery; fails for those that are broken. */
  async function takeSeat(origin: Origin, seat: string): Promise<void> {
    if (broken.has(seat)) throw new Error(`${seat} is broken on purpose`);
    await work.handle(origin, async () => [
      part([{ kind: "create", key: { pk: `SEAT#${seat}`, sk: `TAKEN#${crypto.randomUUID()}` }, item: {}, guards: [] }]),
    ]);
  }
  function version(consumes: readonly Consumption[]) {
    const consumedEvents = consumes.map(({ type }) => type);
    const context: Context = {
      name: "sample",
      consumer: { consumedEvents, uses: [], usersLose: "Nobody gets a seat." },
    };
    return { context, handle: consumer("sample", consumes, now) };
  }
  let deployed = version([]);

  pollQueue(
    home,
    { queueArn: "arn:home", batchSize: 10, maximumConcurrency: 2, reportsPartialFailures: true, filters: [] },
    async (event) => ({ ok: true, answer: await deployed.handle(z.custom<SQSEvent>().parse(event), lambdaContext()) }),
    { clock, activity },
  );

  const sqs = localSqs(
    new Map([
      ["arn:home", home],
      ["arn:dead", deadLetterQueue],
    ]),
  );
  const server = createServer(async (request, response) => {
    const operation = String(request.headers["x-amz-target"]).replace("AmazonSQS.", "");
    const answer = sqs(operation, JSON.parse((await readBody(request)).toString()));
    response.writeHead(answer && "answer" in answer ? 200 : 400, { "content-type": "application/x-amz-json-1.0" });
    response.end(JSON.stringify(answer && "answer" in answer ? answer.answer : { __type: answer?.code }));
  });
  const url = `http://127.0.0.1:${await listen(server, 0)}`;
  const operator = {
    sqs: new SQSClient({ ...localCredentials, endpoint: url, useQueueUrlAsEndpoint: false }),
    dynamodb: new DynamoDBClient({ ...localCredentials, endpoint }),
  };
  const rows = () => everyRow(client, tableName);

  return {
    sqs: operator.sqs,
    /** The seats whose event fails, until the cause is mended. */
    broken,
    /** The context's dead letters, as commands know them. */
    deadLetters: () => deadLetterQueuesOf([deployed.context], "dev").filter(({ name }) => name === "sample"),
    context: () => deployed.context,
    place: (): Place => ({ ...operator, stage: "dev", tableName, now: now() }),
    today: () => now().slice(0, 10),
    takeSeat,
    /** Puts a new version of the context in place of the one that runs. */
    deploy(consumes: readonly Consumption[]): void {
      deployed = version(consumes);
    },
    /** Records facts, each with its outbox row, as a use case does. */
    async happen(...facts: readonly Fact[]): Promise<void> {
      for (const fact of facts) {
        await work.handle({ correlationId: CorrelationId.parse("test") }, async () => [record(fact)]);
      }
    },
    /** Brings what happened to the queue, by the rule that the deployed context has; waits until all is done or waits. */
    async publish(): Promise<void> {
      const envelopes = (await rows())
        .filter(({ sk }) => sk === "EVENT")
        .map(({ envelope }) => AnyEnvelope.parse(JSON.parse(String(envelope))))
        .filter(({ id }) => !published.has(id));
      for (const detail of envelopes) {
        published.add(detail.id);
        if (!deployed.context.consumer?.consumedEvents.includes(detail.type)) continue;
        home.send(JSON.stringify({ id: crypto.randomUUID(), "detail-type": detail.type, detail }));
      }
      await activity.idle();
    },
    /** Puts a message on the queue as it is, and waits. */
    async send(message: unknown): Promise<void> {
      home.send(JSON.stringify(message));
      await activity.idle();
    },
    /** A fact as it would be published now. */
    envelope: (fact: Fact) => ({ id: mint(EventId, systemRandom), occurredAt: now(), correlationId: "test", ...fact }),
    rows,
    idle: () => activity.idle(),
    /** Lets messages that failed come again. */
    async again(times: number): Promise<void> {
      for (let turn = 0; turn < times; turn += 1) {
        clock.moveTo(clock.now() + (VISIBILITY_SECONDS + 1) * 1000);
        await activity.idle();
      }
    },
    pass: (seconds: number) => clock.moveTo(clock.now() + seconds * 1000),
    waiting: () => home.messages().length,
    dead: () => deadLetterQueue.messages().length,
    /** How often each seat was taken. */
    async seats(): Promise<Record<string, number>> {
      const taken = (await rows()).filter(({ pk }) => String(pk).startsWith("SEAT#"));
      const bySeat = Map.groupBy(taken, ({ pk }) => String(pk).slice("SEAT#".length));
      return Object.fromEntries([...bySeat].map(([seat, times]) => [seat, times.length]));
    },
    close(): void {
      clock.stop();
      server.close();
      server.closeAllConnections();
    },
  };
}
