import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { eventSchemas } from "./event-schemas.ts";

// `npm run schemas`: each event's JSON Schema is committed beside it, and a test fails when they differ.

const root = join(import.meta.dirname, "../../..");
const schemas = await eventSchemas(root);
for (const { path, text } of schemas) writeFileSync(join(root, path), text);
console.log(`Wrote the schemas of ${schemas.length} events.`);
