import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import * as z from "zod";
import { type Journey, journeys } from "./journeys.ts";
import { Walk } from "./walk.ts";

// `npm run demo`: walks every journey over HTTP against a running `npm start`, and says what happens.

const root = join(import.meta.dirname, "../../..");
const local = process.env["LOCAL_FOLDER"] ?? join(root, ".local");
const folder = join(local, "demo");
const apiUrl = `http://localhost:${process.env["PORT"] ?? 3000}`;

/** Whether somebody answers there, and is our runtime. */
async function isRunning(): Promise<boolean> {
  const response = await fetch(new URL("/_local/clock", apiUrl)).catch(() => undefined);
  return response?.ok === true;
}

/** The runtime's day, `2031-06-01`. */
async function today(): Promise<string> {
  const response = await fetch(new URL("/_local/clock", apiUrl));
  const { now } = z.object({ now: z.string() }).parse(await response.json());
  return now.slice(0, 10);
}

/** Walks one journey; answers whether all was as it should be. */
async function show(name: string, { title, walk }: Journey): Promise<boolean> {
  console.log(`\n${title}`);
  const keep = (fileName: string, content: Uint8Array) => {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, fileName), content);
    console.log(`  → ${relative(process.cwd(), join(folder, name, fileName))}`);
  };
  try {
    await walk(new Walk({ apiUrl, say: (text) => console.log(`  ${text}`), keep }));
    return true;
  } catch (error) {
    console.error(`  This is not as it should be:`, error);
    return false;
  }
}

if (await isRunning()) {
  rmSync(folder, { recursive: true, force: true });
  let failed = 0;
  for (const [name, journey] of Object.entries(journeys)) {
    if (!(await show(name, journey))) failed += 1;
  }
  console.log(`
  Every mail       ${apiUrl}/inbox
  As .eml files    ${relative(process.cwd(), join(local, "mail"))}
  Other files      ${relative(process.cwd(), folder)}

The clock stands at ${await today()} now: links in older mails lead to what is over, or gone by then. Start again to go on from today.
`);
  if (failed > 0) {
    console.error(`${failed} of ${Object.keys(journeys).length} journeys did not go as they should.`);
    process.exitCode = 1;
  }
} else {
  console.error(`Nothing answers at ${apiUrl}: run npm start in another window, and give its PORT if it isn't 3000.`);
  process.exitCode = 1;
}
