/** Says at what time it was called. */
export async function handler(): Promise<void> {
  process.stdout.write(`Swept at ${new Date().toISOString()}\n`);
}
