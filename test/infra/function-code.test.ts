import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundledCode, sourceCode } from "../../infra/constructs/function-code.ts";

let root = "";

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "smart-bundle-"));
  mkdirSync(join(root, "functions/sample"), { recursive: true });
  writeFileSync(join(root, "functions/sample/greeting.cjs"), 'module.exports = require("node:os").EOL + "hei";');
  writeFileSync(
    join(root, "functions/sample/api.ts"),
    'import greeting from "./greeting.cjs";\nexport const handler = (): string => greeting.trim();\n',
  );
});

afterAll(() => rmSync(root, { recursive: true }));

test("a bundle is one ES module that brings all it needs, with a source map that leaves the sources out", async () => {
  const outdir = join(root, "bundles");
  expect(bundledCode(root, ["functions/sample/api.ts"], outdir)("functions/sample/api.ts").handler).toBe(
    "index.handler",
  );
  const { handler } = await import(pathToFileURL(join(outdir, "functions/sample/api/index.mjs")).href);
  expect(handler()).toBe("hei");
  const map = JSON.parse(readFileSync(join(outdir, "functions/sample/api/index.mjs.map"), "utf8"));
  expect(map).not.toHaveProperty("sourcesContent");
  expect(map.sources).toContain("../../../../functions/sample/api.ts");
});

test("all entries are bundled at once, when the first is asked for", () => {
  const outdir = join(root, "once");
  const code = bundledCode(root, ["functions/sample/api.ts"], outdir);
  code("functions/sample/api.ts");
  const bundle = join(outdir, "functions/sample/api/index.mjs");
  writeFileSync(bundle, "not built again");
  code("functions/sample/api.ts");
  expect(readFileSync(bundle, "utf8")).toBe("not built again");
});

test("with bundling off the handler is in the source file", () => {
  expect(sourceCode(root)("functions/sample/api.ts").handler).toBe("api.handler");
});

test("every function has its entry file, or nothing is synthesised", () => {
  const says = "Every function has its entry file: functions/sample/sweep.ts does not exist.";
  expect(() => sourceCode(root)("functions/sample/sweep.ts")).toThrow(says);
  const code = bundledCode(root, ["functions/sample/sweep.ts"], join(root, "missing"));
  expect(() => code("functions/sample/sweep.ts")).toThrow(says);
});
