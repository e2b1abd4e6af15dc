import sans from "./fonts/sans.json" with { type: "json" };
import sansSemibold from "./fonts/sans-semibold.json" with { type: "json" };
import serif from "./fonts/serif.json" with { type: "json" };

const files = { sans, "sans-semibold": sansSemibold, serif };

export type FontName = keyof typeof files;

/** The fonts we draw with, as TrueType: Latin letters with all that Norwegian and the Sámi languages need. */
export const fonts: readonly { readonly name: FontName; readonly file: Buffer }[] = (
  ["sans", "sans-semibold", "serif"] as const
).map((name) => ({ name, file: Buffer.from(files[name].base64, "base64") }));
