import { readLock } from "./lock.ts";
import { knownVulnerabilities } from "./vulnerabilities.ts";

// `npm run vulnerabilities`: needs the network, so it is no part of `npm cit`. Exit code 1: something is known; 2: nobody answered.

const { code, lines } = await knownVulnerabilities(readLock(), process.env["OSV_URL"] ?? "https://api.osv.dev");
for (const line of lines) (code === 2 ? console.error : console.log)(line);
process.exitCode = code;
