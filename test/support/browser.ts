import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** Starts Debian's Chromium without a window, or the one that `CHROMIUM` names. */
export function launchBrowser(): Promise<Browser> {
  if (!existsSync(executablePath))
    throw new Error(
      `No browser at ${executablePath}: run "apt-get install chromium", or set CHROMIUM to where one is.`,
    );
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}
