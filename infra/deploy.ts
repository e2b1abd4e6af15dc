import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { requireCredentials } from "./credentials.ts";
import { deploymentOf } from "./deployment.ts";
import { stages } from "./stages.ts";

// `npm run deploy -- --stage dev [stack ...]`: checks what a deployment needs, then runs the pinned CDK.

async function deploy(): Promise<number> {
  const { stage, cdkArguments } = deploymentOf(process.argv.slice(2));
  await requireCredentials(stages[stage].region);
  const cdk = join(import.meta.dirname, "../node_modules/aws-cdk/bin/cdk");
  const { status, error } = spawnSync(process.execPath, [cdk, ...cdkArguments], { stdio: "inherit" });
  if (error) throw error;
  return status ?? 1;
}

try {
  process.exitCode = await deploy();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
