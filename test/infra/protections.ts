import * as z from "zod";
import type { Resource } from "../support/infra/resources.ts";
import { changed, having, includes, type Protection, replaced, type World, without } from "./protection.ts";

const getAtt = (logicalId: string, attribute: string) => ({ "Fn::GetAtt": [logicalId, attribute] });
const logicalIdOf = ({ id }: Resource) => id.split("/")[1] ?? "";
const stackOf = ({ id }: Resource) => id.split("/")[0] ?? "";
const names = (value: unknown, part: unknown) => JSON.stringify(value).includes(JSON.stringify(part));

/** Resources of a type in the same stack. */
const beside = (world: World, resource: Resource, type: string) =>
  world.resources.filter((each) => each.Type === type && stackOf(each) === stackOf(resource));

const isDead = (queue: Resource) => !("RedrivePolicy" in queue.Properties);
const oneDay = 86_400;

/** A resource whose policy refuses whoever doesn't come by TLS. */
function overTlsOnly(type: string, policyType: string, property: string): Protection {
  const refusals = (world: World, resource: Resource) =>
    beside(world, resource, policyType).filter(
      ({ Properties }) =>
        names(Properties[property], { Ref: logicalIdOf(resource) }) &&
        Statements.parse(Properties["PolicyDocument"]).Statement.some(
          ({ Effect, Principal, Condition }) =>
            Effect === "Deny" &&
            names(Principal, "*") &&
            includes(Condition, { Bool: { "aws:SecureTransport": "false" } }),
        ),
    );
  return {
    type,
    rule: "is reached over TLS only",
    holds: (resource, world) => refusals(world, resource).length > 0,
    careless: (resource, world) => {
      const policies = refusals(world, resource);
      return [
        without(world, (each) => policies.includes(each)),
        ...policies.map((policy) => changed(world, policy, { PolicyDocument: { Statement: [] } })),
      ];
    },
  };
}

const Statements = z.object({
  Statement: z.array(
    z.looseObject({ Effect: z.enum(["Allow", "Deny"]), Principal: z.unknown(), Condition: z.unknown() }),
  ),
});

/** In prod, what keeps data outlives its stack. */
function kept(type: string): Protection {
  return {
    type,
    rule: "stays when its stack goes, in prod",
    holds: ({ DeletionPolicy }, { stage }) => stage.name !== "prod" || DeletionPolicy === "Retain",
    careless: (resource, world) =>
      world.stage.name === "prod" ? [replaced(world, { ...resource, DeletionPolicy: "Delete" })] : [],
  };
}

/** A resource with an alarm of its own on a metric. */
function alarmed(
  type: string,
  rule: string,
  alarm: (resource: Resource) => { readonly metric: string; readonly dimension: unknown },
  but?: Protection["but"],
): Protection {
  const alarmsOf = (world: World, resource: Resource) => {
    const { metric, dimension } = alarm(resource);
    return beside(world, resource, "AWS::CloudWatch::Alarm").filter(
      ({ Properties }) => names(Properties, metric) && names(Properties, dimension),
    );
  };
  return {
    type,
    rule,
    ...(but && { but }),
    holds: (resource, world) => alarmsOf(world, resource).length > 0,
    careless: (resource, world) => {
      const mine = alarmsOf(world, resource);
      return [without(world, (each) => mine.includes(each))];
    },
  };
}

/** What a variable of a function may not hold: a secret is read from Secrets Manager, by its name. */
const secret =
  /(sk|rk)_(live|test)_|whsec_|AKIA[A-Z0-9]{12}|-----BEGIN|"[A-Z_]*(SECRET|PASSWORD|TOKEN|PRIVATE)[A-Z_]*":"/;

