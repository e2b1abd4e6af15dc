import * as z from "zod";
import { eventPattern } from "#local/eventbridge/pattern";

// The properties of each resource type the runtime runs. An unknown one is an error: it may change what AWS does.

/** A property that changes nothing at home: encryption, limits, names, retention. */
const accepted = z.unknown().optional();

const keySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(["HASH", "RANGE"]) }));

export const table = z.strictObject({
  TableName: z.string().optional(),
  AttributeDefinitions: z.array(z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(["S", "N", "B"]) })),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z
    .array(
      z.strictObject({
        IndexName: z.string(),
        KeySchema: keySchema,
        Projection: z.strictObject({ ProjectionType: z.enum(["ALL", "KEYS_ONLY"]) }),
        ContributorInsightsSpecification: accepted,
      }),
    )
    .default([]),
  StreamSpecification: z
    .strictObject({ StreamViewType: z.enum(["NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY"]) })
    .optional(),
  TimeToLiveSpecification: z.strictObject({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
  BillingMode: z.literal("PAY_PER_REQUEST"),
  DeletionProtectionEnabled: accepted,
  PointInTimeRecoverySpecification: accepted,
  SSESpecification: accepted,
  Tags: accepted,
});

export const lambdaFunction = z.strictObject({
  FunctionName: z.string().optional(),
  Handler: z.string(),
  /** Seconds. */
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.string()) }).optional(),
  ReservedConcurrentExecutions: z.number().min(1).optional(),
  Runtime: z.literal("nodejs24.x"),
  Architectures: accepted,
  Code: accepted,
  Description: accepted,
  LoggingConfig: accepted,
  Role: accepted,
  Tags: accepted,
  TracingConfig: accepted,
});

export const eventSourceMapping = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number().optional(),
  MaximumBatchingWindowInSeconds: accepted,
  FunctionResponseTypes: z.array(z.literal("ReportBatchItemFailures")).default([]),
  FilterCriteria: z
    .strictObject({
      Filters: z.array(
        z.strictObject({
          Pattern: z
            .string()
            .transform((json): unknown => JSON.parse(json))
            .pipe(eventPattern),
        }),
      ),
    })
    .default({ Filters: [] }),
  ScalingConfig: z.strictObject({ MaximumConcurrency: z.number() }).optional(),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.number().default(-1),
  MaximumRecordAgeInSeconds: z.number().default(-1),
  DestinationConfig: z.strictObject({ OnFailure: z.strictObject({ Destination: z.string() }).optional() }).optional(),
  StartingPosition: z.enum(["TRIM_HORIZON", "LATEST"]).optional(),
  Enabled: z.literal(true).optional(),
  Tags: accepted,
});

export const queue = z.strictObject({
  QueueName: z.string().optional(),
  VisibilityTimeout: z.number().default(30),
  DelaySeconds: z.number().default(0),
  RedrivePolicy: z.strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() }).optional(),
  RedriveAllowPolicy: accepted,
  MessageRetentionPeriod: accepted,
  ReceiveMessageWaitTimeSeconds: accepted,
  SqsManagedSseEnabled: accepted,
  KmsMasterKeyId: accepted,
  KmsDataKeyReusePeriodSeconds: accepted,
  Tags: accepted,
});

export const rule = z.strictObject({
  Name: z.string().optional(),
  Description: accepted,
  EventBusName: z.string().default("default"),
  EventPattern: eventPattern.optional(),
  ScheduleExpression: z.string().optional(),
  State: z.literal("ENABLED").default("ENABLED"),
  Targets: z.array(
    z.strictObject({
      Id: accepted,
      Arn: z.string(),
      /** JSON sent instead of the event. */
      Input: z.string().optional(),
      DeadLetterConfig: accepted,
      RetryPolicy: accepted,
    }),
  ),
  Tags: accepted,
});

export const integration = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal("AWS_PROXY"),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal("2.0"),
  TimeoutInMillis: z.number().default(30_000),
});

export const route = z.strictObject({
  ApiId: z.string(),
  AuthorizationType: z.literal("NONE").optional(),
  RouteKey: z.string(),
  Target: z.string().startsWith("integrations/"),
});

export const api = z.strictObject({
  Name: z.string(),
  ProtocolType: z.literal("HTTP"),
  DisableExecuteApiEndpoint: accepted,
  Description: accepted,
  Tags: accepted,
});

/** Whatever a user pool or its client is set to, at home people are picked from a list. */
export const anyProperties = z.record(z.string(), z.unknown());

export const eventBus = z.strictObject({ Name: z.string(), Description: accepted, KmsKeyIdentifier: accepted });

export const bucket = z.strictObject({
  BucketName: z.string().optional(),
  BucketEncryption: accepted,
  CorsConfiguration: accepted,
  LifecycleConfiguration: accepted,
  OwnershipControls: accepted,
  PublicAccessBlockConfiguration: accepted,
  VersioningConfiguration: accepted,
  Tags: accepted,
});

export const malwareProtectionPlan = z.strictObject({
  ProtectedResource: z.strictObject({ S3Bucket: z.strictObject({ BucketName: z.string() }) }),
  /** Tags on scanned objects: there are none at home. */
  Actions: z.strictObject({ Tagging: z.strictObject({ Status: z.literal("DISABLED") }) }).optional(),
  Role: accepted,
  Tags: accepted,
});

export const key = z.strictObject({
  /** Left out: a key that encrypts, which changes nothing at home. */
  KeySpec: z.literal("ECC_NIST_EDWARDS25519").optional(),
  KeyUsage: z.literal("SIGN_VERIFY").optional(),
  Description: accepted,
  EnableKeyRotation: accepted,
  KeyPolicy: accepted,
  PendingWindowInDays: accepted,
  Tags: accepted,
});

export const configurationSet = z.strictObject({
  Name: z.string().optional(),
  DeliveryOptions: accepted,
  ReputationOptions: accepted,
  SuppressionOptions: z.strictObject({ SuppressedReasons: z.array(z.enum(["BOUNCE", "COMPLAINT"])) }).optional(),
  Tags: accepted,
});

export const configurationSetEventDestination = z.strictObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.strictObject({
    Name: accepted,
    Enabled: z.boolean(),
    EventBridgeDestination: z.strictObject({ EventBusArn: z.string() }).optional(),
    CloudWatchDestination: accepted,
    MatchingEventTypes: z.array(z.string()),
  }),
});

export const emailIdentity = z.strictObject({
  EmailIdentity: z.string(),
  ConfigurationSetAttributes: accepted,
  DkimAttributes: accepted,
  FeedbackAttributes: accepted,
  MailFromAttributes: accepted,
  Tags: accepted,
});

export const secret = z.strictObject({
  Name: z.string().optional(),
  Description: accepted,
  KmsKeyId: accepted,
  Tags: accepted,
});
