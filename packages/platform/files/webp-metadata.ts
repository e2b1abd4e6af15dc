import { hasText, joined, MOST_PARTS, textAt, viewOf } from "./bytes.ts";
import { orientationIn, tiffWith } from "./orientation.ts";

const HEADER = 12;
/** Flags of the VP8X chunk. */
const [HAS_EXIF, HAS_XMP] = [0x08, 0x04];

const KEPT = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]);

/** As `cleanJpeg`, for a WebP. Undefined when it is cut off or broken. */
export function cleanWebp(bytes: Uint8Array): Uint8Array | undefined {
  const view = viewOf(bytes);
  if (bytes.length < HEADER || view.getUint32(4, true) + 8 > bytes.length) return undefined;
  const end = view.getUint32(4, true) + 8;
  const kept: Uint8Array[] = [];
  let turned: number | undefined;
  for (let offset = HEADER; offset < end; ) {
    if (offset + 8 > end) return undefined;
    const type = textAt(bytes, offset, 4);
    const length = view.getUint32(offset + 4, true);
    const next = offset + 8 + length + (length % 2);
    if (next > end || kept.length > MOST_PARTS) return undefined;
    const chunk = bytes.slice(offset, next);
    if (type === "EXIF") turned = turnOf(chunk.subarray(8));
    if (KEPT.has(type)) kept.push(chunk);
    offset = next;
  }
  return whole(kept, turned);
}

/** Some write JPEG's header of EXIF here too. */
function turnOf(exif: Uint8Array): number | undefined {
  const orientation = orientationIn(hasText(exif, 0, "Exif\0\0") ? exif.subarray(6) : exif);
  return orientation === 1 ? undefined : orientation;
}

function whole(kept: readonly Uint8Array[], turned: number | undefined): Uint8Array {
  const extended = kept.find((chunk) => hasText(chunk, 0, "VP8X"));
  // Without this chunk there is no place for EXIF, and nobody could have read it.
  if (extended) extended[8] = ((extended[8] ?? 0) & ~(HAS_EXIF | HAS_XMP)) | (turned === undefined ? 0 : HAS_EXIF);
  const chunks = extended && turned !== undefined ? [...kept, exifChunk(turned)] : kept;
  const body = joined(chunks);
  const header = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  header.writeUInt32LE(body.length + 4, 4);
  return joined([header, body]);
}

function exifChunk(orientation: number): Uint8Array {
  const tiff = tiffWith(orientation);
  const header = Buffer.from("EXIF\0\0\0\0", "latin1");
  header.writeUInt32LE(tiff.length, 4);
  return joined([header, tiff]);
}
