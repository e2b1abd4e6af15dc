import { Duration } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { Foundation } from "../foundation.ts";
import { redriveCommand, replayCommand, showCommand } from "../operate/bring-back.ts";
import { ServiceAlarm, type UsersLose } from "./service-alarm.ts";

export interface DeadLetterQueueProps {
  readonly foundation: Pick<Foundation, "stage" | "alarmTopic">;
  readonly service: string;
  /** What people don't get of what the waiting messages should have done. */
  readonly usersLose: UsersLose;
  /** How messages come back: to the `queue` they came from; or they are of a stream, and the facts lie in the `table`. */
  readonly from?: "queue" | "table";
}

/** Where messages wait for a human when all attempts have failed: 14 days, and the first one sets off an alarm. */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string, props: DeadLetterQueueProps) {
    const { service, foundation, from = "queue" } = props;
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
      firstStep: `Messages wait in the dead-letter queue of ${service}: ${showCommand(stage.name, service)} shows them. ${
        from === "queue"
          ? `Once the cause is mended, ${redriveCommand(stage.name, service)} puts them back.`
          : `They are places in the table's stream: once the cause is mended, ${replayCommand(stage.name)} puts the facts of that day (write theirs, in UTC) on the queues again.`
      }`,
      metric: this.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: "Maximum" }),
      threshold: 1,
    });
  }
}
