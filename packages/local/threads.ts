import { randomUUID } from "node:crypto";

/**
 * Functions name themselves so to the SDK, each thread with a name of its own behind it. Faults come to nobody else: not
 * to the seed, and not to a test's own reads.
 */
export const functionsAppId = "smart-function";
/** Where it finds this, Powertools doesn't add 26 letters of its own to the id that AWS' SDK sends, with dashes for slashes. */
const POWERTOOLS_WAS_HERE = "/PTEnv/";
const appId = new RegExp(`app/(${functionsAppId}[\\w-]*?)(?:${POWERTOOLS_WAS_HERE.replaceAll("/", "-")})?(?: |$)`);
const LETTERS_OF_ITS_OWN = 8;
/** The SDK takes 50 letters: this id's beginning, the function's name, those of the thread, and two dashes. */
const LONGEST_NAME = 50 - functionsAppId.length - LETTERS_OF_ITS_OWN - 2 - POWERTOOLS_WAS_HERE.length;

/** A new thread of the function with this entry (`functions/payment/sweep.ts`), and the application id it tells the SDK. */
export function newThread(entry: string): { readonly thread: string; readonly applicationId: string } {
  const thread = `${functionName(entry)}-${randomUUID().slice(0, LETTERS_OF_ITS_OWN)}`;
  return { thread, applicationId: `${thread}${POWERTOOLS_WAS_HERE}` };
}

/** How the threads of the function with this entry begin: `smart-function-payment-sweep`; of a long one, the name's end. */
export function functionName(entry: string): string {
  const name = entry.replace(/^functions\/|\.ts$/g, "").replaceAll("/", "-");
  return `${functionsAppId}-${name.slice(-LONGEST_NAME)}`;
}

/** Which function a thread is of: `smart-function-payment-sweep`. */
export function functionOf(thread: string): string {
  return thread.slice(0, -LETTERS_OF_ITS_OWN - 1);
}

/** Which thread of a function makes a request, by its user agent; none does, when it is something else. */
export function threadOf(userAgent: string | undefined): string | undefined {
  return appId.exec(userAgent ?? "")?.[1];
}
