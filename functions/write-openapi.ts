import { writeFileSync } from "node:fs";
import { openApiText } from "./openapi-document.ts";

// `npm run openapi`: the document is committed, and a test fails when it isn't what the routes make.

writeFileSync(new URL("openapi.json", import.meta.url), openApiText());
console.log("Wrote functions/openapi.json.");
