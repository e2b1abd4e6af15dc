/** What a function has written into the table. */
export interface Written {
  readonly thread: string;
  readonly request: string;
}

/** Rows that a refused request may leave: how often a caller has asked, so that it can be refused at all. */
const BY_DESIGN = [/^CALLER#/];

/** What an api function has written that a refused request must not leave behind. */
export function unwanted(written: readonly Written[]): string[] {
  return written
    .filter(({ thread }) => /-api-[0-9a-f]{8}$/.test(thread))
    .flatMap(({ request }) => keysIn(request))
    .filter((key) => !BY_DESIGN.some((each) => each.test(key)));
}

/** The partition keys that a request to DynamoDB writes to. */
function keysIn(request: string): string[] {
  return [...request.matchAll(/"pk":\{"S":"([^"]+)"\}/g)].map(([, key = ""]) => key);
}
