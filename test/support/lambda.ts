import { randomUUID } from "node:crypto";
import type { Context, ScheduledEvent, SQSEvent } from "aws-lambda";

/** What Lambda hands a function beside its event. */
export function lambdaContext(): Context {
  return {
    awsRequestId: randomUUID(),
    functionName: "test",
    functionVersion: "1",
    invokedFunctionArn: "arn:aws:lambda:eu-north-1:000000000000:function:test",
    memoryLimitInMB: "1024",
    logGroupName: "test",
    logStreamName: "test",
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => 30_000,
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}

/** A batch of messages as SQS hands them to a function, with events of EventBridge in them. */
export function sqsEvent(messages: readonly unknown[]): SQSEvent {
  return {
    Records: messages.map((message) => ({
      messageId: randomUUID(),
      receiptHandle: "",
      body: JSON.stringify(message),
      attributes: {
        ApproximateReceiveCount: "1",
        ApproximateFirstReceiveTimestamp: "0",
        SentTimestamp: "0",
        SenderId: "test",
      },
      messageAttributes: {},
      md5OfBody: "",
      eventSource: "aws:sqs",
      eventSourceARN: "arn:aws:sqs:eu-north-1:000000000000:test",
      awsRegion: "eu-north-1",
    })),
  };
}

/** What a schedule sends each minute. */
export const everyMinute: ScheduledEvent = {
  version: "0",
  id: "test",
  "detail-type": "Scheduled Event",
  source: "aws.events",
  account: "000000000000",
  time: "2026-11-02T09:00:00Z",
  region: "eu-north-1",
  resources: [],
  detail: {},
};
