import { Duration } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { Foundation } from "../foundation.ts";
import { acknowledge } from "./acknowledge.ts";
import { DeadLetterQueue } from "./dead-letter-queue.ts";
import { ServiceAlarm, type UsersLose } from "./service-alarm.ts";

export interface AttentionQueueProps {
  readonly foundation: Pick<Foundation, "stage" | "bus" | "alarmTopic">;
  readonly service: string;
  /** Types of events that no code can settle, such as `payment.payment-quarantined.v1`. */
  readonly events: readonly string[];
  readonly usersLose: UsersLose;
}

/** Events that a person has to look at: they wait here for 14 days, and the first one sets off an alarm. */
export class AttentionQueue extends Construct {
  constructor(scope: Construct, id: string, props: AttentionQueueProps) {
    super(scope, id);
    const { foundation, service, usersLose } = props;
    const queue = new Queue(this, "Attention", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    acknowledge(queue, "AwsSolutions-SQS3", "Nothing receives from this queue but a person, so nothing can fail to.");
    const deadLetters = new DeadLetterQueue(this, "DeadLetters", {
      foundation,
      service: `${service}-attention`,
      usersLose,
    });
    acknowledge(
      deadLetters,
      "AwsSolutions-SQS3",
      "It is a dead-letter queue itself: of a rule, which cdk-nag does not see.",
    );
    new Rule(this, "Events", {
      eventBus: foundation.bus,
      eventPattern: { detailType: [...props.events] },
      targets: [new SqsQueue(queue, { deadLetterQueue: deadLetters })],
    });
    new ServiceAlarm(this, "NotEmpty", {
      foundation,
      name: `${service}-needs-attention`,
      usersLose,
      firstStep: `An event waits in ${service}'s attention queue: settle what it tells of by hand, then delete it there.`,
      metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: "Maximum" }),
      threshold: 1,
    });
  }
}
