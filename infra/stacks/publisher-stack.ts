import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type { Construct } from "constructs";
import { OUTBOX_PREFIX } from "#platform/dynamo/outbox";
import { acknowledge } from "../constructs/acknowledge.ts";
import { publishingGrant } from "../constructs/capability.ts";
import { DeadLetterQueue } from "../constructs/dead-letter-queue.ts";
import type { Entry } from "../constructs/function-code.ts";
import { ServiceAlarm, type UsersLose } from "../constructs/service-alarm.ts";
import { ServiceFunction } from "../constructs/service-function.ts";
import type { Foundation } from "../foundation.ts";

export const publisherEntry: Entry = "functions/platform/publisher.ts";

export const usersLoseOfPublisher: UsersLose =
  "Nothing follows from orders and payments: no confirmations, no mails, no places given on from the waiting list.";

/** The publisher: takes the outbox rows from the table's stream to the bus. */
export class PublisherStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly foundation: Foundation }) {
    super(scope, id, props);
    const { foundation } = props;
    const service = "publisher";
    const usersLose = usersLoseOfPublisher;
    const streamArn = foundation.table.tableStreamArn;
    const publisher = new ServiceFunction(this, "Publisher", {
      foundation,
      service,
      entry: publisherEntry,
      timeout: Duration.seconds(30),
      usersLose,
      ...publishingGrant(foundation, streamArn),
    });
    const deadLetters = new DeadLetterQueue(this, "DeadLetters", { foundation, service, usersLose, from: "table" });
    acknowledge(
      deadLetters,
      "AwsSolutions-SQS3",
      "It is a dead-letter queue itself: of a stream, which cdk-nag does not see.",
    );
    new EventSourceMapping(this, "Mapping", {
      target: publisher,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual("INSERT"),
          dynamodb: { Keys: { pk: { S: FilterRule.beginsWith(OUTBOX_PREFIX) } } },
        }),
      ],
      reportBatchItemFailures: true,
      // A row that can't be published is bisected out and given up after a while, so that it holds no others back; it
      // stays in the table, and the dead-letter queue says where.
      bisectBatchOnError: true,
      retryAttempts: 30,
      maxRecordAge: Duration.hours(6),
      onFailure: new SqsDlq(deadLetters),
    });
    new ServiceAlarm(this, "Late", {
      foundation,
      name: "publisher-late",
      usersLose,
      firstStep: "The oldest outbox row has waited 5 minutes for the publisher: look at its errors and throttles.",
      metric: publisher.metric("IteratorAge", { period: Duration.minutes(1), statistic: "Maximum" }),
      threshold: Duration.minutes(5).toMilliseconds(),
      periods: 3,
    });
  }
}
