import { Duration } from "aws-cdk-lib";
import { EventBus, type EventPattern, type IEventBusRef, Rule } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import { EventSourceMapping } from "aws-cdk-lib/aws-lambda";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { HttpFoundation } from "../foundation.ts";
import { type Capability, grantsOf } from "./capability.ts";
import { DeadLetterQueue } from "./dead-letter-queue.ts";
import type { Entry } from "./function-code.ts";
import { ServiceAlarm, type UsersLose } from "./service-alarm.ts";
import { rulesFor, type ServiceEvent } from "./service-events.ts";
import { ServiceFunction } from "./service-function.ts";

export interface ContextQueueProps {
  readonly foundation: HttpFoundation;
  readonly service: string;
  readonly entry: Entry;
  /** The types of our own events the context consumes, such as `ordering.order-confirmed.v1`. */
  readonly consumedEvents: readonly string[];
  /** Events of AWS services, by EventBridge detail type, such as `Email Bounced`: they come on the account's bus. */
  readonly serviceEvents?: readonly ServiceEvent[];
  readonly uses: readonly Capability[];
  readonly usersLose: UsersLose;
  /** The most consumers running at once: 2 to 1,000. For effects with a rate limit of their own. */
  readonly maxConcurrency?: number;
}

const timeout = Duration.seconds(30);

/** A context's one way in for events: rules -> queue with a dead-letter queue -> consumer, and alarms on each. */
export class ContextQueue extends Construct {
  readonly queue: Queue;
  readonly consumer: ServiceFunction;

  constructor(scope: Construct, id: string, props: ContextQueueProps) {
    super(scope, id);
    const { foundation, service, usersLose } = props;
    const deadLetters = new DeadLetterQueue(this, "DeadLetters", { foundation, service, usersLose });
    this.queue = new Queue(this, "Queue", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // AWS advises six times the function's timeout, so that a throttled message is not handed out twice.
      visibilityTimeout: Duration.seconds(6 * timeout.toSeconds()),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },
    });
    this.consumer = new ServiceFunction(this, "Consumer", {
      foundation,
      service,
      entry: props.entry,
      timeout,
      usersLose,
      ...grantsOf(foundation, props.uses),
    });
    this.queue.grantConsumeMessages(this.consumer);
    new EventSourceMapping(this, "Mapping", {
      target: this.consumer,
      eventSourceArn: this.queue.queueArn,
      // A batch is worked on at once, and ten files of 20 MB, each held several times over, are more than the memory. Alone, one
      // that can't be read for its size takes no other message with it.
      batchSize: props.uses.includes("quarantine") ? 1 : 10,
      reportBatchItemFailures: true,
      ...(props.maxConcurrency === undefined ? {} : { maxConcurrency: props.maxConcurrency }),
    });
    new ServiceAlarm(this, "Late", {
      foundation,
      name: `${service}-queue-late`,
      usersLose,
      firstStep: `The oldest message to ${service} has waited 5 minutes: look at the consumer's errors and throttles.`,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1) }),
      threshold: 300,
      periods: 3,
    });
    this.subscribe("OwnEvents", foundation.bus, { detailType: [...props.consumedEvents] }, deadLetters);
    const accountRules = rulesFor(props.serviceEvents ?? [], foundation);
    if (accountRules.length > 0) {
      const accountBus = EventBus.fromEventBusName(this, "AccountBus", "default");
      for (const { id, pattern } of accountRules) this.subscribe(id, accountBus, pattern, deadLetters);
    }
  }

  private subscribe(id: string, eventBus: IEventBusRef, eventPattern: EventPattern, deadLetters: Queue): void {
    const rule = new Rule(this, id, { eventBus, eventPattern });
    // What EventBridge itself can't deliver within a day goes to the same place, in the same form.
    rule.addTarget(new SqsQueue(this.queue, { deadLetterQueue: deadLetters }));
  }
}
