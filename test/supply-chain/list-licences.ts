import { typed } from "../../infra/operate/typed.ts";
import { licenceFaults, licenceLines, licenceTexts } from "./licences.ts";
import { readLock } from "./lock.ts";

// `npm run licences`: what we run, and under which licence. `-- --texts` prints the licences themselves.

const { values } = typed("npm run licences -- [--texts]", { options: { texts: { type: "boolean" } } });
const lock = readLock();
console.log((values.texts ? licenceTexts(lock) : licenceLines(lock)).join("\n"));
const faults = licenceFaults(lock);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
