import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The text of `functions/site/designsystemet.json`: its licence, the default theme, then the components, as installed. */
export function designsystemetText(): string {
  const theme = import.meta.resolve("@digdir/designsystemet-css/theme.css");
  const components = import.meta.resolve("@digdir/designsystemet-css");
  // MIT asks for its notice in every copy, and every browser gets one.
  const notice = `/*! Designsystemet\n${read(new URL("../node_modules/@digdir/designsystemet-css/LICENSE", import.meta.url)).trim()}\n*/`;
  return `${JSON.stringify({ css: [notice, read(theme), read(components)].join("\n") })}\n`;
}

function read(file: string | URL): string {
  return readFileSync(fileURLToPath(file), "utf8");
}
