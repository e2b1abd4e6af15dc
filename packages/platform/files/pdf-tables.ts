import { constants, inflateSync } from "node:zlib";

/** All tables of a PDF together, unpacked: a book's are a few MB. */
const MOST_BYTES = 32_000_000;

/**
 * Whether a PDF's own tables (object and cross-reference streams, which whoever reads it unpacks into memory) swell beyond any
 * real document's, or are packed as nobody packs them. Its pictures and pages are not unpacked to be counted.
 */
export function tablesSwell(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  let left = MOST_BYTES;
  for (const { index, 0: keyword } of text.matchAll(/(?<!end)stream\r?\n/g)) {
    const head = text.slice(Math.max(text.lastIndexOf("endobj", index), index - 10_000, 0), index);
    // A name's letters may be written as numbers.
    const names = head.replace(/#([0-9a-f]{2})/gi, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    if (!/\/(ObjStm|XRef)\b/.test(names)) continue;
    const filters = names.match(/\/(\w+Decode|Fl|LZW|AHx|A85|RL)\b/g) ?? [];
    if (filters.length > 1 || filters.some((filter) => !/^\/Fl(ateDecode)?$/.test(filter))) return true;
    left -= filters.length === 0 ? 0 : unpacked(bytes.subarray(index + keyword.length), left);
    if (left <= 0) return true;
  }
  return false;
}

/** How many bytes they come to; `most` of what comes to as many or more. */
function unpacked(packed: Uint8Array, most: number): number {
  try {
    return inflateSync(packed, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH }).length;
  } catch (error) {
    // What is broken instead is for the reader to find out.
    return error instanceof RangeError ? most : 0;
  }
}
