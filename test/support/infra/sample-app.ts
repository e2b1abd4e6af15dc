import type { App } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { compose } from "../../../infra/compose.ts";
import type { FunctionCode } from "../../../infra/constructs/function-code.ts";
import type { Context } from "../../../infra/context.ts";
import { type Stage, type StageName, stages } from "../../../infra/stages.ts";
import { createApp } from "../../../infra/synthesise.ts";

/** A context with every part and every capability there is. */
const sampleContext: Context = {
  name: "sample",
  api: {
    routes: [
      { method: "GET", path: "/samples/{sampleId}" },
      { method: "POST", path: "/samples" },
    ],
    catchesAll: true,
    uses: ["table", "stripe", "sign-in", "links", "municipality", "upload", "certificate-key"],
    usersLose: "Nobody can see a sample.",
  },
  consumer: {
    consumedEvents: ["ordering.order-confirmed.v1", "payment.payment-captured.v1"],
    serviceEvents: ["Email Bounced", "GuardDuty Malware Protection Object Scan Result"],
    uses: ["table", "send-mail", "quarantine", "keep-files"],
    usersLose: "Nobody gets a sample by mail.",
    maxConcurrency: 2,
  },
  attention: { events: ["sample.sample-lost.v1"], usersLose: "Nobody gets the lost sample." },
  sweep: { uses: ["table"], usersLose: "Samples that are due are not sent." },
};

const inlineCode: FunctionCode = () => ({
  code: Code.fromInline("exports.handler=()=>({})"),
  handler: "index.handler",
});

/** All stacks of a stage, with the sample context in place of the real ones. */
export function sampleApp(
  stage: StageName = "dev",
  contexts: readonly Context[] = [sampleContext],
  restoredTable?: Stage["restoredTable"],
): App {
  const app = createApp({ builtinCloudFormationValidation: false });
  compose(app, { ...stages[stage], ...(restoredTable && { restoredTable }) }, contexts, inlineCode);
  return app;
}
