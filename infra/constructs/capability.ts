import { Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { tableDefinition } from "#platform/dynamo/table-definition";
import type { Foundation, HttpFoundation } from "../foundation.ts";

/** What a function may do besides computing and logging. Each brings its environment and the least it may call. */
export type Capability =
  | "table"
  | "whole-table"
  | "stripe"
  | "send-mail"
  | "sign-in"
  | "links"
  | "municipality"
  | "seller"
  | "first-administrator"
  | "upload"
  | "quarantine"
  | "show-files"
  | "keep-files"
  | "erase-files"
  | "erase-uploads"
  | "certificate-key"
  | "survey-answers"
  | "survey-mail";

export interface Grant {
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: readonly PolicyStatement[];
  /** Resources of these statements that end in a wildcard: objects, which people name when they upload them. */
  readonly wildcards?: readonly string[];
}

const readActions = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"];
// A transaction asks for the permissions of its parts; it has none of its own.
const writeActions = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:ConditionCheckItem"];
const decryptActions = ["kms:Decrypt", "kms:DescribeKey"];
const encryptActions = ["kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"];

const grants: Readonly<Record<Capability, (foundation: HttpFoundation) => Grant>> = {
  table: tableGrant,
  // Besides "table": for what must look at every row, such as a recount. No request of a user's may.
  "whole-table": ({ table }) => ({ environment: {}, statements: [allow(["dynamodb:Scan"], [table.tableArn])] }),
  stripe: ({ stripeSecretArn }) => ({
    environment: { STRIPE_SECRET_ARN: stripeSecretArn },
    statements: [allow(["secretsmanager:GetSecretValue"], [stripeSecretArn])],
  }),
  "send-mail": ({ stage, mail }) => ({
    environment: { MAIL_SENDER: stage.mailSender, MAIL_CONFIGURATION_SET: mail.configurationSetName },
    statements: [allow(["ses:SendEmail"], [mail.identityArn, mail.configurationSetArn])],
  }),
  "sign-in": ({ signIn }) => ({
    environment: { OIDC_ISSUER: signIn.issuer, OIDC_AUDIENCE: signIn.audience },
    statements: [],
  }),
  links: ({ publicUrl }) => ({ environment: { PUBLIC_URL: publicUrl }, statements: [] }),
  seller: ({ stage }) => ({ environment: { SELLER: JSON.stringify(stage.seller) }, statements: [] }),
  "first-administrator": ({ stage }) => ({
    environment: { FIRST_ADMINISTRATOR: stage.firstAdministrator },
    statements: [],
  }),
  municipality: ({ stage }) => ({ environment: { MUNICIPALITY_DOMAIN: stage.municipalityDomain }, statements: [] }),
  // A presigned PUT may do what its signer may.
  upload: (foundation) => objectsGrant(foundation, "quarantine", ["s3:PutObject"], "*"),
  quarantine: (foundation) => {
    const grant = objectsGrant(foundation, "quarantine", ["s3:GetObject", "s3:DeleteObject"], "*");
    // Without it S3 answers "forbidden" for an object that isn't there, as when it was moved on before.
    const list = allow(["s3:ListBucket"], [foundation.fileStore.quarantine.bucketArn]);
    return { ...grant, statements: [...grant.statements, list] };
  },
  // A presigned GET may do what its signer may.
  "show-files": (foundation) => objectsGrant(foundation, "files", ["s3:GetObject"], "portfolio/*"),
  "keep-files": (foundation) => objectsGrant(foundation, "files", ["s3:PutObject"], "portfolio/*"),
  "erase-files": (foundation) => objectsGrant(foundation, "files", ["s3:DeleteObject"], "portfolio/*"),
  "erase-uploads": (foundation) => objectsGrant(foundation, "quarantine", ["s3:DeleteObject"], "*"),
  "certificate-key": ({ certificateKey }) => ({
    environment: { CERTIFICATE_KEY_ARN: certificateKey.keyArn },
    statements: [allow(["kms:Sign", "kms:GetPublicKey"], [certificateKey.keyArn])],
  }),
  // For what answers, mails and publishes. What reads results must never have it.
  "survey-answers": (foundation) => {
    const { surveyTable, surveyKey } = foundation;
    return {
      environment: { SURVEY_TABLE_NAME: surveyTable.tableName, SURVEY_KEY_ARN: surveyKey.keyArn },
      statements: [
        allow([...readActions, ...writeActions], [surveyTable.tableArn]),
        allowKey(foundation, "dynamodb", [...decryptActions, ...encryptActions]),
        allow(["kms:GenerateDataKey", "kms:Decrypt"], [surveyKey.keyArn]),
      ],
    };
  },
  // By a configuration set that tells nobody what became of a mail: who was reminded hadn't answered.
  "survey-mail": ({ stage, mail }) => ({
    environment: { MAIL_SENDER: stage.mailSender, MAIL_CONFIGURATION_SET: mail.quietConfigurationSetName },
    statements: [allow(["ses:SendEmail"], [mail.identityArn, mail.quietConfigurationSetArn])],
  }),
};

/** The environment and permissions of all the capabilities together. */
export function grantsOf(foundation: HttpFoundation, capabilities: readonly Capability[]): Grant {
  return merged(capabilities.map((capability) => grants[capability](foundation)));
}

function merged(all: readonly Grant[]): Grant {
  return {
    environment: Object.fromEntries(all.flatMap((grant) => Object.entries(grant.environment))),
    statements: all.flatMap((grant) => grant.statements),
    wildcards: all.flatMap((grant) => grant.wildcards ?? []),
  };
}

/** Reading the table's stream and putting its outbox rows on the bus: the publisher's, and nobody else's. */
export function publishingGrant(foundation: Foundation, streamArn: string): Grant {
  const { bus } = foundation;
  return {
    environment: { BUS_NAME: bus.eventBusName },
    statements: [
      allow(
        ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"],
        [streamArn],
      ),
      allowKey(foundation, "dynamodb", decryptActions),
      allow(["events:PutEvents"], [bus.eventBusArn]),
    ],
  };
}

function tableGrant(foundation: Foundation): Grant {
  const { table } = foundation;
  const indexes = Object.keys(tableDefinition.indexes).map((index) => `${table.tableArn}/index/${index}`);
  return {
    environment: { TABLE_NAME: table.tableName },
    statements: [
      allow([...readActions, ...writeActions], [table.tableArn]),
      allow(["dynamodb:Query"], indexes),
      allowKey(foundation, "dynamodb", [...decryptActions, ...encryptActions]),
    ],
  };
}

function allow(actions: readonly string[], resources: readonly string[]): PolicyStatement {
  return new PolicyStatement({ actions: [...actions], resources: [...resources] });
}

/** The key may be used only by way of the service that keeps the data, never on its own. */
function allowKey(
  { stage, dataKey }: Foundation,
  service: "dynamodb" | "s3",
  actions: readonly string[],
): PolicyStatement {
  return new PolicyStatement({
    actions: [...actions],
    resources: [dataKey.keyArn],
    conditions: { StringEquals: { "kms:ViaService": `${service}.${stage.region}.amazonaws.com` } },
  });
}

const bucketVariables = { quarantine: "QUARANTINE_BUCKET", files: "FILES_BUCKET" } as const;

/** Objects of one bucket, by a pattern. */
function objectsGrant(
  foundation: Foundation,
  which: keyof typeof bucketVariables,
  actions: readonly string[],
  objects: string,
): Grant {
  const bucket = foundation.fileStore[which];
  // As the other stack will read it, so that cdk-nag's finding can be named before the stacks are put together.
  const resource = `${Stack.of(bucket).exportValue(bucket.bucketArn)}/${objects}`;
  // What is deleted isn't decrypted.
  const opens = actions.some((action) => action !== "s3:DeleteObject");
  return {
    environment: { [bucketVariables[which]]: bucket.bucketName },
    statements: [
      allow(actions, [resource]),
      ...(opens ? [allowKey(foundation, "s3", ["kms:Decrypt", "kms:GenerateDataKey"])] : []),
    ],
    wildcards: [resource],
  };
}
