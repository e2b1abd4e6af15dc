import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import * as z from "zod";

const StripeSecret = z.object({ secretKey: z.string().min(1), webhookSecret: z.string().min(1) });

/** Stripe's keys, read once when a function starts. @throws when the secret is empty or not of this shape */
export async function stripeSecret(arn: string): Promise<z.infer<typeof StripeSecret>> {
  const { SecretString } = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: arn }));
  return StripeSecret.parse(JSON.parse(SecretString ?? "{}"));
}
