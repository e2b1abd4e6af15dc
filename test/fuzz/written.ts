import { functionOf } from "#local/threads";

/** What a function has written into the table. */
export interface Written {
  readonly thread: string;
  readonly request: string;
}

/** What refused requests may leave all the same, and why. */
const LEFT_BY_DESIGN: readonly { readonly key: RegExp; readonly because: string }[] = [
  { key: /^CALLER#/, because: "how often a caller has asked, or the limit would hold nobody back" },
  { key: /^MAIL-ADDRESS#/, because: "a wrong try of a code, or there would be any number of tries" },
  { key: /^IDEMPOTENCY#prove-mail/, because: "what was answered to a wrong try, so that the same one counts once" },
];

/** The partition keys that api functions have written to. Consumers, sweeps and webhooks, which have an inbox, come by themselves. */
export function writtenKeys(written: readonly Written[]): string[] {
  return written
    .filter(({ thread, request }) => functionOf(thread).endsWith("-api") && !request.includes('"pk":{"S":"INBOX#'))
    .flatMap(({ request }) => [...request.matchAll(/"pk":\{"S":"([^"]+)"\}/g)].map(([, key = ""]) => key));
}

/** The keys of what a refused request should not have written. */
export function unwanted(written: readonly Written[]): string[] {
  return writtenKeys(written).filter((key) => !LEFT_BY_DESIGN.some((each) => each.key.test(key)));
}
