import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Runtime, RuntimeOptions } from "#local/runtime";
import { seededPeople, seedRuntime } from "#local/seed/seed-runtime";
import { startRuntime } from "#local/start-runtime";
import type { StripeStandIn } from "#local/stripe/server";
import { synthesise } from "../../infra/synthesise.ts";

/** The product running at home, with Stripe's stand-in. */
export interface Product extends Runtime {
  readonly stripe: StripeStandIn;
}

/**
 * Starts the whole product from the CDK app's template: own ports, own seeded data, own mail folder. Stop it when done.
 * `bundling` runs the bundles that are deployed instead of the sources.
 */
export async function startProduct(
  options: Pick<RuntimeOptions, "concurrency" | "faults" | "onWrite" | "seed" | "restoredTable"> & {
    bundling?: boolean;
  } = {},
): Promise<Product> {
  const { bundling = false, ...rest } = options;
  const { restoredTable: name } = rest;
  const restored = name === undefined ? {} : { restoredTable: { name, streamLabel: "local" } };
  const { directory } = synthesise({ stage: "dev", bundling, ...restored });
  const runtime = await startRuntime({
    assembly: directory,
    code: bundling
      ? { from: "bundles", assembly: directory }
      : { from: "sources", root: join(import.meta.dirname, "../..") },
    mailFolder: mkdtempSync(join(tmpdir(), "smart-mail-")),
    people: seededPeople,
    seed: seedRuntime,
    ...rest,
  });
  const { stripe } = runtime;
  if (stripe === undefined) throw new Error("The tests need Stripe's stand-in: unset STRIPE_SECRET_KEY.");
  return { ...runtime, stripe };
}
