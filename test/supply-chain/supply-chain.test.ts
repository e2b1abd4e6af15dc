import { describe, expect, test } from "vitest";
import { count } from "#test/counts";
import { licenceFaults, licenceLines, licenceTexts, unusedRows } from "./licences.ts";
import { installedBy, type Lock, lockFaults, type Manifest, readLock, readManifest } from "./lock.ts";

const lock = readLock();
const manifest = readManifest();

test("every package is locked: exact, of the public registry, checked by a sha512, and runs nothing when installed", (test) => {
  expect(lockFaults(manifest, lock)).toEqual([]);
  count(test, "packages whose lock is checked", installedBy(lock).length);
  expect(installedBy(lock).length).toBeGreaterThan(200);
});

test("everything that runs in production has a licence that lets us", () => {
  expect(licenceFaults(lock)).toEqual([]);
  expect(unusedRows(lock)).toEqual([]);
  expect(licenceLines(lock)).toContain("MIT\tzod 4.6.7");
  expect(licenceTexts(lock).join()).toContain("Copyright (c) 2025 Colin McDonnell");
});

const sha512 = `sha512-${"a".repeat(86)}==`;

/** A lock of one package, as it ought to be but for some properties. */
function locked(
  more: Partial<Lock["packages"][string]>,
  path = "node_modules/thing",
): { manifest: Manifest; lock: Lock } {
  const nothing = { dependencies: {}, devDependencies: {}, optionalDependencies: {} };
  const entry = { inBundle: false, link: false, dev: false, hasInstallScript: false, ...nothing };
  const manifest = { ...nothing, dependencies: { thing: "1.0.0" }, allowScripts: { builder: true } };
  const own = { ...entry, dependencies: manifest.dependencies };
  const thing = { ...entry, version: "1.0.0", integrity: sha512, license: "MIT" };
  const packages = { "": own, "node_modules/thing": thing };
  return { manifest, lock: { lockfileVersion: 3, packages: { ...packages, [path]: { ...thing, ...more } } } };
}

describe("a careless dependency is found:", () => {
  test.each([
    ["nothing is wrong", {}, []],
    ["no integrity", { integrity: undefined }, ["node_modules/thing has no sha512 to check it by."]],
    ["a weak one", { integrity: "sha1-abc=" }, ["node_modules/thing has no sha512 to check it by."]],
    [
      "another registry",
      { resolved: "https://npm.example.no/thing.tgz" },
      ["node_modules/thing comes from https://npm.example.no/thing.tgz, not from the public registry."],
    ],
    [
      "git",
      { resolved: "git+ssh://git@github.com/a/thing.git#main" },
      ["node_modules/thing comes from git+ssh://git@github.com/a/thing.git#main, not from the public registry."],
    ],
    ["a folder", { link: true }, ["node_modules/thing is a folder of this machine."]],
    ["an install script", { hasInstallScript: true }, ["node_modules/thing runs a script when it is installed."]],
    [
      "another version than asked for",
      { version: "1.0.1" },
      ["thing is not locked as package.json asks for it: npm install."],
    ],
  ] as const)("%s", (_, more, found) => {
    const { manifest, lock } = locked(more);
    expect(lockFaults(manifest, lock)).toEqual(found);
  });

  test.each([
    ["a script that is allowed", { hasInstallScript: true }, "node_modules/builder", []],
    [
      "one inside another's archive",
      { integrity: undefined, inBundle: true },
      "node_modules/thing/node_modules/part",
      [],
    ],
    [
      "one that only says so",
      { integrity: undefined, inBundle: true },
      "node_modules/part",
      ["node_modules/part has no sha512 to check it by."],
    ],
  ] as const)("%s", (_, more, path, found) => {
    const { manifest, lock } = locked(more, path);
    expect(lockFaults(manifest, lock)).toEqual(found);
  });

  test("a range, and one that was never locked", () => {
    const { manifest, lock } = locked({});
    const asks = { ...manifest, dependencies: { thing: "^1.0.0" }, devDependencies: { other: "2.0.0" } };
    expect(lockFaults(asks, lock)).toEqual([
      'thing is asked for as "^1.0.0", not exactly.',
      "thing is not locked as package.json asks for it: npm install.",
      "other is not locked as package.json asks for it: npm install.",
    ]);
  });

  test.each([
    ["MIT", []],
    ["(MIT OR GPL-3.0-only)", []],
    ["MIT AND GPL-3.0-only", ["thing has MIT AND GPL-3.0-only: decide, and give it a row."]],
    ["SSPL-1.0", ["thing has SSPL-1.0: decide, and give it a row."]],
    [undefined, ["thing has no licence: decide, and give it a row."]],
  ])("the licence %s", (license, found) => {
    expect(licenceFaults(locked({ license }).lock)).toEqual(found);
  });

  test("but a tool's licence binds nobody who runs us", () => {
    expect(licenceFaults(locked({ license: "SSPL-1.0", dev: true }).lock)).toEqual([]);
  });
});
