import type { Faults } from "#local/faults";
import { StartFailure } from "#local/start-failure";
import { type StripeStandIn, startStripeStandIn } from "#local/stripe/server";
import type { Model } from "#local/template/model";

/** Where Stripe's webhook arrives: the payment context's route. */
const webhookPath = "/stripe/events";

/** A secret by its ARN, for the thread that asks for it. */
export type Secrets = (arn: string, thread: string | undefined) => string | undefined;

/** Stripe, or what stands in for it. */
export interface StripeParty {
  /** Undefined with the real Stripe. */
  standIn: StripeStandIn | undefined;
  /** The secret that each function with `STRIPE_SECRET_ARN` asks for: in AWS it is put in by hand. */
  secrets(functions: Model["functions"]): Secrets;
  stop(): Promise<void>;
}

/**
 * Starts the stand-in, unless `STRIPE_SECRET_KEY` names a real account.
 * @throws StartFailure for a live key, or a key without its webhook secret
 */
export async function startStripe(options: {
  apiUrl: string;
  now: () => number;
  port: number;
  faults: Faults;
}): Promise<StripeParty> {
  const key = process.env["STRIPE_SECRET_KEY"];
  if (key === undefined) {
    const secret = { secretKey: "sk_test_local", webhookSecret: "whsec_local" };
    const { apiUrl, ...rest } = options;
    const standIn = await startStripeStandIn({ ...secret, ...rest, webhookUrl: `${apiUrl}${webhookPath}` });
    // Each thread gets a key with its name: a call of its can then be broken, and it be ended at that call.
    const named = (thread = "") => ({ ...secret, secretKey: `${secret.secretKey}_${thread}` });
    return { standIn, secrets: (functions) => secretsOf(functions, named), stop: () => standIn.stop() };
  }
  const webhookSecret = process.env["STRIPE_WEBHOOK_SECRET"];
  if (!key.startsWith("sk_test_") || webhookSecret === undefined) {
    throw new StartFailure(
      `STRIPE_SECRET_KEY must be a test key (sk_test_…), with STRIPE_WEBHOOK_SECRET as shown by: stripe listen --forward-to ${options.apiUrl}${webhookPath}`,
    );
  }
  return {
    standIn: undefined,
    secrets: (functions) => secretsOf(functions, () => ({ secretKey: key, webhookSecret })),
    stop: async () => {},
  };
}

function secretsOf(
  functions: Model["functions"],
  secretFor: (thread: string | undefined) => { secretKey: string; webhookSecret: string },
): Secrets {
  const arns = new Set(functions.flatMap((one) => one.properties.Environment?.Variables["STRIPE_SECRET_ARN"] ?? []));
  return (arn, thread) => (arns.has(arn) ? JSON.stringify(secretFor(thread)) : undefined);
}
