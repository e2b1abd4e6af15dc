import { deflateSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { docx, exifWithPlace, pdf, photo, plainJpeg, png, webp } from "#local/demo/sample-files";
import { cleanJpeg } from "#platform/files/jpeg-metadata";
import { mediaTypeOf } from "#platform/files/media-type";
import { orientationIn, tiffWith } from "#platform/files/orientation";
import { tablesSwell } from "#platform/files/pdf-tables";
import { cleanPng } from "#platform/files/png-metadata";
import { cleanWebp } from "#platform/files/webp-metadata";
import { hasMacros, pagesOfPdf, wordsOfDocx } from "#platform/files/written-length";

const program = Buffer.from("MZ\x90\0\x03This program cannot be run in DOS mode.", "latin1");
const zipOfSomethingElse = Buffer.from(docx(1)).subarray(0, -30);

describe("a file's type", () => {
  test("is told by its content", async () => {
    expect(mediaTypeOf(photo())).toBe("image/jpeg");
    expect(mediaTypeOf(png())).toBe("image/png");
    expect(mediaTypeOf(webp())).toBe("image/webp");
    expect(mediaTypeOf(await pdf(1))).toBe("application/pdf");
    expect(mediaTypeOf(docx(1))).toMatch(/wordprocessingml/);
  });

  test("is nothing we know for a program, a text, an empty file or another archive", () => {
    for (const bytes of [program, Buffer.from("Hei"), Buffer.alloc(0), zipOfSomethingElse]) {
      expect(mediaTypeOf(bytes)).toBeUndefined();
    }
  });
});

/** GPS' entry in EXIF data, and the names that were written. */
const telling = [Buffer.from([0x88, 0x25, 0, 4]), Buffer.from("Kari"), Buffer.from("preview")];
const tells = (bytes: Uint8Array) => telling.some((part) => Buffer.from(bytes).includes(part));

describe.each([
  { type: "JPEG", sample: photo(), clean: cleanJpeg, pixels: plainJpeg().subarray(20) },
  { type: "PNG", sample: png(), clean: cleanPng, pixels: Buffer.from("IDAT") },
  { type: "WebP", sample: webp(), clean: cleanWebp, pixels: Buffer.from("VP8L") },
])("a $type", ({ sample, clean, pixels }) => {
  const cleaned = clean(sample) ?? new Uint8Array();

  test("loses the place, the names and what comes after it, and none of its pixels", () => {
    expect(tells(sample)).toBe(true);
    expect(tells(cleaned)).toBe(false);
    expect(Buffer.from(cleaned).includes(pixels)).toBe(true);
    expect(mediaTypeOf(cleaned)).toBe(mediaTypeOf(sample));
  });

  test("keeps how it is to be turned, and nothing else of its EXIF data", () => {
    expect(Buffer.from(cleaned).includes(Buffer.from(tiffWith(6)))).toBe(true);
  });

  test("cleaned twice is as cleaned once", () => {
    expect(clean(cleaned)).toEqual(cleaned);
  });

  test("cut off is turned away", () => {
    expect(clean(sample.subarray(0, Math.floor(sample.length / 3)))).toBeUndefined();
  });
});

test.each([
  { type: "JPEG", start: "\xff\xd8", part: "\xff\xdb\0\x02", end: "\xff\xd9", clean: cleanJpeg },
  { type: "PNG", start: "\x89PNG\r\n\x1a\n", part: "\0\0\0\0IDATcrc!", end: "\0\0\0\0IENDcrc!", clean: cleanPng },
])("a $type cut into more parts than a picture has is turned away", ({ start, part, end, clean }) => {
  const cutInto = (parts: number) => Buffer.from(start + part.repeat(parts) + end, "latin1");
  expect(clean(cutInto(1000))).toBeDefined();
  expect(clean(cutInto(100_002))).toBeUndefined();
});

test("a JPEG without EXIF data is as it was", () => {
  expect(cleanJpeg(plainJpeg())).toEqual(new Uint8Array(plainJpeg()));
});

test("how a photo is turned is read from either order of bytes, and from nothing that is broken", () => {
  expect(orientationIn(exifWithPlace())).toBe(6);
  const little = Buffer.from("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x08\0\0\0\0\0\0\0", "latin1");
  expect(orientationIn(little)).toBe(8);
  expect(orientationIn(little.subarray(0, 12))).toBeUndefined();
  expect(orientationIn(Buffer.from("nothing"))).toBeUndefined();
});

test("the pages of a PDF are counted, and a broken one is turned away", async () => {
  expect(await pagesOfPdf(await pdf(3))).toBe(3);
  expect(await pagesOfPdf(Buffer.from("%PDF-1.7 and nothing more"))).toBeUndefined();
});

/** A PDF whose table of objects comes to so many bytes. */
function pdfOfTable(bytes: number, dictionary = "/Type /ObjStm /Filter /FlateDecode"): Buffer {
  const table = deflateSync(Buffer.alloc(bytes, " "));
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${dictionary} /N 1 /First 10 /Length ${table.length} >>\nstream\n`),
    table,
    Buffer.from("\nendstream\nendobj\n"),
  ]);
}

test("a PDF whose tables swell is not unpacked, and real ones and large pictures are", async () => {
  expect(tablesSwell(pdfOfTable(40_000_000))).toBe(true);
  expect(tablesSwell(pdfOfTable(40_000_000, "/Type /Obj#53tm /Filter /Fl#61teDecode"))).toBe(true);
  expect(tablesSwell(pdfOfTable(10, "/Type /XRef /Filter [/FlateDecode /FlateDecode]"))).toBe(true);
  expect(tablesSwell(pdfOfTable(1_000_000))).toBe(false);
  expect(tablesSwell(pdfOfTable(40_000_000, "/Subtype /Image /Filter /FlateDecode"))).toBe(false);
  expect(tablesSwell(await pdf(3))).toBe(false);
});

test("the words of a DOCX are counted, and its programs found", () => {
  expect(wordsOfDocx(docx(1200))).toBe(1200);
  expect(wordsOfDocx(zipOfSomethingElse)).toBeUndefined();
  expect(hasMacros(docx(1))).toBe(false);
  expect(hasMacros(docx(1, { macros: true }))).toBe(true);
});

const wordFile = (xml: string) =>
  zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8(xml) });

test.each(["<", "<w:p ", "<w:instrText "])("a DOCX of %j without an end is read in no time", (tag) => {
  const began = performance.now();
  // Looking for each one's end through all that follows takes minutes.
  expect(wordsOfDocx(wordFile(`${tag.repeat(80_000)}<w:t>ett ord</w:t>`))).toBeGreaterThan(0);
  expect(performance.now() - began).toBeLessThan(2000);
});

test("a DOCX whose text swells to more than a book is turned away", () => {
  expect(wordsOfDocx(wordFile(`<w:t>${" ".repeat(10_000_000)}</w:t>`))).toBeUndefined();
});
