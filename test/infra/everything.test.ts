import { describe, expect, test } from "vitest";
import * as z from "zod";
import { stages } from "../../infra/stages.ts";
import { count } from "../support/counts.ts";
import { realApp } from "../support/infra/real-app.ts";
import { resourcesOf } from "../support/infra/resources.ts";
import { sampleApp } from "../support/infra/sample-app.ts";
import { concerned, sentence, unprotected, worldOf } from "./protection.ts";
import { protections } from "./protections.ts";
import { statementsOf, unusedReasons, wideOpen } from "./wildcards.ts";

const apps = [
  { of: "the sample context, dev", stage: stages.dev, assembly: sampleApp("dev").synth() },
  { of: "the sample context, prod", stage: stages.prod, assembly: sampleApp("prod").synth() },
  { of: "all contexts, dev", stage: stages.dev, assembly: realApp("dev").synth() },
  { of: "all contexts, prod", stage: stages.prod, assembly: realApp("prod").synth() },
];

const attribute = z.object({ "Fn::GetAtt": z.tuple([z.string(), z.string()]) });

describe.each(apps)("$of", ({ stage, assembly }) => {
  const world = worldOf(assembly, stage);

  test("every resource is protected as its type must be", (test) => {
    expect(unprotected(protections, world)).toEqual([]);
    count(
      test,
      "protections of resources",
      protections.reduce((sum, rule) => sum + concerned(rule, world).length, 0),
    );
  });

  test("every alarm says in sentences what users lose and what to do, and has a name of its own", () => {
    const alarms = resourcesOf(assembly, "AWS::CloudWatch::Alarm");
    for (const { id, Properties } of alarms) {
      expect(Properties["AlarmDescription"], id).toMatch(/^[A-Z].{15,}[.] .{15,}[.?]$/);
    }
    const names = alarms.map(({ Properties }) => Properties["AlarmName"]);
    expect(new Set(names).size).toBe(names.length);
  });

  test("every function has a role of its own, and no role has a policy of somebody else's", () => {
    const functions = resourcesOf(assembly, "AWS::Lambda::Function");
    const roles = functions.map(
      ({ id, Properties }) => `${id.split("/")[0]}/${attribute.parse(Properties["Role"])["Fn::GetAtt"][0]}`,
    );
    expect(new Set(roles).size).toBe(functions.length);
    for (const { id, Properties } of resourcesOf(assembly, "AWS::IAM::Role")) {
      expect(Properties, id).not.toHaveProperty("ManagedPolicyArns");
    }
  });

  test("no permission is wider than a reason allows, and nothing is open to everybody", () => {
    expect(wideOpen(statementsOf(world))).toEqual([]);
    expect(unusedReasons(statementsOf(world))).toEqual([]);
  });
});

describe("a careless template is found, which", () => {
  const world = worldOf(sampleApp("prod").synth(), stages.prod);

  test.each(protections)("has no $type that $rule", (rule) => {
    const [resource] = concerned(rule, world);
    expect(resource).toBeDefined();
    if (!resource) return;
    const careless = rule.careless(resource, world);
    expect(careless.length).toBeGreaterThan(0);
    for (const one of careless) expect(unprotected([rule], one)).toContain(sentence(rule, resource.id));
  });

  const statement = { id: "s/Policy", Effect: "Allow" as const, Action: ["s3:GetObject"], Resource: ["arn"] };
  test.each([
    ["allows every action of a service", { Action: ["dynamodb:*"] }],
    ["allows an action on everything", { Resource: ["*"] }],
    ["allows an action on a pattern of tables", { Action: ["dynamodb:GetItem"], Resource: ["arn:table/*"] }],
    ["allows everything but", { Action: [], NotAction: ["iam:*"] }],
    ["lets anybody in", { Principal: "*" }],
    ["lets anybody's account in", { Principal: { AWS: "*" } }],
  ])("%s", (_, more) => {
    expect(wideOpen([{ ...statement, ...more }])).toHaveLength(1);
    expect(wideOpen([statement, { ...statement, Effect: "Deny", ...more }])).toEqual([]);
  });
});
