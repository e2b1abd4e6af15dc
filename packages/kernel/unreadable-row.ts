import type * as z from "zod";
import type { ItemKey } from "./transaction-part.ts";

/** A row that is not what its schema says. The message names no key: that may hold the hash of an address, and messages are logged. */
export class UnreadableRow extends Error {
  override readonly name = "UnreadableRow";
  readonly key: ItemKey;

  constructor(kind: string, key: ItemKey, error: z.ZodError) {
    super(`A row of kind ${kind} is not what its schema says: at ${wrongAt(error).join(", ")}`);
    this.key = key;
  }
}

/** Where a row is not what its schema says: the first paths, without what stands there. */
export function wrongAt({ issues }: z.ZodError): string[] {
  return [...new Set(issues.map(({ path }) => path.join(".") || "the row"))].slice(0, 10);
}
