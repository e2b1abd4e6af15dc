import { crc32 } from "node:zlib";
import { joined, MOST_PARTS, textAt, viewOf } from "./bytes.ts";
import { orientationIn, tiffWith } from "./orientation.ts";

const SIGNATURE = 8;

/** What a PNG needs to be shown as it is, moving ones too. All else only tells: texts, times, EXIF, what programs add. */
const KEPT = new Set([
  ...["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs"],
  ...["acTL", "fcTL", "fdAT"],
]);

/** As `cleanJpeg`, for a PNG. Undefined when it is cut off or broken. */
export function cleanPng(bytes: Uint8Array): Uint8Array | undefined {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, SIGNATURE)];
  let offset = SIGNATURE;
  while (offset + 12 <= bytes.length) {
    const length = view.getUint32(offset);
    const type = textAt(bytes, offset + 4, 4);
    const end = offset + 12 + length;
    if (end > bytes.length || kept.length > MOST_PARTS) return undefined;
    if (KEPT.has(type)) kept.push(bytes.subarray(offset, end));
    if (type === "eXIf") {
      const orientation = orientationIn(bytes.subarray(offset + 8, end - 4));
      if (orientation !== undefined && orientation !== 1) kept.push(exifChunk(orientation));
    }
    if (type === "IEND") return joined(kept);
    offset = end;
  }
  return undefined;
}

function exifChunk(orientation: number): Uint8Array {
  const tiff = tiffWith(orientation);
  const body = joined([Buffer.from("eXIf", "latin1"), tiff]);
  const chunk = new Uint8Array(12 + tiff.length);
  const view = viewOf(chunk);
  view.setUint32(0, tiff.length);
  chunk.set(body, 4);
  view.setUint32(4 + body.length, crc32(body));
  return chunk;
}
