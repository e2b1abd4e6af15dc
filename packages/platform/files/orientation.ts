import { hasText, viewOf } from "./bytes.ts";

const ORIENTATION = 0x0112;
const SHORT = 3;

/** How a photo is to be turned: 1 is as it is, up to 8. Undefined when EXIF data (from its TIFF header on) doesn't say. */
export function orientationIn(tiff: Uint8Array): number | undefined {
  const littleEndian = hasText(tiff, 0, "II*\0");
  if (!littleEndian && !hasText(tiff, 0, "MM\0*")) return undefined;
  const view = viewOf(tiff);
  try {
    const directory = view.getUint32(4, littleEndian);
    const entries = view.getUint16(directory, littleEndian);
    for (let index = 0; index < entries; index += 1) {
      const entry = directory + 2 + index * 12;
      if (view.getUint16(entry, littleEndian) === ORIENTATION) return turn(view.getUint16(entry + 8, littleEndian));
    }
  } catch (error) {
    // It points out of itself: it says nothing.
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}

function turn(value: number): number | undefined {
  return value >= 1 && value <= 8 ? value : undefined;
}

/** The least EXIF data that turns a photo: a TIFF header and one entry, 26 bytes. */
export function tiffWith(orientation: number): Uint8Array {
  const bytes = new Uint8Array(26);
  const view = viewOf(bytes);
  bytes.set([0x4d, 0x4d, 0, 0x2a]);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, ORIENTATION);
  view.setUint16(12, SHORT);
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return bytes;
}
