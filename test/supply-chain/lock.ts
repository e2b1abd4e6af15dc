import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const Entry = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  /** It came inside another package's archive, whose integrity covers it. */
  inBundle: z.boolean().default(false),
  link: z.boolean().default(false),
  dev: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
});
const Dependencies = z.record(z.string(), z.string()).default({});
const kinds = ["dependencies", "devDependencies", "optionalDependencies"] as const;

const Lock = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(
    z.string(),
    Entry.extend({
      dependencies: Dependencies,
      devDependencies: Dependencies,
      optionalDependencies: Dependencies,
    }),
  ),
});
export type Lock = z.infer<typeof Lock>;

const Manifest = z.object({
  dependencies: Dependencies,
  devDependencies: Dependencies,
  optionalDependencies: Dependencies,
  allowScripts: z.record(z.string(), z.boolean()).default({}),
});
export type Manifest = z.infer<typeof Manifest>;

const root = join(import.meta.dirname, "../..");
const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), "utf8"));

export const readLock = (): Lock => Lock.parse(read("package-lock.json"));
export const readManifest = (): Manifest => Manifest.parse(read("package.json"));

/** A package as it is installed. */
export interface Installed extends z.infer<typeof Entry> {
  /** Where, from the repository's root: `node_modules/zod`. */
  readonly path: string;
  readonly name: string;
}

/** Everything that `npm ci` installs. */
export function installedBy({ packages }: Lock): readonly Installed[] {
  return Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, entry]) => ({ ...entry, path, name: path.slice(path.lastIndexOf("node_modules/") + 13) }));
}

const REGISTRY = "https://registry.npmjs.org/";

/** What is wrong with the locked dependencies, each in a sentence; none when all is well. */
export function lockFaults(manifest: Manifest, lock: Lock): string[] {
  return [...kinds.flatMap((kind) => manifestFaults(manifest, lock, kind)), ...installedFaults(manifest, lock)];
}

function manifestFaults(manifest: Manifest, lock: Lock, kind: (typeof kinds)[number]): string[] {
  const locked = lock.packages[""]?.[kind] ?? {};
  const names = new Set([...Object.keys(manifest[kind]), ...Object.keys(locked)]);
  return [...names].flatMap((name) => {
    const asked = manifest[kind][name];
    return [
      ...(asked === undefined || /^\d+\.\d+\.\d+$/.test(asked)
        ? []
        : [`${name} is asked for as "${asked}", not exactly.`]),
      ...(asked === locked[name] && (asked === undefined || asked === lock.packages[`node_modules/${name}`]?.version)
        ? []
        : [`${name} is not locked as package.json asks for it: npm install.`]),
    ];
  });
}

function installedFaults({ allowScripts }: Manifest, lock: Lock): string[] {
  return installedBy(lock).flatMap((one) => {
    const bundledIn = one.path.slice(0, Math.max(0, one.path.lastIndexOf("/node_modules/")));
    const covered = one.inBundle && bundledIn !== "" && bundledIn in lock.packages;
    return [
      ...(one.link ? [`${one.path} is a folder of this machine.`] : []),
      ...(one.resolved === undefined || one.resolved.startsWith(REGISTRY)
        ? []
        : [`${one.path} comes from ${one.resolved}, not from the public registry.`]),
      ...(covered || /^sha512-[A-Za-z0-9+/]{86}==$/.test(one.integrity ?? "")
        ? []
        : [`${one.path} has no sha512 to check it by.`]),
      ...(!one.hasInstallScript || allowScripts[one.name] ? [] : [`${one.path} runs a script when it is installed.`]),
    ];
  });
}
