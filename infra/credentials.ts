import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/**
 * Makes sure that the SDK finds credentials where it always looks: environment, profile, single sign-on, the machine's role.
 *
 * @throws an error whose message is one sentence for whoever typed the command
 */
export async function requireCredentials(region: string): Promise<void> {
  try {
    await new DynamoDBClient({ region }).config.credentials();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "CredentialsProviderError") throw error;
    throw new Error("There are no AWS credentials here: run `aws sso login`, or set AWS_PROFILE, and try again.");
  }
}