export const protections: readonly Protection[] = [
  having("AWS::S3::Bucket", "is closed to the public, encrypted with our key and owned by us", {
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms" } }],
    },
    OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
  }),
  overTlsOnly("AWS::S3::Bucket", "AWS::S3::BucketPolicy", "Bucket"),
  kept("AWS::S3::Bucket"),

  having("AWS::DynamoDB::Table", "is encrypted with our key and can be restored to any second", {
    SSESpecification: { SSEEnabled: true, SSEType: "KMS" },
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  }),
  {
    type: "AWS::DynamoDB::Table",
    rule: "nobody deletes by mistake, in prod",
    holds: ({ Properties }, { stage }) => stage.name !== "prod" || Properties["DeletionProtectionEnabled"] === true,
    careless: (resource, world) =>
      world.stage.name === "prod" ? [changed(world, resource, { DeletionProtectionEnabled: false })] : [],
  },
  kept("AWS::DynamoDB::Table"),

  having(
    "AWS::KMS::Key",
    "is rotated",
    { EnableKeyRotation: true },
    {
      reason: "KMS can't rotate a key that signs.",
      is: ({ Properties }) => Properties["KeyUsage"] === "SIGN_VERIFY",
    },
  ),
  kept("AWS::KMS::Key"),
  {
    type: "AWS::SecretsManager::Secret",
    rule: "has its value from a person, not from a template",
    holds: ({ Properties }) => !("SecretString" in Properties) && !("GenerateSecretString" in Properties),
    careless: (resource, world) => [changed(world, resource, { SecretString: "x" })],
  },
  kept("AWS::SecretsManager::Secret"),

  having("AWS::SQS::Queue", "is encrypted", { SqsManagedSseEnabled: true }),
  overTlsOnly("AWS::SQS::Queue", "AWS::SQS::QueuePolicy", "Queues"),
  {
    type: "AWS::SQS::Queue",
    rule: "tries five times and then sets aside, or keeps for 14 days",
    holds: (queue) =>
      isDead(queue)
        ? queue.Properties["MessageRetentionPeriod"] === 14 * oneDay
        : includes(queue.Properties["RedrivePolicy"], { maxReceiveCount: 5 }),
    careless: (queue, world) => [
      changed(world, queue, { MessageRetentionPeriod: 4 * oneDay, RedrivePolicy: isDead(queue) ? {} : undefined }),
      replaced(world, { ...queue, Properties: {} }),
    ],
  },
  {
    type: "AWS::SQS::Queue",
    rule: "hides a message for six times its function's timeout",
    but: { reason: "No function takes from it.", is: isDead },
    holds: (queue, world) => {
      const mapping = beside(world, queue, "AWS::Lambda::EventSourceMapping").find(({ Properties }) =>
        includes(Properties["EventSourceArn"], getAtt(logicalIdOf(queue), "Arn")),
      );
      const target = beside(world, queue, "AWS::Lambda::Function").find((each) =>
        includes(mapping?.Properties["FunctionName"], { Ref: logicalIdOf(each) }),
      );
      return Number(queue.Properties["VisibilityTimeout"]) >= 6 * Number(target?.Properties["Timeout"]);
    },
    careless: (queue, world) => [
      changed(world, queue, { VisibilityTimeout: Number(queue.Properties["VisibilityTimeout"]) - 1 }),
    ],
  },
  alarmed(
    "AWS::SQS::Queue",
    "wakes somebody with its first message",
    (queue) => ({
      metric: "ApproximateNumberOfMessagesVisible",
      dimension: { Name: "QueueName", Value: getAtt(logicalIdOf(queue), "QueueName") },
    }),
    { reason: "A function empties it.", is: (queue) => !isDead(queue) },
  ),
  alarmed(
    "AWS::SQS::Queue",
    "wakes somebody when its messages wait",
    (queue) => ({
      metric: "ApproximateAgeOfOldestMessage",
      dimension: { Name: "QueueName", Value: getAtt(logicalIdOf(queue), "QueueName") },
    }),
    { reason: "Its messages wait for a person, who was woken by the first.", is: isDead },
  ),
  overTlsOnly("AWS::SNS::Topic", "AWS::SNS::TopicPolicy", "Topics"),

  {
    type: "AWS::Events::Rule",
    rule: "keeps what it can't deliver to a queue",
    but: {
      reason: "A schedule comes again by itself.",
      is: ({ Properties }) => "ScheduleExpression" in Properties,
    },
    holds: ({ Properties }) => includes(Properties["Targets"], [{ DeadLetterConfig: {} }]),
    careless: (rule, world) => [changed(world, rule, { Targets: [{ Arn: "queue" }] })],
  },
  {
    type: "AWS::Events::Archive",
    rule: "keeps events for the stage's days",
    holds: ({ Properties }, { stage }) => Properties["RetentionDays"] === stage.eventArchiveDays,
    careless: (archive, world) => [changed(world, archive, { RetentionDays: undefined })],
  },

  having("AWS::Lambda::EventSourceMapping", "gives back only what failed", {
    FunctionResponseTypes: ["ReportBatchItemFailures"],
  }),
  {
    type: "AWS::Lambda::EventSourceMapping",
    rule: "sets aside what of a stream can't be handled",
    but: { reason: "A queue sets aside by itself.", is: ({ Properties }) => !("StartingPosition" in Properties) },
    holds: ({ Properties }) =>
      includes(Properties, { BisectBatchOnFunctionError: true, DestinationConfig: { OnFailure: {} } }),
    careless: (mapping, world) => [changed(world, mapping, { DestinationConfig: {} })],
  },

  having("AWS::Lambda::Function", "runs on a runtime that is supported", {
    Runtime: "nodejs24.x",
    Architectures: ["arm64"],
  }),
  {
    type: "AWS::Lambda::Function",
    rule: "writes to a log group of its own that forgets",
    holds: ({ Properties }, world) =>
      world.resources.some(
        (each) =>
          each.Type === "AWS::Logs::LogGroup" &&
          includes(Properties["LoggingConfig"], { LogGroup: { Ref: logicalIdOf(each) } }),
      ),
    careless: (fn, world) => [changed(world, fn, { LoggingConfig: undefined })],
  },
  {
    type: "AWS::Lambda::Function",
    rule: "has no secret in its environment",
    holds: ({ Properties }) => !secret.test(JSON.stringify(Properties["Environment"])),
    careless: (fn, world) => [
      changed(world, fn, { Environment: { Variables: { STRIPE: "sk_live_abc" } } }),
      changed(world, fn, { Environment: { Variables: { WEBHOOK_SECRET: "abc" } } }),
    ],
  },
  alarmed("AWS::Lambda::Function", "wakes somebody when it fails", (fn) => ({
    metric: "Errors",
    dimension: { Name: "FunctionName", Value: { Ref: logicalIdOf(fn) } },
  })),
  {
    type: "AWS::Lambda::Permission",
    rule: "lets one service call, for one resource of ours",
    holds: ({ Properties }) =>
      /^(apigateway|events)\.amazonaws\.com$/.test(String(Properties["Principal"])) && "SourceArn" in Properties,
    careless: (permission, world) => [
      changed(world, permission, { Principal: "*" }),
      replaced(world, { ...permission, Properties: { Principal: "events.amazonaws.com" } }),
    ],
  },

  {
    type: "AWS::Logs::LogGroup",
    rule: "forgets after the stage's time: the gateway's log of who asked after its own",
    holds: (group, { stage }) =>
      group.Properties["RetentionInDays"] ===
      (group.id.includes("AccessLogs") ? stage.accessLogRetention : stage.logRetention),
    careless: (group, world) => [changed(world, group, { RetentionInDays: undefined })],
  },

  {
    type: "AWS::ApiGatewayV2::Stage",
    rule: "limits how much is asked, and writes down what was",
    holds: ({ Properties }, { stage: { throttling } }) =>
      includes(Properties, {
        AccessLogSettings: {},
        DefaultRouteSettings: {
          ThrottlingBurstLimit: throttling.burst,
          ThrottlingRateLimit: throttling.requestsPerSecond,
        },
      }),
    careless: (stage, world) => [
      changed(world, stage, { AccessLogSettings: undefined }),
      changed(world, stage, { DefaultRouteSettings: undefined }),
    ],
  },
  alarmed("AWS::ApiGatewayV2::Api", "wakes somebody when it answers 5xx", (api) => ({
    metric: "5xx",
    dimension: { Name: "ApiId", Value: { Ref: logicalIdOf(api) } },
  })),
  having("AWS::ApiGatewayV2::DomainName", "speaks TLS 1.2 at least", {
    DomainNameConfigurations: [{ SecurityPolicy: "TLS_1_2" }],
  }),

  having("AWS::Cognito::UserPool", "takes good passwords only, and gives accounts back by mail", {
    Policies: {
      PasswordPolicy: { MinimumLength: 12, RequireLowercase: true, RequireNumbers: true, RequireSymbols: true },
    },
    AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "verified_email" }] },
  }),
  {
    type: "AWS::Cognito::UserPool",
    rule: "nobody deletes by mistake, in prod",
    holds: ({ Properties }, { stage }) => stage.name !== "prod" || Properties["DeletionProtection"] === "ACTIVE",
    careless: (pool, world) =>
      world.stage.name === "prod" ? [changed(world, pool, { DeletionProtection: "INACTIVE" })] : [],
  },
  kept("AWS::Cognito::UserPool"),
  having(
    "AWS::Cognito::UserPoolClient",
    "doesn't tell who has an account, takes no bare password and gives tokens for an hour",
    {
      PreventUserExistenceErrors: "ENABLED",
      EnableTokenRevocation: true,
      ExplicitAuthFlows: ["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
      AccessTokenValidity: 60,
      AllowedOAuthFlowsUserPoolClient: false,
    },
  ),
  having("AWS::SES::ConfigurationSet", "sends over TLS only", { DeliveryOptions: { TlsPolicy: "REQUIRE" } }),
  {
    type: "AWS::CloudWatch::Alarm",
    rule: "reaches somebody",
    holds: ({ Properties }) => includes(Properties["AlarmActions"], [{}]),
    careless: (alarm, world) => [changed(world, alarm, { AlarmActions: [] })],
  },
];
