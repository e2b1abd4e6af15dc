/** Prints one section of the bench: what was measured, how, and the figures. */
export function report(title: string, how: string, figures: Readonly<Record<string, string | number>>): void {
  console.log(`\n${title}\n  ${how}`);
  const width = Math.max(...Object.keys(figures).map((name) => name.length));
  for (const [name, figure] of Object.entries(figures)) console.log(`  ${name.padEnd(width)}  ${figure}`);
}

/** The middle one of the measurements. */
export function median(measurements: readonly number[]): number {
  return [...measurements].sort((a, b) => a - b)[Math.floor(measurements.length / 2)] ?? Number.NaN;
}

export function milliseconds(value: number): string {
  return `${value.toFixed(2)} ms`;
}
