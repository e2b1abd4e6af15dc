import { writeFileSync } from "node:fs";
import { designsystemetText } from "./designsystemet-text.ts";

// `npm run style`: Designsystemet's style sheets as a module, since neither Node nor a bundle can import CSS as text.

writeFileSync(new URL("site/designsystemet.json", import.meta.url), designsystemetText());
console.log("Wrote functions/site/designsystemet.json.");
