import { Duration } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { Construct } from "constructs";
import type { Foundation } from "../foundation.ts";

/** One sentence in plain words: what people can't do, or don't get, while the alarm is on. Ends with a full stop. */
export type UsersLose = `${string}.`;

export interface ServiceAlarmProps {
  readonly foundation: Pick<Foundation, "stage" | "alarmTopic">;
  /** Unique within the stage, in kebab case. */
  readonly name: string;
  readonly usersLose: UsersLose;
  /** What the metric shows, and the first thing to do. */
  readonly firstStep: string;
  readonly metric: IMetric;
  readonly threshold: number;
  readonly comparison?: "at-least" | "below";
  /** Periods of the metric that must breach in a row. */
  readonly periods?: number;
  /** No data is normal (a queue nobody uses), unless the thing must always run, or what was measured last holds until it is again. */
  readonly missingData?: "fine" | "alarming" | "as-before";
}

const MISSING_DATA = {
  fine: TreatMissingData.NOT_BREACHING,
  alarming: TreatMissingData.BREACHING,
  "as-before": TreatMissingData.IGNORE,
} as const satisfies Record<NonNullable<ServiceAlarmProps["missingData"]>, TreatMissingData>;

/** An alarm that says what users lose; there is no other way to make one here. */
export class ServiceAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: ServiceAlarmProps) {
    if (props.usersLose.trim().split(/\s+/).length < 4) {
      throw new Error(`An alarm says in a sentence what users lose: "${props.usersLose}" (${props.name}) does not.`);
    }
    super(scope, id, {
      alarmName: `smart-${props.foundation.stage.name}-${props.name}`,
      alarmDescription: `${props.usersLose} ${props.firstStep}`,
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator:
        props.comparison === "below"
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: MISSING_DATA[props.missingData ?? "fine"],
    });
    this.addAlarmAction(new SnsAction(props.foundation.alarmTopic));
    this.addOkAction(new SnsAction(props.foundation.alarmTopic));
  }
}

/** The period all alarms count in, unless they say otherwise. */
export const alarmPeriod = Duration.minutes(5);
