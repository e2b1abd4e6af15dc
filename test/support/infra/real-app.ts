import type { App } from "aws-cdk-lib";
import type { StageName } from "../../../infra/stages.ts";
import { addStacks, createApp } from "../../../infra/synthesise.ts";

/** The app as it is deployed, but from source: nothing is bundled. */
export function realApp(stage: StageName): App {
  const app = createApp({ context: { "aws:cdk:bundling-stacks": [] } });
  addStacks(app, stage);
  return app;
}
