import { hasText, joined, MOST_PARTS, viewOf } from "./bytes.ts";
import { orientationIn, tiffWith } from "./orientation.ts";

const [SOI, EOI, SOS, COM, APP0, APP1, APP2, APP14, APP15] = [
  0xd8, 0xd9, 0xda, 0xfe, 0xe0, 0xe1, 0xe2, 0xee, 0xef,
] as const;
const EXIF = "Exif\0\0";

/**
 * A JPEG without what tells of the camera, the place or the photographer: only its pixels, its colours, and how it is to be
 * turned. Nothing is encoded anew, so no pixel changes. What comes after the image's end (a preview, a film) goes too.
 * Undefined when it is cut off or broken.
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const kept: Uint8Array[] = [];
  let orientation: number | undefined;
  let offset = 2;
  const view = viewOf(bytes);
  while (offset + 4 <= bytes.length || bytes[offset + 1] === EOI) {
    const marker = bytes[offset + 1] ?? 0;
    if (bytes[offset] !== 0xff || marker === SOI) return undefined;
    if (marker === 0xff) {
      offset += 1; // Markers may be filled up.
      continue;
    }
    if (marker === EOI) return whole(kept, orientation);
    const end = offset + 2 + view.getUint16(offset + 2);
    if (end > bytes.length || kept.length > MOST_PARTS) return undefined;
    const segment = bytes.subarray(offset, end);
    if (marker === APP1 && hasText(segment, 4, EXIF)) orientation ??= orientationIn(segment.subarray(10));
    if (isKept(marker, segment)) kept.push(segment);
    offset = end;
    if (marker === SOS) {
      const scanEnd = endOfScan(bytes, offset);
      kept.push(bytes.subarray(offset, scanEnd));
      offset = scanEnd;
    }
  }
  return undefined;
}

/** Pictures need JFIF's version, the colour profile and Adobe's colour transform; all else of APPn only tells. */
function isKept(marker: number, segment: Uint8Array): boolean {
  if (marker === COM) return false;
  if (marker === APP0) return hasText(segment, 4, "JFIF\0");
  if (marker === APP2) return hasText(segment, 4, "ICC_PROFILE\0");
  return marker < APP0 || marker > APP15 || marker === APP14;
}

/** Where the next marker begins: within a scan 0xff is followed by 0 or by a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let offset = from;
  while (offset < bytes.length) {
    offset = bytes.indexOf(0xff, offset);
    if (offset === -1) return bytes.length;
    const next = bytes[offset + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7) && next !== 0xff) return offset;
    offset += next === 0xff ? 1 : 2;
  }
  return bytes.length;
}

function whole(kept: readonly Uint8Array[], orientation: number | undefined): Uint8Array {
  const turned = orientation !== undefined && orientation !== 1 ? [exifSegment(orientation)] : [];
  // JFIF wants to be first.
  const jfif = kept.filter((segment) => segment[1] === APP0 && segment[0] === 0xff).slice(0, 1);
  const rest = kept.filter((segment) => !jfif.includes(segment));
  return joined([Uint8Array.of(0xff, SOI), ...jfif, ...turned, ...rest, Uint8Array.of(0xff, EOI)]);
}

function exifSegment(orientation: number): Uint8Array {
  const tiff = tiffWith(orientation);
  const length = 2 + EXIF.length + tiff.length;
  return joined([Uint8Array.of(0xff, APP1, length >> 8, length & 0xff), Buffer.from(EXIF, "latin1"), tiff]);
}
