import type { App } from "aws-cdk-lib";
import type { FunctionCode } from "./constructs/function-code.ts";
import type { Context } from "./context.ts";
import type { HttpFoundation } from "./foundation.ts";
import { ContextStack } from "./stacks/context-stack.ts";
import { HttpApiStack } from "./stacks/http-api-stack.ts";
import { MailStack } from "./stacks/mail-stack.ts";
import { PublisherStack } from "./stacks/publisher-stack.ts";
import { StatefulStack } from "./stacks/stateful-stack.ts";
import type { Stage } from "./stages.ts";

/** Puts all the stacks of a stage into the app: what keeps state, then one stack per context on top of it. */
export function compose(app: App, stage: Stage, contexts: readonly Context[], code: FunctionCode): void {
  const env = { region: stage.region, ...(stage.account === undefined ? {} : { account: stage.account }) };
  const name = (part: string) => `smart-${stage.name}-${part}`;
  const stateful = new StatefulStack(app, name("stateful"), { env, stage });
  const { alarmTopic } = stateful;
  const { mail } = new MailStack(app, name("mail"), { env, foundation: { stage, alarmTopic } });
  const { httpApi, publicUrl } = new HttpApiStack(app, name("http-api"), { env, foundation: { stage, alarmTopic } });
  const { dataKey, table, bus, fileStore, certificateKey, surveyTable, surveyKey, stripeSecretArn, signIn } = stateful;
  const foundation: HttpFoundation = {
    stage,
    code,
    dataKey,
    table,
    bus,
    fileStore,
    certificateKey,
    surveyTable,
    surveyKey,
    stripeSecretArn,
    signIn,
    mail,
    alarmTopic,
    httpApi,
    publicUrl,
  };
  new PublisherStack(app, name("publisher"), { env, foundation });
  for (const context of contexts) new ContextStack(app, name(context.name), { env, foundation, context });
}
