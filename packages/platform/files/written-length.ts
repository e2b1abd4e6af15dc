import { PDFDocument } from "@cantoo/pdf-lib";
import { strFromU8, unzipSync } from "fflate";
import { namesIn } from "./media-type.ts";
import { tablesSwell } from "./pdf-tables.ts";

/** A book's main part is below this; an archive that swells beyond it is made to harm. */
const MOST_XML_BYTES = 10_000_000;

/** How many pages a PDF has. Undefined when it can't be read, or only with a password. */
export async function pagesOfPdf(bytes: Uint8Array): Promise<number | undefined> {
  if (tablesSwell(bytes)) return undefined;
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    return pdf.getPageCount();
  } catch {
    return undefined;
  }
}

/** How many words a DOCX has in its text, without headers, footers and notes. Undefined when it can't be read. */
export function wordsOfDocx(bytes: Uint8Array): number | undefined {
  try {
    let found = 0;
    const parts = unzipSync(bytes, {
      // Only the first: an archive may name the same part a hundred thousand times.
      filter: ({ name, originalSize }) =>
        name === "word/document.xml" && ++found === 1 && originalSize <= MOST_XML_BYTES,
    });
    const xml = parts["word/document.xml"];
    return xml ? wordsOf(strFromU8(xml)) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a DOCX carries a program. */
export function hasMacros(bytes: Uint8Array): boolean {
  return namesIn(bytes).some((name) => /vba(Project|Data)|\.bin$|activeX\//i.test(name));
}

/**
 * A paragraph, a break or a tab parts words; runs of one word stand side by side. A tag ends before the next begins: looked for
 * beyond that, a tag that never ends would cost the square of the document.
 */
function wordsOf(xml: string): number {
  const text = xml
    .replace(/<w:(p|br|tab|cr)\b[^<>]*>/g, " ")
    .replace(/<w:(instrText|delText)\b[^<>]*>[^<]*<\/w:\1>/g, "")
    .replace(/<[^<>]*>/g, "")
    .replace(/&#?\w+;/g, "x");
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}x]/u.test(word)).length;
}
