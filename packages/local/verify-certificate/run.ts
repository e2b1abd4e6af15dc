import { parseArgs } from "node:util";
import { check, type Finding, type Findings, issuerOf, verdict } from "./check.ts";
import { loadJson, readCredential, readJson, Unreadable } from "./read.ts";

const USAGE = `npm run verify-certificate -- FILE|URL [options]

  --issuer URL        an issuer that is known; more than one may be given
  --status-list FILE  the status list, a file or an address; left out, it is fetched
  --at TIME           as things are at this time (ISO 8601); left out, now

Exit code: 0 when it is valid, 1 when it is not, 2 when that can't be told.`;

export interface Ran {
  readonly exitCode: 0 | 1 | 2;
  readonly lines: readonly string[];
}

/**
 * Verifies what the command line names.
 *
 * @param knownIssuers known without being named
 * @param nowAt the time where an issuer is: the runtime at home has a clock of its own
 */
export async function run(
  args: readonly string[],
  knownIssuers: readonly string[],
  nowAt: (issuer: string) => Promise<Date>,
): Promise<Ran> {
  try {
    const { source, statusList, issuers, at } = optionsOf(args);
    const credential = await readCredential(source);
    const findings = await check(credential, {
      load: loadJson,
      known: [...knownIssuers, ...issuers],
      ...(statusList !== undefined && { statusList: await readJson(statusList) }),
      now: at ?? (await nowAt(issuerOf(credential))).toISOString(),
    });
    return { exitCode: exitCodeOf(findings), lines: linesOf(findings) };
  } catch (error) {
    if (error instanceof Unreadable) return { exitCode: 2, lines: [error.message] };
    throw error;
  }
}

function optionsOf(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        issuer: { type: "string", multiple: true },
        "status-list": { type: "string" },
        at: { type: "string" },
      },
    });
    const [source, ...more] = positionals;
    if (source === undefined || more.length > 0) throw new Unreadable(USAGE);
    const { at } = values;
    if (at !== undefined && Number.isNaN(Date.parse(at))) throw new Unreadable(`${at} is no time, such as 2027-06-10.`);
    return { source, statusList: values["status-list"], issuers: values.issuer ?? [], at };
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(USAGE);
  }
}

function exitCodeOf(findings: Findings): Ran["exitCode"] {
  const found = verdict(findings);
  if (found === "unknown") return 2;
  return found ? 0 : 1;
}

/** Four lines, one for each question. */
function linesOf({ signature, expiry, status, issuer }: Findings): string[] {
  const line = (name: string, { answer, because }: Finding) =>
    `${name.padEnd(10)} ${(answer === "unknown" ? "unknown" : answer ? "ok" : "not ok").padEnd(8)} ${because}`;
  return [line("Signature", signature), line("Expiry", expiry), line("Status", status), line("Issuer", issuer)];
}
