import { licenceFaults, licenceLines, licenceTexts } from "./licences.ts";
import { readLock } from "./lock.ts";

// `npm run licences`: what we run, and under which licence. `-- --texts` prints the licences themselves.

const lock = readLock();
const texts = process.argv.includes("--texts");
console.log((texts ? licenceTexts(lock) : licenceLines(lock)).join("\n"));
const faults = licenceFaults(lock);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
