import { Stack } from "aws-cdk-lib";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { AwsSolutionsChecks } from "cdk-nag";
import { expect, test } from "vitest";
import type { StageName } from "../../infra/stages.ts";
import { sampleApp } from "../support/infra/sample-app.ts";

test.each<StageName>(["dev", "prod"])("cdk-nag finds nothing in %s that is not acknowledged with a reason", (stage) => {
  const app = sampleApp(stage);
  app.synth();
  expect(new AwsSolutionsChecks().validateScope(app).violations).toEqual([]);
});

test("cdk-nag finds a queue that accepts plain HTTP and loses what fails", () => {
  const app = sampleApp();
  new Queue(new Stack(app, "careless"), "Queue");
  app.synth();
  const rules = new AwsSolutionsChecks().validateScope(app).violations.map(({ ruleName }) => ruleName);
  expect(rules.toSorted()).toEqual(["AwsSolutions-SQS3", "AwsSolutions-SQS4"]);
});
