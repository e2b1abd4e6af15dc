import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The text of `functions/site/designsystemet.json`: the default theme, then the components, as installed. */
export function designsystemetText(): string {
  const css = ["@digdir/designsystemet-css/theme.css", "@digdir/designsystemet-css"].map((file) =>
    readFileSync(fileURLToPath(import.meta.resolve(file)), "utf8"),
  );
  return `${JSON.stringify({ css: css.join("\n") })}\n`;
}
