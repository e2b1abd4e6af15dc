/** Runs what was typed: its lines on the screen, or one sentence and exit code 1. */
export async function runCommand(command: () => Promise<readonly string[]>): Promise<void> {
  try {
    for (const line of await command()) console.log(line);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/** Where `npm start` answers. */
export const localUrl = `http://localhost:${process.env["PORT"] ?? 3000}`;
