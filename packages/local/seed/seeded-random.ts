import { createHash } from "node:crypto";
import type { RandomBytes } from "#kernel/id";

/** Bytes that are the same every time for the same name: seeded rows have the same ids on every machine. */
export function seededRandom(name: string): RandomBytes {
  let asked = 0;
  return (bytes) => {
    const hash = createHash("shake256", { outputLength: bytes });
    return hash.update(`${name}:${asked++}`).digest();
  };
}
