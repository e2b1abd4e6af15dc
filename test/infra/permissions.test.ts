import { expect, test } from "vitest";
import * as z from "zod";
import type { Capability } from "../../infra/constructs/capability.ts";
import { contexts } from "../../infra/contexts.ts";
import { realApp } from "../support/infra/real-app.ts";
import { type Resource, resourcesOf } from "../support/infra/resources.ts";
import { sampleApp } from "../support/infra/sample-app.ts";

const policy = z.object({ Statement: z.array(z.object({ Action: z.union([z.string(), z.array(z.string())]) })) });

/** The actions of a policy, besides those on the function's log and on the key the data is encrypted with. */
function actionsIn({ Properties }: Resource): readonly string[] {
  const actions = policy.parse(Properties["PolicyDocument"]).Statement.flatMap(({ Action }) => Action);
  return [...new Set(actions.filter((action) => !/^(logs:|kms:(?!Sign|GetPublicKey))/.test(action)))].toSorted();
}

const reading = ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"];
const writing = ["dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"];

/** What each capability lets a function call. */
const calls: Readonly<Record<Capability, readonly string[]>> = {
  links: [],
  "sign-in": [],
  municipality: [],
  "first-administrator": [],
  seller: [],
  stripe: ["secretsmanager:GetSecretValue"],
  "send-mail": ["ses:SendEmail"],
  upload: ["s3:PutObject"],
  quarantine: ["s3:DeleteObject", "s3:GetObject", "s3:ListBucket"],
  "show-files": ["s3:GetObject"],
  "keep-files": ["s3:PutObject"],
  "erase-files": ["s3:DeleteObject"],
  "erase-uploads": ["s3:DeleteObject"],
  "certificate-key": ["kms:GetPublicKey", "kms:Sign"],
  table: [...reading, ...writing],
  "whole-table": ["dynamodb:Scan"],
  "survey-answers": [...reading, ...writing],
  "survey-mail": ["ses:SendEmail"],
};

/** What the service that calls a consumer asks of its role. */
const taking = [
  "sqs:ChangeMessageVisibility",
  "sqs:DeleteMessage",
  "sqs:GetQueueAttributes",
  "sqs:GetQueueUrl",
  "sqs:ReceiveMessage",
];

const policies = resourcesOf(realApp("prod").synth(), "AWS::IAM::Policy");
const functions = contexts.flatMap(({ name, api, consumer, sweep }) => [
  ...(api ? [{ name, part: "Api", uses: api.uses, also: [] }] : []),
  ...(consumer ? [{ name, part: "Consumer", uses: consumer.uses, also: taking }] : []),
  ...(sweep ? [{ name, part: "Sweep", uses: sweep.uses, also: [] }] : []),
]);

test.each(functions)("$name's $part may call what it uses, and no more", ({ name, part, uses, also }) => {
  const [own, ...others] = policies.filter(({ id }) => new RegExp(`-${name}/[A-Za-z]+${part}Role`).test(id));
  expect(others).toEqual([]);
  const expected = [...new Set([...uses.flatMap((use) => calls[use]), ...also])].toSorted();
  expect(own && actionsIn(own)).toEqual(expected);
});

test("each function does with files what it is for: who hands out links deletes nothing, and who deletes reads nothing", () => {
  const may = (action: string) =>
    policies
      .flatMap(({ id, Properties }) => {
        const [, who, part] = /^smart-prod-([a-z-]+)\/[A-Z][a-z]+?(Api|Consumer|Sweep)Role/.exec(id) ?? [];
        return who && JSON.stringify(Properties["PolicyDocument"]).includes(`"${action}"`) ? [`${who} ${part}`] : [];
      })
      .toSorted();
  expect(may("s3:GetObject")).toEqual(["education Api", "education Consumer"]);
  expect(may("s3:PutObject")).toEqual(["education Api", "education Consumer"]);
  expect(may("s3:DeleteObject")).toEqual(["education Consumer", "education Sweep", "people Consumer", "people Sweep"]);
});

test("only who uses the certificate key may sign with it", () => {
  const templates = (uses: readonly Capability[]) => {
    const sweep = { uses, usersLose: "Samples that are due are not sent." } as const;
    const { stacks } = sampleApp("dev", [{ name: "sample", sweep }]).synth();
    return JSON.stringify(stacks.map(({ template }) => template));
  };
  expect(templates(["certificate-key"])).toContain("kms:Sign");
  expect(templates(["table", "quarantine", "keep-files"])).not.toContain("kms:Sign");
});

test("only the publisher may put events on the bus", () => {
  const { stacks } = sampleApp().synth();
  const allowed = stacks.filter(({ template }) => JSON.stringify(template).includes("events:PutEvents"));
  expect(allowed.map(({ stackName }) => stackName)).toEqual(["smart-dev-publisher"]);
});

test("the data key is used by way of DynamoDB and S3 only: by itself it opens nothing to anybody", () => {
  const Allowed = z.object({
    Statement: z.array(z.looseObject({ Action: z.union([z.string(), z.array(z.string())]) })),
  });
  const onKeys = policies.flatMap(({ Properties }) =>
    Allowed.parse(Properties["PolicyDocument"]).Statement.filter(
      ({ Action, Resource }) =>
        JSON.stringify(Resource).includes("DataKey") && [Action].flat().some((action) => action.startsWith("kms:")),
    ),
  );
  expect(onKeys.length).toBeGreaterThan(functions.length);
  for (const statement of onKeys) {
    expect(JSON.stringify(statement["Condition"])).toMatch(
      /"kms:ViaService":"(dynamodb|s3)\.eu-north-1\.amazonaws\.com"/,
    );
  }
});

test("what answers, mails and publishes the survey has its answers and their key, and nothing else has: not what shows results", () => {
  const having = (what: string) =>
    policies
      .filter(({ Properties }) => JSON.stringify(Properties["PolicyDocument"]).includes(what))
      .map(({ id }) => id);
  const allowed = [/-survey\/.*SweepRole/, /-survey-answers\/.*ApiRole/];
  for (const what of ["SurveyKey", "SurveyAnswers"]) {
    const ids = having(what);
    expect(ids).toHaveLength(2);
    for (const role of allowed) expect(ids.filter((id) => role.test(id))).toHaveLength(1);
  }
});
