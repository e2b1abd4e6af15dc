import { unzipSync } from "fflate";
import { hasText } from "./bytes.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The types that can be told from a file's content. */
export type KnownType = "image/jpeg" | "image/png" | "image/webp" | "application/pdf" | typeof DOCX;

/** What a file is by its content; its name and what its sender calls it count for nothing. None: none of these. */
export function mediaTypeOf(bytes: Uint8Array): KnownType | undefined {
  if (hasText(bytes, 0, "\xff\xd8\xff")) return "image/jpeg";
  if (hasText(bytes, 0, "\x89PNG\r\n\x1a\n")) return "image/png";
  if (hasText(bytes, 0, "RIFF") && hasText(bytes, 8, "WEBP")) return "image/webp";
  if (hasText(bytes, 0, "%PDF-")) return "application/pdf";
  return isDocx(bytes) ? DOCX : undefined;
}

/** A ZIP archive with a Word document's main part in it. */
function isDocx(bytes: Uint8Array): boolean {
  if (!hasText(bytes, 0, "PK\x03\x04")) return false;
  const names = namesIn(bytes);
  return names.includes("[Content_Types].xml") && names.includes("word/document.xml");
}

/** The names of an archive's parts; none of an archive that can't be read. */
export function namesIn(bytes: Uint8Array): string[] {
  const names: string[] = [];
  try {
    unzipSync(bytes, { filter: ({ name }) => names.push(name) === 0 });
    return names;
  } catch {
    return [];
  }
}
