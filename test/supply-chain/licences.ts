import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Installed, installedBy, type Lock } from "./lock.ts";

/** Licences under which what we run may be used, changed and passed on, by their SPDX ids. All else needs a decision, and a row. */
const ALLOWED: ReadonlySet<string> = new Set([
  ...["MIT", "MIT-0", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause"],
  "Apache-2.0",
  "BlueOak-1.0.0", // As MIT, in plain words, with a grant of patents.
]);

/** Packages that don't say it in their package.json, and where they do. */
const STATED_ELSEWHERE: Readonly<Record<string, { readonly licence: string; readonly where: string }>> = {
  "png-js": { licence: "MIT", where: "its LICENSE file" },
};

/** What comes with us and isn't a package. */
const INCLUDED = [
  { name: "Noto Sans, Noto Serif", path: "packages/platform/pdf/fonts/OFL.txt", licence: "OFL-1.1" },
  {
    name: "contexts of credentials",
    path: "packages/platform/credentials/README.md",
    licence: "W3C and 1EdTech, as stated there",
  },
] as const;

interface Licensed {
  readonly name: string;
  readonly version: string;
  readonly licence: string | undefined;
}

/** What runs in production (and what it needs to run at home), by name; not the tools of development. */
function licensedIn(lock: Lock): readonly Licensed[] {
  return production(lock)
    .map(({ name, version = "", license }) => ({ name, version, licence: license ?? STATED_ELSEWHERE[name]?.licence }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Packages whose licence isn't allowed, each in a sentence. */
export function licenceFaults(lock: Lock): string[] {
  return licensedIn(lock).flatMap(({ name, licence }) =>
    licence !== undefined && isAllowed(licence)
      ? []
      : [`${name} has ${licence ?? "no licence"}: decide, and give it a row.`],
  );
}

/** Rows of the tables above that nothing needs any more. */
export function unusedRows(lock: Lock): string[] {
  const silent = new Set(
    production(lock)
      .filter(({ license }) => license === undefined)
      .map(({ name }) => name),
  );
  const missing = INCLUDED.filter(({ path }) => !existsSync(path)).map(({ path }) => path);
  return [...Object.keys(STATED_ELSEWHERE).filter((name) => !silent.has(name)), ...missing];
}

/** An SPDX expression of one level: any of `A OR B`, all of `A AND B`. */
function isAllowed(expression: string): boolean {
  const bare = expression.replace(/[()]/g, "");
  if (bare.includes(" OR ")) return bare.split(" OR ").some((one) => ALLOWED.has(one));
  return bare.split(" AND ").every((one) => ALLOWED.has(one));
}

/** The list people read. */
export function licenceLines(lock: Lock): string[] {
  const rows = licensedIn(lock).map(({ name, version, licence }) => `${licence ?? "none"}\t${name} ${version}`);
  return [...rows, ...INCLUDED.map(({ name, path, licence }) => `${licence}\t${name} (${path})`)];
}

/** The licences' own texts, for whoever hands the bundles to others: MIT and its like ask for the notice in every copy. */
export function licenceTexts(lock: Lock): string[] {
  return production(lock).map(({ name, version, path, license }) => {
    const file = existsSync(path) && readdirSync(path).find((entry) => /^(licen[sc]e|copying)/i.test(entry));
    const text = file ? readFileSync(join(path, file), "utf8").trim() : `${license}, with no text of its own.`;
    return `${name} ${version}\n\n${text}\n`;
  });
}

function production(lock: Lock): readonly Installed[] {
  return installedBy(lock).filter(({ dev }) => !dev);
}
