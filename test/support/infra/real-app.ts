import type { App } from "aws-cdk-lib";
import { type StageName, stages } from "../../../infra/stages.ts";
import { addStacks, createApp } from "../../../infra/synthesise.ts";

/** The app as it is deployed, but from source: nothing is bundled. Synthesis is fast without CloudFormation's own rules. */
export function realApp(stage: StageName, builtinCloudFormationValidation = false): App {
  const app = createApp({ builtinCloudFormationValidation, context: { "aws:cdk:bundling-stacks": [] } });
  addStacks(app, stages[stage]);
  return app;
}
