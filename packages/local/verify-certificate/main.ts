import { stages } from "../../../infra/stages.ts";
import { run } from "./run.ts";

// `npm run verify-certificate -- FILE|URL`: what anybody can find out about a certificate, by an independent library.

/** The centre's own, and the one that runs on this machine. */
const hosts = Object.values(stages).flatMap(({ publicDomain }) => (publicDomain ? [`https://${publicDomain}`] : []));
const here = `http://localhost:${process.env["PORT"] ?? 3000}`;
const known = [...hosts, here].map((host) => `${host}/issuer`);

const { exitCode, lines } = await run(process.argv.slice(2), known, new Date());
for (const line of lines) console.log(line);
process.exitCode = exitCode;
