import { StartFailure } from "#local/start-failure";
import { type StripeStandIn, startStripeStandIn } from "#local/stripe/server";
import type { Model } from "#local/template/model";

/** Where Stripe's webhook arrives: the payment context's route. */
const webhookPath = "/stripe/events";

/** Stripe, or what stands in for it. */
export interface StripeParty {
  /** Undefined with the real Stripe. */
  standIn: StripeStandIn | undefined;
  /** The secret that each function with `STRIPE_SECRET_ARN` asks for, by its ARN: in AWS it is put in by hand. */
  secrets(functions: Model["functions"]): Map<string, string>;
  stop(): Promise<void>;
}

/**
 * Starts the stand-in, unless `STRIPE_SECRET_KEY` names a real account.
 * @throws StartFailure for a live key, or a key without its webhook secret
 */
export async function startStripe(options: { apiUrl: string; now: () => number; port: number }): Promise<StripeParty> {
  const key = process.env["STRIPE_SECRET_KEY"];
  if (key === undefined) {
    const secret = { secretKey: "sk_test_local", webhookSecret: "whsec_local" };
    const webhookUrl = `${options.apiUrl}${webhookPath}`;
    const standIn = await startStripeStandIn({ ...secret, now: options.now, port: options.port, webhookUrl });
    return { standIn, secrets: (functions) => secretsOf(functions, secret), stop: () => standIn.stop() };
  }
  const webhookSecret = process.env["STRIPE_WEBHOOK_SECRET"];
  if (!key.startsWith("sk_test_") || webhookSecret === undefined) {
    throw new StartFailure(
      `STRIPE_SECRET_KEY must be a test key (sk_test_…), with STRIPE_WEBHOOK_SECRET as shown by: stripe listen --forward-to ${options.apiUrl}${webhookPath}`,
    );
  }
  return {
    standIn: undefined,
    secrets: (functions) => secretsOf(functions, { secretKey: key, webhookSecret }),
    stop: async () => {},
  };
}

function secretsOf(functions: Model["functions"], secret: { secretKey: string; webhookSecret: string }) {
  const arns = functions.flatMap((one) => one.properties.Environment?.Variables["STRIPE_SECRET_ARN"] ?? []);
  return new Map(arns.map((arn) => [arn, JSON.stringify(secret)]));
}
