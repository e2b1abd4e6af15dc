import type { UsersLose } from "../constructs/service-alarm.ts";
import type { Context } from "../context.ts";
import { usersLoseOfPublisher } from "../stacks/publisher-stack.ts";
import type { StageName } from "../stages.ts";

/** A dead-letter queue, by what people call it and by what CloudFormation's names begin with. */
export interface DeadLetters {
  /** As in `--context`: the context, `<context>-attention` or `publisher`. */
  readonly name: string;
  readonly usersLose: UsersLose;
  readonly prefix: string;
  /** The queue that its messages came from; none: they are of a stream, and no queue takes them. */
  readonly homePrefix?: string;
}

/** Every dead-letter queue of a stage. */
export function deadLetterQueuesOf(contexts: readonly Context[], stage: StageName): readonly DeadLetters[] {
  const publisher = `smart-${stage}-publisher`;
  return [
    ...contexts.flatMap(({ name, consumer, attention }) => {
      const stack = `smart-${stage}-${name}`;
      const { usersLose } = consumer ?? {};
      return [
        ...(usersLose
          ? [{ name, usersLose, prefix: `${stack}-EventsDeadLetters`, homePrefix: `${stack}-EventsQueue` }]
          : []),
        ...(attention
          ? [
              {
                name: `${name}-attention`,
                usersLose: attention.usersLose,
                prefix: `${stack}-PeopleDeadLetters`,
                homePrefix: `${stack}-PeopleAttention`,
              },
            ]
          : []),
      ];
    }),
    { name: "publisher", usersLose: usersLoseOfPublisher, prefix: `${publisher}-DeadLetters` },
  ];
}
