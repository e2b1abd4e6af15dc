import { createHash, randomUUID } from "node:crypto";
import * as z from "zod";
import type { Queue } from "#local/sqs/queue";

/** Answers an SQS operation; undefined for one that home doesn't have. */
export type LocalSqs = (operation: string, body: unknown) => SqsAnswer | undefined;

type SqsAnswer = { readonly answer: object } | { readonly code: string; readonly message: string };

const md5 = (text: string) => createHash("md5").update(text).digest("hex");
const urlOf = ({ settings }: Queue) => `https://sqs.eu-north-1.amazonaws.com/000000000000/${settings.name}`;
const QueueUrl = z.string();
const missing = { code: "QueueDoesNotExist", message: "There is no such queue." };

/**
 * The operations by which people operate queues (`npm run dead-letters`, `npm run replay`): functions have no use for them. A
 * receipt handle is the message's id; a received message is its receiver's until it is shown again.
 */
export function localSqs(queues: ReadonlyMap<string, Queue>): LocalSqs {
  function on<S extends z.ZodType<{ QueueUrl: string }>>(
    asked: S,
    use: (queue: Queue, asked: z.output<S>) => SqsAnswer,
  ) {
    return (body: unknown) => {
      const parsed = asked.parse(body);
      const queue = [...queues.values()].find((each) => urlOf(each) === parsed.QueueUrl);
      return queue ? use(queue, parsed) : missing;
    };
  }

  const operations = new Map<string, (body: unknown) => SqsAnswer>([
    [
      "ListQueues",
      (body) => {
        const { QueueNamePrefix } = z.object({ QueueNamePrefix: z.string() }).parse(body);
        const named = [...queues.values()].filter(({ settings }) => settings.name.startsWith(QueueNamePrefix));
        return { answer: { QueueUrls: named.map(urlOf) } };
      },
    ],
    [
      "GetQueueAttributes",
      on(z.object({ QueueUrl }), (queue) => {
        const QueueArn = [...queues].find(([, each]) => each === queue)?.[0];
        return { answer: { Attributes: { QueueArn, ApproximateNumberOfMessages: String(queue.messages().length) } } };
      }),
    ],
    [
      "ReceiveMessage",
      on(z.object({ QueueUrl, MaxNumberOfMessages: z.int().min(1).max(10) }), (queue, { MaxNumberOfMessages }) => {
        const Messages = queue.receive(MaxNumberOfMessages).map(({ id, body, receiveCount }) => ({
          MessageId: id,
          ReceiptHandle: id,
          Body: body,
          MD5OfBody: md5(body),
          Attributes: { ApproximateReceiveCount: String(receiveCount) },
        }));
        return { answer: { Messages } };
      }),
    ],
    [
      "ChangeMessageVisibility",
      on(z.object({ QueueUrl, ReceiptHandle: z.string(), VisibilityTimeout: z.int().min(0) }), (queue, asked) =>
        queue.showAgain(asked.ReceiptHandle, asked.VisibilityTimeout)
          ? { answer: {} }
          : { code: "ReceiptHandleIsInvalid", message: "Nobody has received this message." },
      ),
    ],
    [
      "SendMessageBatch",
      on(z.object({ QueueUrl, Entries: z.array(Entry).min(1).max(10) }), (queue, { Entries }) => {
        for (const { MessageBody } of Entries) queue.send(MessageBody);
        const Successful = Entries.map(({ Id, MessageBody }) => ({
          Id,
          MessageId: randomUUID(),
          MD5OfMessageBody: md5(MessageBody),
        }));
        return { answer: { Successful, Failed: [] } };
      }),
    ],
    [
      "StartMessageMoveTask",
      (body) => {
        const { SourceArn, DestinationArn } = z
          .object({ SourceArn: z.string(), DestinationArn: z.string() })
          .parse(body);
        const [source, destination] = [queues.get(SourceArn), queues.get(DestinationArn)];
        if (!source || !destination) return missing;
        source.moveTo(destination);
        return { answer: { TaskHandle: randomUUID() } };
      },
    ],
  ]);
  return (operation, body) => operations.get(operation)?.(body);
}

const Entry = z.object({ Id: z.string(), MessageBody: z.string().min(1) });
