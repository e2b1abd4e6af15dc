import { expect, test } from "vitest";
import * as z from "zod";
import type { Capability } from "../../infra/constructs/capability.ts";
import { resourceOf } from "../support/infra/resources.ts";
import { sampleApp } from "../support/infra/sample-app.ts";

const policy = z.object({ Statement: z.array(z.object({ Action: z.union([z.string(), z.array(z.string())]) })) });

/** What a function with this one capability may call, besides its log and the key the data is encrypted with. */
function actionsOf(capability: Capability): readonly string[] {
  const sweep = { uses: [capability], usersLose: "Samples that are due are not sent." } as const;
  const assembly = sampleApp("dev", [{ name: "sample", sweep }]).synth();
  const { Properties } = resourceOf(assembly, "AWS::IAM::Policy", "sample/");
  const actions = policy.parse(Properties["PolicyDocument"]).Statement.flatMap(({ Action }) => Action);
  return [...new Set(actions.filter((action) => !/^(logs|kms):/.test(action)))];
}

const reading = ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"];
const writing = ["dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"];

test.each<{ uses: Capability; calls: readonly string[] }>([
  { uses: "links", calls: [] },
  { uses: "sign-in", calls: [] },
  { uses: "municipality", calls: [] },
  { uses: "first-administrator", calls: [] },
  { uses: "seller", calls: [] },
  { uses: "stripe", calls: ["secretsmanager:GetSecretValue"] },
  { uses: "send-mail", calls: ["ses:SendEmail"] },
  { uses: "upload", calls: ["s3:PutObject"] },
  { uses: "quarantine", calls: ["s3:DeleteObject", "s3:GetObject", "s3:ListBucket"] },
  { uses: "portfolio-files", calls: ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"] },
  { uses: "certificate-key", calls: [] },
  { uses: "table", calls: [...reading, ...writing] },
  { uses: "whole-table", calls: ["dynamodb:Scan"] },
])("a function that uses $uses may call that and no more", ({ uses, calls }) => {
  expect(actionsOf(uses).toSorted()).toEqual(calls.toSorted());
});

test("only who uses the certificate key may sign with it", () => {
  const templates = (uses: readonly Capability[]) => {
    const sweep = { uses, usersLose: "Samples that are due are not sent." } as const;
    const { stacks } = sampleApp("dev", [{ name: "sample", sweep }]).synth();
    return JSON.stringify(stacks.map(({ template }) => template));
  };
  expect(templates(["certificate-key"])).toContain("kms:Sign");
  expect(templates(["table", "quarantine", "portfolio-files"])).not.toContain("kms:Sign");
});

test("only the publisher may put events on the bus", () => {
  const { stacks } = sampleApp().synth();
  const allowed = stacks.filter(({ template }) => JSON.stringify(template).includes("events:PutEvents"));
  expect(allowed.map(({ stackName }) => stackName)).toEqual(["smart-dev-publisher"]);
});
