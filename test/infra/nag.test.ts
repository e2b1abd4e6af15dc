import { Stack } from "aws-cdk-lib";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { AwsSolutionsChecks } from "cdk-nag";
import { expect, test } from "vitest";
import { realApp } from "../support/infra/real-app.ts";
import { sampleApp } from "../support/infra/sample-app.ts";

test.each([
  { of: "the sample context, dev", app: sampleApp("dev") },
  { of: "the sample context, prod", app: sampleApp("prod") },
  { of: "all contexts, dev", app: realApp("dev") },
  { of: "all contexts, prod", app: realApp("prod") },
])("cdk-nag finds nothing in $of that is not acknowledged with a reason", ({ app }) => {
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
