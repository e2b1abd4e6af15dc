import { existsSync } from "node:fs";
import { join } from "node:path";
import { locks } from "node:worker_threads";
import type { Runtime, RuntimeOptions } from "#local/runtime";
import { seededPeople, seedRuntime } from "#local/seed/seed-runtime";
import { startRuntime } from "#local/start-runtime";
import type { StripeStandIn } from "#local/stripe/server";
import { newFolder, sharedFolder } from "./shared-folder.ts";

/** The product running at home, with Stripe's stand-in. */
export interface Product extends Runtime {
  readonly stripe: StripeStandIn;
}

interface Assembling {
  readonly bundling: boolean;
  readonly restoredTable: string | undefined;
}

/** The folder of the synthesised CDK app. */
async function assemblyOf({ bundling, restoredTable }: Assembling): Promise<string> {
  const outdir = join(sharedFolder, `${bundling ? "bundles" : "sources"}-${restoredTable ?? "original"}`);
  await locks.request(outdir, async () => {
    if (existsSync(join(outdir, "manifest.json"))) return;
    // The CDK takes a second to load.
    const { synthesise } = await import("../../infra/synthesise.ts");
    const restored = restoredTable && { restoredTable: { name: restoredTable, streamLabel: "local" } };
    synthesise({ stage: "dev", bundling, outdir, ...restored });
  });
  return outdir;
}

/**
 * Starts the whole product from the CDK app's template: own ports, own seeded data, own mail folder. Stop it when done.
 * `bundling` runs the bundles that are deployed instead of the sources.
 */
export async function startProduct(
  options: Pick<RuntimeOptions, "concurrency" | "faults" | "onWrite" | "seed" | "restoredTable" | "unscheduled"> & {
    bundling?: boolean;
  } = {},
): Promise<Product> {
  const { bundling = false, ...rest } = options;
  const assembly = await assemblyOf({ bundling, restoredTable: rest.restoredTable });
  const runtime = await startRuntime({
    assembly,
    code: bundling
      ? { from: "bundles", assembly }
      : {
          from: "sources",
          root: join(import.meta.dirname, "../.."),
          builtFolder: join(sharedFolder, "functions"),
        },
    mailFolder: newFolder(),
    people: seededPeople,
    seed: seedRuntime,
    ...rest,
  });
  const { stripe } = runtime;
  if (stripe === undefined) throw new Error("The tests need Stripe's stand-in: unset STRIPE_SECRET_KEY.");
  return { ...runtime, stripe };
}
