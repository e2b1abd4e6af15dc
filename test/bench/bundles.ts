import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { newFolder } from "#test/shared-folder";
import { synthesise } from "../../infra/synthesise.ts";
import { report } from "./report.ts";

/** A hello handler with middy, Powertools' logger, the DynamoDB client and zod, minified (tooling.md). */
const FLOOR_KILOBYTES = 436;
const AT_MOST = 1.6;

/** Every function's bundle beside the floor. Above 1.6 times it, only what carries a large library that it needs. */
export async function benchBundles(): Promise<void> {
  const outdir = newFolder();
  synthesise({ stage: "dev", bundling: true, outdir });
  const bundles = join(outdir, "bundles");
  const files = readdirSync(bundles, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith("index.mjs"),
  );
  const figures = files.sort().map((name) => {
    const kilobytes = statSync(join(bundles, name)).size / 1000;
    const ratio = kilobytes / FLOOR_KILOBYTES;
    const text = readFileSync(join(bundles, name), "utf8");
    const carries = [
      text.includes("checkout/sessions") && "Stripe",
      text.includes("/v2/email/outbound-emails") && "SES",
      text.includes("RDFC-1.0") && "JSON-LD",
      text.includes("pdfuaid") && "PDFs and their fonts",
      text.includes("NoSuchBucket") && "S3",
      text.includes("Failed to parse PDF stream") && "a reader of PDFs",
    ];
    const why = carries.filter(Boolean).join(", ");
    const verdict = why ? `carries ${why}` : ratio > AT_MOST ? "TOO LARGE" : "";
    return [dirname(name), `${kilobytes.toFixed(0).padStart(5)} kB  ${ratio.toFixed(2)}  ${verdict}`] as const;
  });
  report(
    `Bundle size per function, beside the floor of ${FLOOR_KILOBYTES} kB`,
    `minified; at most ${AT_MOST} times the floor, but for those that carry a large library`,
    Object.fromEntries(figures),
  );
}
