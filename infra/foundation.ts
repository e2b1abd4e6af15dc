import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import type { EventBus } from "aws-cdk-lib/aws-events";
import type { Key } from "aws-cdk-lib/aws-kms";
import type { Topic } from "aws-cdk-lib/aws-sns";
import type { FileStore } from "./constructs/file-store.ts";
import type { FunctionCode } from "./constructs/function-code.ts";
import type { MailIdentity } from "./constructs/mail-identity.ts";
import type { SignIn } from "./constructs/sign-in.ts";
import type { Stage } from "./stages.ts";

/** What is said of the table to who works on it. */
export interface TableInUse {
  readonly tableName: string;
  readonly tableArn: string;
  readonly tableStreamArn: string;
}

/** What every service stack stands on: the stage, the code, and the resources that keep state. */
export interface Foundation {
  readonly stage: Stage;
  readonly code: FunctionCode;
  readonly table: TableInUse;
  /** Encrypts the table and the files. */
  readonly dataKey: Key;
  readonly fileStore: FileStore;
  /** Signs certificates: Ed25519. */
  readonly certificateKey: Key;
  /** The survey's answers, and the key that wraps each study's own. */
  readonly surveyTable: Omit<TableInUse, "tableStreamArn">;
  readonly surveyKey: Key;
  readonly bus: EventBus;
  readonly stripeSecretArn: string;
  readonly signIn: SignIn;
  readonly mail: MailIdentity;
  readonly alarmTopic: Topic;
}

/** A foundation with the HTTP API on it: what a context with routes needs. */
export interface HttpFoundation extends Foundation {
  readonly httpApi: HttpApi;
  /** Base of every link in mails and pages, without a slash at the end. */
  readonly publicUrl: string;
}
