import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import manifest from "../../package.json" with { type: "json" };

/** Source files by their path from the root. */
export type Sources = ReadonlyMap<string, string>;

export interface Import {
  readonly from: string;
  /** A file's path from the root, or the name of a package. */
  readonly to: string;
}

const root = join(import.meta.dirname, "../..");

/** Every file that git knows or would take, by its path. */
export function allFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  return listed.split("\n").filter((path) => path !== "" && existsSync(join(root, path)));
}

/** The repository's TypeScript. */
export function sourcesOfRepository(): Sources {
  const paths = allFiles().filter((path) => path.endsWith(".ts"));
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

/** Every import and re-export of the sources, resolved: relative ones and `#…` to files, the rest to packages. */
export function importsOf(sources: Sources): Import[] {
  return [...sources].flatMap(([from, text]) =>
    specifiersOf(text).map((specifier) => ({ from, to: resolve(from, specifier) })),
  );
}

const SPECIFIERS = [
  /\b(?:import|export)\s[^"'`;]*?\bfrom\s*"([^"]+)"/g,
  /\bimport\s*"([^"]+)"/g,
  /\bimport\(\s*"([^"]+)"/g,
];

function specifiersOf(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  return SPECIFIERS.flatMap((pattern) => [...code.matchAll(pattern)].flatMap(([, specifier]) => specifier ?? []));
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith(".")) return posix.join(posix.dirname(from), specifier);
  for (const [door, target] of Object.entries(manifest.imports)) {
    const prefix = door.slice(0, -1);
    if (specifier.startsWith(prefix)) return posix.normalize(target.replace("*", specifier.slice(prefix.length)));
  }
  return packageOf(specifier);
}

function packageOf(specifier: string): string {
  if (specifier.startsWith("node:")) return specifier;
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
