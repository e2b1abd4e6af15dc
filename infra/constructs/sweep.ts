import { Duration } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { Construct } from "constructs";
import type { HttpFoundation } from "../foundation.ts";
import { type Capability, grantsOf } from "./capability.ts";
import type { Entry } from "./function-code.ts";
import { alarmPeriod, ServiceAlarm, type UsersLose } from "./service-alarm.ts";
import { ServiceFunction } from "./service-function.ts";

export interface SweepProps {
  readonly foundation: HttpFoundation;
  readonly service: string;
  readonly entry: Entry;
  readonly uses: readonly Capability[];
  readonly usersLose: UsersLose;
  /** How long one run may take: a minute unless told. Runs overlap then, so what is due is taken in hand first. */
  readonly timeout?: Duration;
  /** In MB: 1,024 unless told. */
  readonly memorySize?: number;
}

/** A function that does whatever is due, each minute: what one run leaves or fails at, the next one takes. */
export class Sweep extends Construct {
  readonly sweep: ServiceFunction;

  constructor(scope: Construct, id: string, props: SweepProps) {
    super(scope, id);
    const { foundation, service, usersLose } = props;
    this.sweep = new ServiceFunction(this, "Sweep", {
      foundation,
      service,
      entry: props.entry,
      timeout: props.timeout ?? Duration.seconds(60),
      ...(props.memorySize !== undefined && { memorySize: props.memorySize }),
      usersLose,
      ...grantsOf(foundation, props.uses),
    });
    new Rule(this, "EachMinute", {
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(this.sweep)],
    });
    new ServiceAlarm(this, "Stopped", {
      foundation,
      name: `${service}-sweep-stopped`,
      usersLose,
      firstStep: `${props.entry} has not run for 10 minutes: is its rule enabled, and is the function throttled?`,
      metric: this.sweep.metricInvocations({ period: alarmPeriod }),
      threshold: 1,
      comparison: "below",
      periods: 2,
      missingData: "alarming",
    });
  }
}
