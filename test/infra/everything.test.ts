import { describe, expect, test } from "vitest";
import * as z from "zod";
import { stages } from "../../infra/stages.ts";
import { realApp } from "../support/infra/real-app.ts";
import { resourcesOf } from "../support/infra/resources.ts";
import { sampleApp } from "../support/infra/sample-app.ts";

const apps = [
  { of: "the sample context, dev", stage: stages.dev, assembly: sampleApp("dev").synth() },
  { of: "the sample context, prod", stage: stages.prod, assembly: sampleApp("prod").synth() },
  { of: "all contexts, dev", stage: stages.dev, assembly: realApp("dev").synth() },
  { of: "all contexts, prod", stage: stages.prod, assembly: realApp("prod").synth() },
];

const attribute = z.object({ "Fn::GetAtt": z.tuple([z.string(), z.string()]) });
const policy = z.object({
  Statement: z.array(z.looseObject({ Action: z.union([z.string(), z.array(z.string())]), Resource: z.unknown() })),
});

describe.each(apps)("$of", ({ stage, assembly }) => {
  const functions = resourcesOf(assembly, "AWS::Lambda::Function");
  const queues = resourcesOf(assembly, "AWS::SQS::Queue");
  const alarms = resourcesOf(assembly, "AWS::CloudWatch::Alarm");

  test("every queue has a dead-letter queue, or is one, or waits for a person", () => {
    const withOne = queues.filter(({ Properties }) => "RedrivePolicy" in Properties);
    expect(queues.length).toBeGreaterThan(0);
    for (const { id } of queues.filter((queue) => !withOne.includes(queue)))
      expect(id).toMatch(/DeadLetters|Attention/);
  });

  test("every queue that only a person empties sets off an alarm with its first message", () => {
    for (const { id } of queues.filter(({ Properties }) => !("RedrivePolicy" in Properties))) {
      const [stack, logicalId] = id.split("/");
      const dimension = { Name: "QueueName", Value: { "Fn::GetAtt": [logicalId, "QueueName"] } };
      const mine = alarms.filter(
        (alarm) =>
          alarm.id.startsWith(`${stack}/`) && JSON.stringify(alarm.Properties).includes(JSON.stringify(dimension)),
      );
      expect(
        mine.map(({ Properties }) => Properties),
        id,
      ).toMatchObject([{ MetricName: "ApproximateNumberOfMessagesVisible", Threshold: 1 }]);
    }
  });

  test("every function has an alarm on its error rate", () => {
    const errorRates = JSON.stringify(alarms.filter(({ Properties }) => "Metrics" in Properties));
    for (const { id } of functions) {
      expect(errorRates).toContain(`{"Name":"FunctionName","Value":{"Ref":"${id.split("/")[1]}"}}`);
    }
  });

  test("every alarm says in sentences what users lose and what to do, and reaches somebody", () => {
    for (const { id, Properties } of alarms) {
      expect(Properties["AlarmDescription"], id).toMatch(/^[A-Z].{15,}[.] .{15,}[.?]$/);
      expect(Properties["AlarmActions"], id).toHaveLength(1);
    }
    const names = alarms.map(({ Properties }) => Properties["AlarmName"]);
    expect(new Set(names).size).toBe(names.length);
  });

  test("every log is kept for the stage's time, and no longer", () => {
    for (const { id, Properties } of resourcesOf(assembly, "AWS::Logs::LogGroup")) {
      expect(Properties["RetentionInDays"], id).toBe(stage.logRetention);
    }
    for (const { id, Properties } of functions) {
      expect(Properties["LoggingConfig"], id).toMatchObject({ LogGroup: { Ref: expect.any(String) } });
    }
  });

  test("every function is Node 24 on arm64, with a role of its own", () => {
    for (const { id, Properties } of functions) {
      expect(Properties, id).toMatchObject({ Runtime: "nodejs24.x", Architectures: ["arm64"] });
    }
    const roles = functions.map(
      ({ id, Properties }) => `${id.split("/")[0]}/${attribute.parse(Properties["Role"])["Fn::GetAtt"][0]}`,
    );
    expect(new Set(roles).size).toBe(functions.length);
  });

  test("no permission has a wildcard, but in the names of objects and of the rule GuardDuty makes", () => {
    for (const { id, Properties } of resourcesOf(assembly, "AWS::IAM::Policy")) {
      for (const { Action, Resource } of policy.parse(Properties["PolicyDocument"]).Statement) {
        expect([Action].flat().join(), id).not.toContain("*");
        const objects = [Action].flat().every((action) => /^s3:\w+Object/.test(action));
        const named = JSON.stringify(Resource).replace(/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3\*"/, "");
        expect(objects ? named.replace(/\/\*"/, "") : named, id).not.toContain("*");
      }
    }
    for (const { id, Properties } of resourcesOf(assembly, "AWS::IAM::Role")) {
      expect(Properties, id).not.toHaveProperty("ManagedPolicyArns");
    }
  });
});
