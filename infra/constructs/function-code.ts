import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Code } from "aws-cdk-lib/aws-lambda";
import { buildSync } from "esbuild";

/** A function's source file, from the repository's root. It exports `handler`. */
export type Entry = `functions/${string}.ts`;

/** Gives the code and the handler's name for an entry; throws when the entry's file does not exist. */
export type FunctionCode = (entry: Entry) => { readonly code: Code; readonly handler: string };

/** The source as it is, for the local runtime and tests: nothing is built, and AWS would not run it. */
export function sourceCode(root: string): FunctionCode {
  return (entry) => {
    requireEntry(root, entry);
    return { code: Code.fromAsset(join(root, dirname(entry))), handler: `${basename(entry, ".ts")}.handler` };
  };
}

/**
 * The bundles AWS runs: all entries in one esbuild call, made the first time one is asked for (one call per function, as
 * NodejsFunction makes, takes 20-34 s for 40 functions). Each bundle is `<outdir>/<entry without .ts>/index.mjs`.
 */
export function bundledCode(root: string, entries: readonly Entry[], outdir: string): FunctionCode {
  let built = false;
  return (entry) => {
    if (!entries.includes(entry)) throw new Error(`${entry} is not among the entries to bundle.`);
    if (!built) {
      bundle(root, entries, outdir);
      built = true;
    }
    return { code: Code.fromAsset(join(outdir, withoutExtension(entry))), handler: "index.handler" };
  };
}

function bundle(root: string, entries: readonly Entry[], outdir: string): void {
  for (const entry of entries) requireEntry(root, entry);
  buildSync({
    absWorkingDir: root,
    entryPoints: entries.map((entry) => ({ in: entry, out: `${withoutExtension(entry)}/index` })),
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    mainFields: ["module", "main"],
    minify: true,
    legalComments: "none",
    // Stack traces name our files and lines; the sources themselves stay out of the zip.
    sourcemap: "linked",
    sourcesContent: false,
    // CommonJS packages inside an ES module still call require.
    banner: { js: 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);' },
    logLevel: "error",
  });
}

function withoutExtension(entry: Entry): string {
  return entry.slice(0, -".ts".length);
}

function requireEntry(root: string, entry: Entry): void {
  if (!existsSync(join(root, entry))) throw new Error(`Every function has its entry file: ${entry} does not exist.`);
}
