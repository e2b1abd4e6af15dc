import { createHash } from "node:crypto";
import type { InspectFile } from "#education/ports/files";
import { cleanJpeg } from "#platform/files/jpeg-metadata";
import { mediaTypeOf } from "#platform/files/media-type";
import { cleanPng } from "#platform/files/png-metadata";
import { cleanWebp } from "#platform/files/webp-metadata";
import { hasMacros, pagesOfPdf, wordsOfDocx } from "#platform/files/written-length";

const IMAGES = { "image/jpeg": cleanJpeg, "image/png": cleanPng, "image/webp": cleanWebp } as const;

/** Looks into a file that the scan has let pass. The announced bytes are checked again: S3 only promised to. */
export const inspectFile: InspectFile = async (bytes, announced) => {
  const sha256 = createHash("sha256").update(bytes).digest("base64");
  if (bytes.length !== announced.bytes || sha256 !== announced.sha256) return { is: "other-content" };
  const type = mediaTypeOf(bytes);
  if (type !== announced.contentType) return { is: "other-type" };
  if (type === "application/pdf") {
    const count = await pagesOfPdf(bytes);
    return count === undefined ? { is: "unreadable" } : { is: "sound", bytes, measure: { unit: "pages", count } };
  }
  if (type === "image/jpeg" || type === "image/png" || type === "image/webp") {
    const clean = IMAGES[type](bytes);
    return clean ? { is: "sound", bytes: clean } : { is: "unreadable" };
  }
  if (hasMacros(bytes)) return { is: "macros" };
  const count = wordsOfDocx(bytes);
  return count === undefined ? { is: "unreadable" } : { is: "sound", bytes, measure: { unit: "words", count } };
};
