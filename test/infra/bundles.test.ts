import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import * as z from "zod";
import { synthesise } from "../../infra/synthesise.ts";
import { resourcesOf } from "../support/infra/resources.ts";

const outdir = mkdtempSync(join(tmpdir(), "smart-assembly-"));
afterAll(() => rmSync(outdir, { recursive: true }));

const assembly = synthesise({ stage: "dev", bundling: true, outdir });
const functions = resourcesOf(assembly, "AWS::Lambda::Function").map(({ Metadata, Properties }) => ({
  entry: z.string().parse(Metadata["smart:entry"]),
  folder: join(assembly.directory, z.string().parse(Metadata["aws:asset:path"])),
  handler: Properties["Handler"],
}));

test.each(functions)("the bundle of $entry is a module with its handler, a source map and nothing else", (fn) => {
  expect(fn.handler).toBe("index.handler");
  expect(readdirSync(fn.folder).toSorted()).toEqual(["index.mjs", "index.mjs.map"]);
  expect(readFileSync(join(fn.folder, "index.mjs"), "utf8")).toMatch(/export\{[\w$]+ as handler\};/);
});

test("each function has a bundle of its own", () => {
  expect(functions.length).toBeGreaterThan(0);
  expect(new Set(functions.map(({ folder }) => folder)).size).toBe(functions.length);
});
