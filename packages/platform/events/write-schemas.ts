import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eventSchemas } from "./event-schemas.ts";
import { incompatibilities } from "./schema-change.ts";

// `npm run schemas`: each event's JSON Schema is committed beside it, and a test fails when they differ. One that was published
// is not overwritten by what its consumers and its messages under way would not understand.

const root = join(import.meta.dirname, "../../..");
const schemas = await eventSchemas(root);
const refused = schemas.flatMap(({ path, text, definition }) => {
  const file = join(root, path);
  const reasons = existsSync(file) ? incompatibilities(JSON.parse(readFileSync(file, "utf8")), JSON.parse(text)) : [];
  if (reasons.length === 0) writeFileSync(file, text);
  return reasons.map((reason) => `${definition.type}: ${reason}.`);
});
console.log(`Wrote the schemas of ${schemas.length} events.`);
if (refused.length > 0) {
  console.error(
    `${refused.join("\n")}\nMake it a new version (README, "Add an event version"); or, if it was never deployed, delete its schema first.`,
  );
  process.exitCode = 1;
}
