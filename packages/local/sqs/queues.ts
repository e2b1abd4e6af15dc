import { randomUUID } from "node:crypto";
import type { LocalClock } from "#local/clock";
import type { Faults } from "#local/faults";
import { Queue } from "#local/sqs/queue";
import type { Model } from "#local/template/model";
import { queueArn } from "#local/template/resource-types";

/** The template's queues by ARN, each wired to its dead-letter queue. */
export function makeQueues(queues: Model["queues"], clock: LocalClock, faults: Faults): Map<string, Queue> {
  const made = new Map<string, Queue>();
  function make({ name, properties }: Model["queues"][number]): Queue {
    const arn = queueArn(name);
    const existing = made.get(arn);
    if (existing !== undefined) return existing;
    const { VisibilityTimeout, DelaySeconds, RedrivePolicy } = properties;
    const deadLetters = queues.find((queue) => queueArn(queue.name) === RedrivePolicy?.deadLetterTargetArn);
    const queue = new Queue(
      {
        name,
        visibilityTimeoutSeconds: VisibilityTimeout,
        delaySeconds: DelaySeconds,
        ...(RedrivePolicy !== undefined &&
          deadLetters !== undefined && {
            redrive: { deadLetterQueue: make(deadLetters), maxReceiveCount: RedrivePolicy.maxReceiveCount },
          }),
      },
      () => clock.now(),
      randomUUID,
      faults,
    );
    made.set(arn, queue);
    return queue;
  }

  for (const queue of queues) make(queue);
  return made;
}
