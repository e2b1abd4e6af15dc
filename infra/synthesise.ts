import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { App, type AppProps } from "aws-cdk-lib";
import type { CloudAssembly } from "aws-cdk-lib/cx-api";
import recommendedFlags from "aws-cdk-lib/recommended-feature-flags.json" with { type: "json" };
import { compose } from "./compose.ts";
import { bundledCode, sourceCode } from "./constructs/function-code.ts";
import { entriesOf } from "./context.ts";
import { contexts } from "./contexts.ts";
import { publisherEntry } from "./stacks/publisher-stack.ts";
import { type Stage, type StageName, stages } from "./stages.ts";

const bundlingStacks = "aws:cdk:bundling-stacks";
const root = fileURLToPath(new URL("..", import.meta.url));

interface SynthesiseOptions {
  readonly stage: StageName;
  /**
   * True makes the bundles AWS runs: a function's file is `<assembly>/<Metadata aws:asset:path>/index.mjs`. False leaves
   * the source: a function's file is named by its Metadata `smart:entry`, from the repository's root.
   */
  readonly bundling: boolean;
  /** As in the stage: to rehearse a restore. */
  readonly restoredTable?: Stage["restoredTable"];
  /** Where the assembly is written; a new temporary folder when left out. */
  readonly outdir?: string;
}

/** The templates of a stage's stacks. References between stacks are exports and `Fn::ImportValue`. */
export function synthesise({ stage, bundling, restoredTable, outdir }: SynthesiseOptions): CloudAssembly {
  const app = createApp({
    ...(outdir === undefined ? {} : { outdir }),
    context: bundling ? {} : { [bundlingStacks]: [] },
    // CloudFormation's own rules take 3 s, nine tenths of it all: `npm run synth` and a test check them.
    builtinCloudFormationValidation: false,
  });
  addStacks(app, { ...stages[stage], ...(restoredTable && { restoredTable }) });
  return app.synth();
}

/** An app with the feature flags CDK recommends to new projects: the same ones from the command line and from code. */
export function createApp(props: AppProps = {}): App {
  return new App({
    analyticsReporting: false,
    // Nothing reads them, and they are a quarter of a synthesis: where each construct was made, and all of them as a tree.
    stackTraces: false,
    treeMetadata: false,
    ...props,
    context: {
      ...recommendedFlags,
      // CloudFormation then refuses to remove what another stack still uses; weak references would break it instead.
      "@aws-cdk/core:defaultCrossStackReferences": "strong",
      "aws:cdk:enable-asset-metadata": true,
      ...props.context,
    },
  });
}

/** Adds a stage's stacks. The CDK's command line turns bundling off where it needs no code, as in `cdk list`. */
export function addStacks(app: App, stage: Stage): void {
  const bundling = app.node.tryGetContext(bundlingStacks)?.length !== 0;
  const entries = [publisherEntry, ...contexts.flatMap(entriesOf)];
  const code = bundling ? bundledCode(root, entries, join(app.outdir, "bundles")) : sourceCode(root);
  compose(app, stage, contexts, code);
}
