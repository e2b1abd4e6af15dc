import * as z from "zod";
import { stages } from "../../../infra/stages.ts";
import { loadJson } from "./read.ts";
import { run } from "./run.ts";

// `npm run verify-certificate -- FILE|URL`: what anybody can find out about a certificate, by an independent library.

/** The centre's own, and the one that runs on this machine. */
const hosts = Object.values(stages).flatMap(({ publicDomain }) => (publicDomain ? [`https://${publicDomain}`] : []));
const here = `http://localhost:${process.env["PORT"] ?? 3000}`;
const known = [...hosts, here].map((host) => `${host}/issuer`);

/** What was issued at home is judged by the runtime's clock, which the demo has moved forward by years. */
async function nowAt(issuer: string): Promise<Date> {
  if (issuer !== `${here}/issuer`) return new Date();
  const clock = z.object({ now: z.coerce.date() }).safeParse(await loadJson(`${here}/_local/clock`).catch(() => {}));
  return clock.data?.now ?? new Date();
}

const { exitCode, lines } = await run(process.argv.slice(2), known, nowAt);
for (const line of lines) console.log(line);
process.exitCode = exitCode;
