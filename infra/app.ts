import { isStageName, stages } from "./stages.ts";
import { addStacks, createApp } from "./synthesise.ts";

// The entry for the CDK's command line (cdk.json): `cdk synth --context stage=prod`. Without a stage it is dev.
const app = createApp();
const stage: unknown = app.node.tryGetContext("stage") ?? "dev";
if (!isStageName(stage)) throw new Error(`There is no stage "${stage}": choose ${Object.keys(stages).join(" or ")}.`);
addStacks(app, stages[stage]);
app.synth();
