/** What a function has written into the table. */
export interface Written {
  readonly thread: string;
  readonly request: string;
}

/** The partition keys that api functions have written to; consumers and sweeps have their own occasions. */
export function writtenKeys(written: readonly Written[]): string[] {
  return written
    .filter(({ thread }) => /-api-[0-9a-f]{8}$/.test(thread))
    .flatMap(({ request }) => [...request.matchAll(/"pk":\{"S":"([^"]+)"\}/g)].map(([, key = ""]) => key));
}

/** Rows that a refused request may leave: how often a caller has asked, or no limit would hold anybody back. */
export function unwanted(written: readonly Written[]): string[] {
  return writtenKeys(written).filter((key) => !key.startsWith("CALLER#"));
}
