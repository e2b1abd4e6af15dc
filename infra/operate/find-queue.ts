import { GetQueueAttributesCommand, ListQueuesCommand, type SQSClient } from "@aws-sdk/client-sqs";

export interface FoundQueue {
  readonly url: string;
  readonly arn: string;
  /** About as many messages as can be received now. */
  readonly messages: number;
}

/** The one queue whose name begins so. */
export async function findQueue(sqs: SQSClient, prefix: string): Promise<FoundQueue> {
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({ QueueNamePrefix: prefix, MaxResults: 2 }));
  const [url, ...others] = QueueUrls;
  if (url === undefined || others.length > 0) {
    throw new Error(`There are ${QueueUrls.length} queues named ${prefix}…, not one: is this stage deployed here?`);
  }
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ["QueueArn", "ApproximateNumberOfMessages"] }),
  );
  return { url, arn: Attributes?.QueueArn ?? "", messages: Number(Attributes?.ApproximateNumberOfMessages ?? 0) };
}
