import { describe, expect, test } from "vitest";
import { resourceOf, resourcesOf } from "../support/infra/resources.ts";
import { sampleApp } from "../support/infra/sample-app.ts";

const dev = sampleApp("dev").synth();
const prod = sampleApp("prod").synth();

describe("the table", () => {
  const table = resourceOf(dev, "AWS::DynamoDB::Table", "Table");

  test("has the keys, indexes, stream and time to live that the stores are written for", () => {
    expect(table.Properties).toMatchObject({
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: "due",
          KeySchema: [{ AttributeName: "duePartition" }, { AttributeName: "dueAt" }],
          Projection: { ProjectionType: "ALL" },
        },
        {
          IndexName: "list",
          KeySchema: [{ AttributeName: "listPartition" }, { AttributeName: "listSort" }],
          Projection: { ProjectionType: "ALL" },
        },
      ],
      StreamSpecification: { StreamViewType: "NEW_IMAGE" },
      TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
    });
  });
});

describe("the survey's answers", () => {
  const { Properties } = resourceOf(prod, "AWS::DynamoDB::Table", "SurveyAnswers");

  test("are copied and dated nowhere: no stream, no index, no time to live", () => {
    expect(Object.keys(Properties)).not.toContain("StreamSpecification");
    expect(Object.keys(Properties)).not.toContain("GlobalSecondaryIndexes");
    expect(Object.keys(Properties)).not.toContain("TimeToLiveSpecification");
  });

  test("can be had again for 35 days, and no longer", () => {
    expect(Properties["PointInTimeRecoverySpecification"]).toEqual({
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: 35,
    });
  });
});

test("certificates are signed by an Ed25519 key that stays, in dev too", () => {
  expect(resourceOf(dev, "AWS::KMS::Key", "CertificateKey")).toMatchObject({
    DeletionPolicy: "Retain",
    Properties: { KeySpec: "ECC_NIST_EDWARDS25519", KeyUsage: "SIGN_VERIFY" },
  });
});

describe("files", () => {
  test("that are deleted really go: at once from quarantine, else within a week", () => {
    const quarantine = resourceOf(dev, "AWS::S3::Bucket", "Quarantine").Properties;
    expect(quarantine).not.toHaveProperty("VersioningConfiguration");
    expect(quarantine["LifecycleConfiguration"]).toMatchObject({ Rules: [{ ExpirationInDays: 1 }] });
    expect(resourceOf(dev, "AWS::S3::Bucket", "StoreFiles").Properties).toMatchObject({
      VersioningConfiguration: { Status: "Enabled" },
      LifecycleConfiguration: {
        Rules: [{ NoncurrentVersionExpiration: { NoncurrentDays: 7 }, ExpiredObjectDeleteMarker: true }],
      },
    });
  });

  test("are uploaded from our own pages only, and scanned before anything reads them", () => {
    expect(resourceOf(prod, "AWS::S3::Bucket", "Quarantine").Properties["CorsConfiguration"]).toMatchObject({
      CorsRules: [{ AllowedOrigins: ["https://smart.example.no"], AllowedMethods: ["PUT"] }],
    });
    expect(resourceOf(dev, "AWS::GuardDuty::MalwareProtectionPlan").Properties).toMatchObject({
      ProtectedResource: { S3Bucket: { BucketName: { Ref: expect.stringContaining("Quarantine") } } },
      Role: { "Fn::GetAtt": [expect.stringContaining("MalwareProtection"), "Arn"] },
    });
    const [role] = resourcesOf(dev, "AWS::IAM::Role").filter(({ id }) => id.includes("MalwareProtection"));
    expect(JSON.stringify(role?.Properties)).toContain("malware-protection-plan.guardduty.amazonaws.com");
  });
});

test("the Stripe secret is made empty: neither a value nor a rule to make one is in the template", () => {
  expect(Object.keys(resourceOf(dev, "AWS::SecretsManager::Secret").Properties)).toEqual(["Description"]);
});

test("people sign in by a code sent by mail", () => {
  expect(resourceOf(dev, "AWS::Cognito::UserPool").Properties).toMatchObject({
    UserPoolTier: "ESSENTIALS",
    UsernameAttributes: ["email"],
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] } },
  });
  expect(resourceOf(dev, "AWS::Cognito::UserPoolClient").Properties).toMatchObject({
    ExplicitAuthFlows: expect.arrayContaining(["ALLOW_USER_AUTH"]),
    PreventUserExistenceErrors: "ENABLED",
  });
});

test("SES tells the account's bus what became of every mail, so that bounces stop further mail", () => {
  expect(
    resourceOf(dev, "AWS::SES::ConfigurationSetEventDestination", "Events").Properties["EventDestination"],
  ).toMatchObject({
    EventBridgeDestination: { EventBusArn: expect.anything() },
    MatchingEventTypes: ["send", "delivery", "bounce", "complaint", "reject"],
  });
});

test("a bounce of the survey's mails is counted, and told to nobody: SES doesn't mail it to the sender", () => {
  const { EventDestination } = resourceOf(dev, "AWS::SES::ConfigurationSetEventDestination", "Counts").Properties;
  expect(EventDestination).toEqual({
    CloudWatchDestination: {
      DimensionConfigurations: [
        { DimensionName: "sender", DimensionValueSource: "messageTag", DefaultDimensionValue: "survey" },
      ],
    },
    Enabled: true,
    MatchingEventTypes: ["bounce", "complaint"],
  });
  expect(resourceOf(dev, "AWS::SES::EmailIdentity").Properties["FeedbackAttributes"]).toEqual({
    EmailForwardingEnabled: false,
  });
});

test("no resource needs a function of CDK's own to be made", () => {
  for (const stack of dev.stacks) expect(JSON.stringify(stack.template)).not.toMatch(/Custom::|CustomResource/);
  expect(resourcesOf(dev, "AWS::DynamoDB::GlobalTable")).toEqual([]);
});
