import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Debian's two; the shell has no window to make, and opens a page in a third of the time. */
const BROWSERS = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

/** Starts Debian's Chromium without a window, or the one that `CHROMIUM` names. */
export function launchBrowser(): Promise<Browser> {
  const named = process.env["CHROMIUM"];
  const executablePath = (named ? [named] : BROWSERS).find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new Error(
      `No browser at ${named ?? BROWSERS.join(" or ")}: run "apt-get install chromium-headless-shell", or set CHROMIUM to where one is.`,
    );
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}
