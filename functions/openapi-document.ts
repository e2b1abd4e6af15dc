import { openApiDocument } from "#platform/openapi/document";
import manifest from "../package.json" with { type: "json" };
import { namedSchemas } from "./named-schemas.ts";
import { routeTables } from "./route-tables.ts";

/** The text of `functions/openapi.json`, as the routes of today make it. */
export function openApiText(): string {
  return `${JSON.stringify(openApiDocument(routeTables, namedSchemas, manifest.version), null, 2)}\n`;
}
