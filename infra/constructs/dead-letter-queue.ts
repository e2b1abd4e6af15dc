import { Duration } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { Foundation } from "../foundation.ts";
import { ServiceAlarm, type UsersLose } from "./service-alarm.ts";

export interface DeadLetterQueueProps {
  readonly foundation: Pick<Foundation, "stage" | "alarmTopic">;
  readonly service: string;
  /** What people don't get of what the waiting messages should have done. */
  readonly usersLose: UsersLose;
}

/** Where messages wait for a human when all attempts have failed: 14 days, and the first one sets off an alarm. */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string, props: DeadLetterQueueProps) {
    const { service, foundation } = props;
    const { stage } = foundation;
    super(scope, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    new ServiceAlarm(this, "NotEmpty", {
      foundation,
      name: `${service}-dead-letters`,
      usersLose: props.usersLose,
      firstStep: `Messages wait in ${service}'s dead-letter queue: npm run dead-letters -- --stage ${stage.name} --context ${service} shows them, and with --redrive puts them back once the cause is mended.`,
      metric: this.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: "Maximum" }),
      threshold: 1,
    });
  }
}
