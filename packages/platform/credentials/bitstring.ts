import { gunzipSync, gzipSync } from "node:zlib";
import { fromBase64Url, toBase64Url } from "./multibase.ts";

/** A status list has at least so many entries, so that an index tells nothing (Bitstring Status List 1.0, section 2.2). */
export const LEAST_ENTRIES = 131_072;

/** What a list of a size that nobody sane publishes may take when it is unpacked: 16 times the least. */
const MOST_BYTES = (16 * LEAST_ENTRIES) / 8;

/** The list with the bits at `set` on: packed (GZIP), then multibase. Bit 0 is the first byte's most significant. */
export function encodeBitstring(entries: number, set: Iterable<number>): string {
  const bytes = new Uint8Array(Math.ceil(entries / 8));
  for (const index of set) {
    if (index < 0 || index >= entries) throw new RangeError(`${index} is not in a list of ${entries}`);
    bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7));
  }
  return toBase64Url(gzipSync(bytes));
}

/** The bit at `index`; undefined when the list can't be read, is smaller than it must be, or has no such index. */
export function bitAt(encoded: string, index: number): boolean | undefined {
  const bytes = unpacked(encoded);
  const byte = bytes?.[index >> 3];
  return byte === undefined ? undefined : (byte & (0x80 >> (index & 7))) !== 0;
}

/** The indexes of all bits that are set; undefined when the list can't be read or is smaller than it must be. */
export function bitsSetIn(encoded: string): number[] | undefined {
  const bytes = unpacked(encoded);
  if (!bytes) return undefined;
  const set: number[] = [];
  for (const [position, byte] of bytes.entries()) {
    for (let bit = 0; byte >> bit > 0; bit++) if ((byte >> bit) & 1) set.push(position * 8 + 7 - bit);
  }
  return set.toSorted((a, b) => a - b);
}

function unpacked(encoded: string): Uint8Array | undefined {
  const packed = fromBase64Url(encoded);
  if (!packed) return undefined;
  try {
    const bytes = gunzipSync(packed, { maxOutputLength: MOST_BYTES });
    return bytes.length * 8 < LEAST_ENTRIES ? undefined : bytes;
  } catch {
    return undefined;
  }
}
