import { describe, expect, test } from "vitest";
import { resourceOf } from "../support/infra/resources.ts";
import { sampleApp } from "../support/infra/sample-app.ts";

const assembly = sampleApp().synth();

test("the consumer gives back only the messages that failed", () => {
  expect(resourceOf(assembly, "AWS::Lambda::EventSourceMapping", "sample").Properties).toMatchObject({
    FunctionResponseTypes: ["ReportBatchItemFailures"],
    ScalingConfig: { MaximumConcurrency: 2 },
  });
});

test.each([
  { what: "takes messages in batches", uses: ["table"], BatchSize: 10 },
  {
    what: "looks into uploaded files takes one at a time: each may fill its memory",
    uses: ["quarantine"],
    BatchSize: 1,
  },
] as const)("a consumer that $what", ({ uses, BatchSize }) => {
  const consumer = { consumedEvents: [], uses, usersLose: "Nobody gets a sample by mail." } as const;
  const only = sampleApp("dev", [{ name: "sample", consumer }]).synth();
  expect(resourceOf(only, "AWS::Lambda::EventSourceMapping", "sample").Properties).toMatchObject({ BatchSize });
});

describe("what comes into a context's queue", () => {
  test("its own events, by exact type, from our bus", () => {
    const rule = resourceOf(assembly, "AWS::Events::Rule", "sample/EventsOwnEvents");
    expect(rule.Properties).toMatchObject({
      EventBusName: { "Fn::ImportValue": expect.stringContaining("Bus") },
      EventPattern: { "detail-type": ["ordering.order-confirmed.v1", "payment.payment-captured.v1"] },
    });
  });

  test("what became of its own stage's mails, from the account's bus", () => {
    const rule = resourceOf(assembly, "AWS::Events::Rule", "sample/EventsMailEvents");
    expect(rule.Properties).toMatchObject({
      EventBusName: "default",
      EventPattern: {
        source: ["aws.ses"],
        "detail-type": ["Email Bounced"],
        detail: {
          mail: {
            tags: { "ses:configuration-set": [{ "Fn::ImportValue": expect.stringContaining("ConfigurationSet") }] },
          },
        },
      },
    });
  });

  test("what the scan of its own stage's uploads found, from the account's bus", () => {
    const rule = resourceOf(assembly, "AWS::Events::Rule", "sample/EventsScanResults");
    expect(rule.Properties).toMatchObject({
      EventBusName: "default",
      EventPattern: {
        source: ["aws.guardduty"],
        "detail-type": ["GuardDuty Malware Protection Object Scan Result"],
        detail: { s3ObjectDetails: { bucketName: [{ "Fn::ImportValue": expect.stringContaining("Quarantine") }] } },
      },
    });
  });

  test("what only a person can settle, from our bus, into a queue of its own", () => {
    const rule = resourceOf(assembly, "AWS::Events::Rule", "sample/PeopleEvents");
    expect(rule.Properties).toMatchObject({
      EventPattern: { "detail-type": ["sample.sample-lost.v1"] },
      Targets: [{ Arn: { "Fn::GetAtt": [expect.stringMatching(/^PeopleAttention/), "Arn"] } }],
    });
  });
});

test("the publisher sees new outbox rows only, retries, splits a batch that fails and gives up into a queue", () => {
  const newOutboxRows = { eventName: ["INSERT"], dynamodb: { Keys: { pk: { S: [{ prefix: "OUTBOX#" }] } } } };
  expect(resourceOf(assembly, "AWS::Lambda::EventSourceMapping", "publisher").Properties).toMatchObject({
    BisectBatchOnFunctionError: true,
    MaximumRetryAttempts: 30,
    FunctionResponseTypes: ["ReportBatchItemFailures"],
    StartingPosition: "TRIM_HORIZON",
    DestinationConfig: { OnFailure: { Destination: { "Fn::GetAtt": [expect.stringMatching(/^DeadLetters/), "Arn"] } } },
    FilterCriteria: { Filters: [{ Pattern: JSON.stringify(newOutboxRows) }] },
  });
});

test("a sweep runs each minute", () => {
  expect(resourceOf(assembly, "AWS::Events::Rule", "EachMinute").Properties).toMatchObject({
    ScheduleExpression: "rate(1 minute)",
    State: "ENABLED",
  });
});
