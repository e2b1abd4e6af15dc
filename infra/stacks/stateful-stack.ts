import { Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import {
  type Attribute,
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import { EventBus, Match } from "aws-cdk-lib/aws-events";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import { CfnSecret } from "aws-cdk-lib/aws-secretsmanager";
import type { Topic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { tableDefinition } from "#platform/dynamo/table-definition";
import { acknowledge } from "../constructs/acknowledge.ts";
import { alarmTopic } from "../constructs/alarm-topic.ts";
import { FileStore } from "../constructs/file-store.ts";
import { SignIn } from "../constructs/sign-in.ts";
import type { TableInUse } from "../foundation.ts";
import type { Stage } from "../stages.ts";

/** Everything that keeps state, apart from what is deployed often: replacing a resource here loses data. */
export class StatefulStack extends Stack {
  readonly dataKey: Key;
  readonly table: TableInUse;
  readonly bus: EventBus;
  readonly fileStore: FileStore;
  readonly certificateKey: Key;
  readonly surveyTable: Table;
  readonly surveyKey: Key;
  readonly stripeSecretArn: string;
  readonly signIn: SignIn;
  readonly alarmTopic: Topic;

  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage }) {
    super(scope, id, props);
    const { stage } = props;
    const { removalPolicy } = stage;
    // Participants' allergies are health data, and portfolios are their own: with a key of our own every use of it is logged and can be stopped.
    this.dataKey = new Key(this, "DataKey", { enableKeyRotation: true, removalPolicy });
    this.table = tableInUse(this, dataTable(this, this.dataKey, stage), stage);
    this.bus = new EventBus(this, "Bus");
    this.bus.archive("EventArchive", {
      eventPattern: { source: Match.prefix("smart.") },
      retention: Duration.days(stage.eventArchiveDays),
    });
    this.fileStore = new FileStore(this, "FileStore", { stage, dataKey: this.dataKey });
    this.certificateKey = certificateKey(this);
    this.surveyTable = surveyTable(this, this.dataKey, stage);
    this.surveyKey = surveyKey(this, stage);
    this.stripeSecretArn = stripeSecret(this, stage).ref;
    this.signIn = new SignIn(this, "SignIn", { stage });
    this.alarmTopic = alarmTopic(this, "Alarms", stage);
  }
}

function dataTable(scope: Construct, encryptionKey: Key, stage: Stage): Table {
  const table = new Table(scope, "Table", {
    partitionKey: stringKey(tableDefinition.partitionKey),
    sortKey: stringKey(tableDefinition.sortKey),
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    stream: StreamViewType[tableDefinition.streamView],
    timeToLiveAttribute: tableDefinition.timeToLive,
    deletionProtection: stage.deletionProtection,
    removalPolicy: stage.removalPolicy,
  });
  for (const [indexName, { partitionKey, sortKey }] of Object.entries(tableDefinition.indexes)) {
    table.addGlobalSecondaryIndex({
      indexName,
      partitionKey: stringKey(partitionKey),
      sortKey: stringKey(sortKey),
      projectionType: ProjectionType.ALL,
    });
  }
  return table;
}

/**
 * The table that everything works on: the template's own, or the one a restore has made. The first then stays as it is, and so
 * do its exports: CloudFormation refuses to remove what the other stacks still import while they are deployed one by one.
 */
function tableInUse(stack: Stack, own: Table, { restoredTable }: Stage): TableInUse {
  const { tableName, tableArn, tableStreamArn } = own;
  if (tableStreamArn === undefined) throw new Error("The outbox is read from the table's stream: turn it on.");
  if (restoredTable === undefined) return { tableName, tableArn, tableStreamArn };
  for (const value of [tableName, tableArn, tableStreamArn]) stack.exportValue(value);
  const { name, streamLabel } = restoredTable;
  const restoredArn = stack.formatArn({ service: "dynamodb", resource: "table", resourceName: name });
  return { tableName: name, tableArn: restoredArn, tableStreamArn: `${restoredArn}/stream/${streamLabel}` };
}

function stringKey(name: string): Attribute {
  return { name, type: AttributeType.STRING };
}

/**
 * The survey's answers, apart from everything else: no stream, no index and no time to live, which would each copy or date
 * what must tie nobody to an answer. Its backup goes back 35 days, and so far back a deleted answer can be had again.
 */
function surveyTable(scope: Construct, encryptionKey: Key, stage: Stage): Table {
  return new Table(scope, "SurveyAnswers", {
    partitionKey: stringKey(tableDefinition.partitionKey),
    sortKey: stringKey(tableDefinition.sortKey),
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    deletionProtection: stage.deletionProtection,
    removalPolicy: stage.removalPolicy,
  });
}

/** Wraps each study's own key. What reads results has no use of it. */
function surveyKey(scope: Construct, { removalPolicy }: Stage): Key {
  return new Key(scope, "SurveyKey", {
    description: "Wraps the key of each survey study, which tells whose answers are whose.",
    enableKeyRotation: true,
    removalPolicy,
  });
}

/** Signs certificates, which are checked for decades: it stays whatever becomes of its stack, in every stage. */
function certificateKey(scope: Construct): Key {
  return new Key(scope, "CertificateKey", {
    description: "Signs certificates (Ed25519). Replacing it needs its old public key to stay published.",
    keySpec: KeySpec.ECC_NIST_EDWARDS25519,
    keyUsage: KeyUsage.SIGN_VERIFY,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

/** Made empty: its value, `{"secretKey","webhookSecret"}`, is put in by hand and never passes through a template. */
function stripeSecret(scope: Construct, stage: Stage): CfnSecret {
  const secret = new CfnSecret(scope, "StripeSecret", {
    description: 'Stripe: {"secretKey":"...","webhookSecret":"..."}. See infra/README.md, "Deploying".',
  });
  secret.applyRemovalPolicy(stage.removalPolicy);
  acknowledge(
    secret,
    "AwsSolutions-SMG4",
    "Stripe's keys are made and rolled in Stripe: a rotation here would break them.",
  );
  return secret;
}
