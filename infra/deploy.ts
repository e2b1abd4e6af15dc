import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { deploymentOf } from "./deployment.ts";
import { stages } from "./stages.ts";

// `npm run deploy -- --stage dev [stack ...]`: checks what a deployment needs, then runs the pinned CDK.

/** True when the SDK finds credentials where it always looks: environment, profile, single sign-on, the machine's role. */
async function hasCredentials(region: string): Promise<boolean> {
  try {
    await new DynamoDBClient({ region }).config.credentials();
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === "CredentialsProviderError") return false;
    throw error;
  }
}

async function deploy(): Promise<number> {
  const { stage, cdkArguments } = deploymentOf(process.argv.slice(2));
  if (!(await hasCredentials(stages[stage].region))) {
    throw new Error("There are no AWS credentials here: run `aws sso login`, or set AWS_PROFILE, and try again.");
  }
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
