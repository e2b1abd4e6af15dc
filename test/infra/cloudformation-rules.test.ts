import { CfnResource, Stack } from "aws-cdk-lib";
import { expect, test } from "vitest";
import { realApp } from "../support/infra/real-app.ts";

test.each(["dev", "prod"] as const)("CloudFormation's own rules find nothing in %s", (stage) => {
  expect(() => realApp(stage, true).synth()).not.toThrow();
});

test("CloudFormation's own rules find a property that does not exist", () => {
  const app = realApp("dev", true);
  new CfnResource(new Stack(app, "careless"), "Queue", { type: "AWS::SQS::Queue", properties: { Retention: 1 } });
  expect(() => app.synth()).toThrow("Retention");
});
