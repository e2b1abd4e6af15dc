import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { REMEMBERED_DAYS } from "#platform/dynamo/inbox";
import { tableDefinition } from "#platform/dynamo/table-definition";
import { resourceOf, resourcesOf } from "../support/infra/resources.ts";
import { sampleApp } from "../support/infra/sample-app.ts";

const before = sampleApp("prod").synth();
const restored = sampleApp("prod", undefined, {
  name: "smart-prod-restored",
  streamLabel: "2026-11-02T09:00:00.000",
}).synth();

const outputs = z.object({ Outputs: z.record(z.string(), z.unknown()).default({}) });
const outputsOf = (assembly: typeof before) =>
  Object.keys(
    outputs.parse(assembly.stacks.find(({ stackName }) => stackName === "smart-prod-stateful")?.template).Outputs,
  );
const textOf = (assembly: typeof before, type: string) =>
  JSON.stringify(resourcesOf(assembly, type).filter(({ id }) => !id.startsWith("smart-prod-stateful/")));

test("every function works on the restored table, may use that one only, and the publisher reads its stream", () => {
  for (const type of ["AWS::Lambda::Function", "AWS::IAM::Policy"]) {
    expect(textOf(before, type)).toMatch(/ExportsOutput\w+Table/);
    expect(textOf(restored, type)).not.toMatch(/ExportsOutput\w+Table/);
  }
  expect(textOf(restored, "AWS::Lambda::Function")).toContain('"TABLE_NAME":"smart-prod-restored"');
  expect(textOf(restored, "AWS::IAM::Policy")).toContain("table/smart-prod-restored/index/due");
  const { EventSourceArn } = resourceOf(restored, "AWS::Lambda::EventSourceMapping", "publisher").Properties;
  expect(JSON.stringify(EventSourceArn)).toContain("table/smart-prod-restored/stream/2026-11-02T09:00:00.000");
});

test("the first table stays, with what other stacks import of it: they are deployed one after the other", () => {
  expect(resourcesOf(restored, "AWS::DynamoDB::Table")).toEqual(resourcesOf(before, "AWS::DynamoDB::Table"));
  expect(outputsOf(before).length).toBeGreaterThan(3);
  expect(outputsOf(restored)).toEqual(expect.arrayContaining(outputsOf(before)));
});

test("what RECOVERY.md has typed by hand is what the template and the inbox have", () => {
  const text = readFileSync("infra/RECOVERY.md", "utf8");
  expect(text).toContain(`StreamViewType=${tableDefinition.streamView}`);
  expect(text).toContain(`AttributeName=${tableDefinition.timeToLive}`);
  expect(text).toContain(`At most ${REMEMBERED_DAYS} days back`);
});
