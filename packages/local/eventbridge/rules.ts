import type { LocalClock } from "#local/clock";
import { type BusEvent, type BusRule, busEvent } from "#local/eventbridge/event-bus";
import { rateInterval } from "#local/eventbridge/rate";
import type { LocalFunction } from "#local/lambda/local-function";
import type { Queue } from "#local/sqs/queue";
import { UnknownInTemplate } from "#local/template/interpret";
import type { Model } from "#local/template/model";
import { arn } from "#local/template/resource-types";

type Rule = Model["rules"][number];

/** Lambda tries an asynchronous invocation three times, a minute and then two apart. */
const asynchronousPausesMs = [60_000, 120_000];

interface Parts {
  readonly functions: ReadonlyMap<string, LocalFunction>;
  readonly queues: ReadonlyMap<string, Queue>;
  /** Entries whose schedules aren't started. */
  readonly unscheduled: readonly string[];
}

/** The template's rules: those with a pattern are returned, those with a schedule are started. */
export function connectRules(rules: readonly Rule[], parts: Parts, clock: LocalClock): BusRule[] {
  function target(rule: Rule, { Arn, Input }: Rule["properties"]["Targets"][number]): (event: BusEvent) => void {
    const queue = parts.queues.get(Arn);
    if (queue !== undefined) return (event) => queue.send(Input ?? JSON.stringify(event));
    const fn = parts.functions.get(Arn);
    if (fn !== undefined)
      return (event) => invokeAsynchronously(fn, Input === undefined ? event : JSON.parse(Input), clock);
    throw unknown(rule, `the target ${Arn}`);
  }

  function isUnscheduled({ Arn }: Rule["properties"]["Targets"][number]): boolean {
    return parts.unscheduled.includes(parts.functions.get(Arn)?.settings.label ?? "");
  }

  return rules.flatMap((rule) => {
    const { EventBusName, EventPattern, ScheduleExpression, Targets } = rule.properties;
    const targets = Targets.map((one) => target(rule, one));
    const deliver = (event: BusEvent) => {
      for (const hand of targets) hand(event);
    };
    if (ScheduleExpression !== undefined) {
      const interval = rateInterval(ScheduleExpression);
      if (interval === undefined) throw unknown(rule, `the schedule ${ScheduleExpression}`);
      const ruleArn = arn("events", `rule/${rule.name}`);
      if (!Targets.some(isUnscheduled))
        repeat(clock, interval, () => deliver(busEvent("aws.events", "Scheduled Event", {}, clock.now(), [ruleArn])));
    }
    if (EventPattern === undefined) return [];
    return [{ busName: EventBusName.split("event-bus/").at(-1) ?? EventBusName, pattern: EventPattern, deliver }];
  });
}

function repeat(clock: LocalClock, intervalMs: number, run: () => void): void {
  clock.at(clock.now() + intervalMs, () => {
    repeat(clock, intervalMs, run);
    run();
  });
}

function invokeAsynchronously(fn: LocalFunction, event: unknown, clock: LocalClock, attempt = 0): void {
  void fn.invoke(event).then((outcome) => {
    const pause = asynchronousPausesMs[attempt];
    if (!outcome.ok && pause !== undefined) {
      clock.at(clock.now() + pause, () => invokeAsynchronously(fn, event, clock, attempt + 1));
    }
  });
}

function unknown(rule: Rule, what: string): UnknownInTemplate {
  return new UnknownInTemplate(
    `${rule.logicalId} in ${rule.stackName} has ${what}: the local runtime does not know it.`,
  );
}
