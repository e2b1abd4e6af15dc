import { Duration } from "aws-cdk-lib";
import { Metric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import type { Rule } from "#reconciliation/events/reconciliation-finished";
import type { Foundation } from "../foundation.ts";
import { ServiceAlarm, type UsersLose } from "./service-alarm.ts";

export interface DifferenceAlarmsProps {
  readonly foundation: Pick<Foundation, "stage" | "alarmTopic">;
  readonly service: string;
  /** By the rule that doesn't hold: every rule has one. */
  readonly usersLose: Readonly<Record<Rule, UsersLose>>;
}

const FIRST_STEP =
  "A recount found rows that contradict each other: the newest report that has differences (GET /reconciliations) names them, and what mends them.";

/** An alarm for each rule that a reconciliation may find broken, and one for reconciliations that don't come to their end. */
export class DifferenceAlarms extends Construct {
  constructor(scope: Construct, id: string, { foundation, service, usersLose }: DifferenceAlarmsProps) {
    super(scope, id);
    // Both are measured at the end of a reconciliation, for each rule, none found too.
    const measured = (rule: string, statistic: string, period: Duration) =>
      new Metric({
        namespace: "smart",
        metricName: "Differences",
        dimensionsMap: { service, rule },
        statistic,
        period,
      });
    for (const [rule, lost] of Object.entries(usersLose)) {
      new ServiceAlarm(this, rule, {
        foundation,
        name: `${service}-${rule}`,
        usersLose: lost,
        firstStep: FIRST_STEP,
        metric: measured(rule, Stats.MAXIMUM, Duration.minutes(5)),
        threshold: 1,
        missingData: "as-before",
      });
    }
    new ServiceAlarm(this, "Missing", {
      foundation,
      name: `${service}-missing`,
      usersLose: "Nobody notices when places, money, stock or certificates no longer add up.",
      firstStep: "No reconciliation came to its end for a day: read the log of functions/reconciliation/sweep.ts.",
      metric: measured("rows", Stats.SAMPLE_COUNT, Duration.days(1)),
      threshold: 1,
      comparison: "below",
      missingData: "alarming",
    });
  }
}
