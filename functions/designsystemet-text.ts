import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The text of `functions/site/designsystemet.json`: the default theme, then the components, as installed. */
export function designsystemetText(): string {
  const files = [
    import.meta.resolve("@digdir/designsystemet-css/theme.css"),
    import.meta.resolve("@digdir/designsystemet-css"),
  ];
  const css = files.map((file) => readFileSync(fileURLToPath(file), "utf8"));
  return `${JSON.stringify({ css: css.join("\n") })}\n`;
}
