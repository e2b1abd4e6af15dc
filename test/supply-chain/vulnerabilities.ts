import * as z from "zod";
import { type Installed, installedBy, type Lock } from "./lock.ts";

/** https://google.github.io/osv.dev/post-v1-querybatch: at most 1,000 questions a request. */
const QUESTIONS_A_REQUEST = 1000;
const PATIENCE_MILLISECONDS = 20_000;

const Found = z.object({
  results: z.array(z.object({ vulns: z.array(z.object({ id: z.string() })).default([]) })),
});
const Told = z.object({
  id: z.string(),
  summary: z.string().default("no summary"),
  database_specific: z.object({ severity: z.string().optional() }).default({}),
  affected: z
    .array(
      z.object({
        package: z.object({ name: z.string() }),
        ranges: z.array(z.object({ events: z.array(z.record(z.string(), z.string())).default([]) })).default([]),
      }),
    )
    .default([]),
});

/** What is known of one package's version. */
interface Vulnerability {
  readonly of: Installed;
  readonly id: string;
  readonly summary: string;
  readonly severity: string;
  /** Versions that mend it. */
  readonly mendedIn: readonly string[];
}

/** What the command says, and its exit code: 0 nothing is known, 1 something is, 2 nobody could be asked. */
export interface Outcome {
  readonly code: 0 | 1 | 2;
  readonly lines: readonly string[];
}

/**
 * Asks OSV (https://osv.dev), which has GitHub's, npm's and others' reports, about every locked version. `npm audit` asks the
 * registry that one installs from, and mirrors don't answer it.
 */
export async function knownVulnerabilities(lock: Lock, osv: string): Promise<Outcome> {
  const installed = installedBy(lock);
  try {
    const found = await ask(installed, osv);
    if (found.length === 0)
      return { code: 0, lines: [`Nothing is known against any of ${installed.length} packages.`] };
    return { code: 1, lines: [...found.map(line), `${found.length} in ${installed.length} packages.`] };
  } catch (error) {
    const why = error instanceof z.ZodError ? "its answer is none we know" : describe(error);
    return {
      code: 2,
      lines: [`Nobody could be asked: ${osv} does not answer (${why}). Try again where it can be reached.`],
    };
  }
}

async function ask(installed: readonly Installed[], osv: string): Promise<Vulnerability[]> {
  const found: Vulnerability[] = [];
  for (let from = 0; from < installed.length; from += QUESTIONS_A_REQUEST) {
    const asked = installed.slice(from, from + QUESTIONS_A_REQUEST);
    const queries = asked.map(({ name, version }) => ({ package: { name, ecosystem: "npm" }, version }));
    const body = JSON.stringify({ queries });
    const { results } = Found.parse(await fetchJson(`${osv}/v1/querybatch`, { method: "POST", body }));
    if (results.length !== asked.length) throw new Error("it answered other questions than were asked");
    for (const [index, of] of asked.entries()) {
      for (const { id } of results[index]?.vulns ?? []) found.push(await toldOf(of, id, osv));
    }
  }
  return found;
}

async function toldOf(of: Installed, id: string, osv: string): Promise<Vulnerability> {
  const told = Told.parse(await fetchJson(`${osv}/v1/vulns/${id}`));
  const ours = told.affected.filter((one) => one.package.name === of.name).flatMap(({ ranges }) => ranges);
  const mendedIn = ours.flatMap(({ events }) => events.flatMap(({ fixed }) => fixed ?? []));
  return { of, id, summary: told.summary, severity: told.database_specific.severity ?? "unrated", mendedIn };
}

async function fetchJson(url: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}

function line({ of, id, summary, severity, mendedIn }: Vulnerability): string {
  const where = of.dev ? "development only" : "production";
  const mended = mendedIn.length > 0 ? `mended in ${[...new Set(mendedIn)].join(" and ")}` : "not mended yet";
  return `${severity.toLowerCase()}\t${of.name} ${of.version} (${where}): ${summary} ${id}, ${mended}`;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
