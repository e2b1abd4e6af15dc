import { CfnResource, Stack } from "aws-cdk-lib";
import { expect, test, vi } from "vitest";
import { createApp } from "../../infra/synthesise.ts";
import { realApp } from "../support/infra/real-app.ts";

// The rules are a program of their own, of 3 s of computing for each app.
vi.setConfig({ testTimeout: 120_000 });

test.each(["dev", "prod"] as const)("CloudFormation's own rules find nothing in %s", (stage) => {
  expect(() => realApp(stage, true).synth()).not.toThrow();
});

test("CloudFormation's own rules find a property that does not exist", () => {
  const app = createApp();
  new CfnResource(new Stack(app, "careless"), "Queue", { type: "AWS::SQS::Queue", properties: { Retention: 1 } });
  expect(() => app.synth()).toThrow("Retention");
});
