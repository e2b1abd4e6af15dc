import { expect, test } from "vitest";
import { Activity } from "#local/activity";
import { LocalClock } from "#local/clock";
import { connectRules } from "#local/eventbridge/rules";
import { LocalFunction } from "#local/lambda/local-function";
import { Queue } from "#local/sqs/queue";
import type { Model } from "#local/template/model";

type Rule = Model["rules"][number];

function rule(properties: Partial<Rule["properties"]>): Rule {
  return {
    stackName: "app",
    logicalId: "Rule",
    type: "AWS::Events::Rule",
    name: "rule",
    ref: "rule",
    metadata: {},
    properties: { EventBusName: "default", State: "ENABLED", Targets: [{ Arn: "arn:queue" }], ...properties },
  };
}

function connected(...rules: Rule[]) {
  const clock = new LocalClock();
  const queue = new Queue(
    { name: "queue", visibilityTimeoutSeconds: 30, delaySeconds: 0 },
    () => clock.now(),
    () => crypto.randomUUID(),
  );
  const parts = { functions: new Map(), queues: new Map([["arn:queue", queue]]), unscheduled: [] };
  const busRules = connectRules(rules, parts, clock);
  const bodies = () => queue.messages().map((message) => JSON.parse(message.body));
  return { clock, bodies, busRules };
}

test("a schedule calls its target each interval, and once after a jump over many", () => {
  const { clock, bodies } = connected(rule({ ScheduleExpression: "rate(1 minute)" }));
  clock.moveTo(clock.now() + 59_000);
  expect(bodies()).toHaveLength(0);
  clock.moveTo(clock.now() + 1_000);
  expect(bodies()).toMatchObject([{ source: "aws.events", "detail-type": "Scheduled Event" }]);
  clock.moveTo(clock.now() + 3_600_000);
  expect(bodies()).toHaveLength(2);
  clock.moveTo(clock.now() + 60_000);
  expect(bodies()).toHaveLength(3);
  clock.stop();
});

test.each([
  [[], 1],
  [["functions/people/sweep.ts"], 0],
])("with %j unscheduled, a schedule runs a function %i times", async (unscheduled, times) => {
  const clock = new LocalClock();
  const activity = new Activity();
  const sweep = new LocalFunction(
    {
      name: "sweep",
      label: "functions/people/sweep.ts",
      module: "data:text/javascript,export const handler = () => {}",
      environment: {},
      timeoutSeconds: 10,
      concurrency: 1,
    },
    { clockOffset: clock.offset, activity, log: () => {}, threads: new Map() },
  );
  const parts = { functions: new Map([["arn:sweep", sweep]]), queues: new Map(), unscheduled };
  connectRules([rule({ ScheduleExpression: "rate(1 minute)", Targets: [{ Arn: "arn:sweep" }] })], parts, clock);
  clock.moveTo(clock.now() + 60_000);
  await activity.idle();
  expect(sweep.use.invocations).toBe(times);
  clock.stop();
  await sweep.stop();
});

test("a target's input is sent in the event's place", () => {
  const { clock, bodies } = connected(
    rule({ ScheduleExpression: "rate(2 hours)", Targets: [{ Arn: "arn:queue", Input: '{"of":"us"}' }] }),
  );
  clock.moveTo(clock.now() + 7_200_000);
  expect(bodies()).toEqual([{ of: "us" }]);
  clock.stop();
});

test("a rule's bus is known by name or ARN", () => {
  const { busRules, clock } = connected(
    rule({ EventPattern: { source: ["a"] }, EventBusName: "arn:aws:events:eu-north-1:000000000000:event-bus/smart" }),
  );
  expect(busRules).toMatchObject([{ busName: "smart" }]);
  clock.stop();
});

test.each([
  ["the schedule cron(0 8 * * ? *)", { ScheduleExpression: "cron(0 8 * * ? *)" }],
  ["the target arn:gone", { Targets: [{ Arn: "arn:gone" }] }],
])("%s is an error that names the rule", (what, properties) => {
  expect(() => connected(rule(properties))).toThrow(`Rule in app has ${what}`);
});
