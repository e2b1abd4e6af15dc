import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import { PDFDocument } from "@cantoo/pdf-lib";
import { strToU8, zipSync } from "fflate";

/** 16 by 8 pixels, two greens, as a browser's canvas makes them, with its colour profile. */
const JPEG =
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAIABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQG/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABUBAQEAAAAAAAAAAAAAAAAAAAME/8QAFhEAAwAAAAAAAAAAAAAAAAAAAANB/9oADAMBAAIRAxEAPwCNowSOgKqf/9k=";
const WEBP_PIXELS = "VlA4TB0AAAAvD8ABAA9wM71r2J6EZ/6jBWLBJH/pnSlE9D8yAAA=";

/** The kinds of file, as their senders name them. */
export const PDF = "application/pdf";
export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** EXIF data of a photo that is to be turned a quarter (6), taken at 60° 23′ N: what a telephone writes. */
export function exifWithPlace(): Uint8Array {
  const tiff = Buffer.alloc(92);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(2, 8);
  entry(tiff, 10, { tag: 0x0112, type: 3, count: 1 });
  tiff.writeUInt16BE(6, 18);
  entry(tiff, 22, { tag: 0x8825, type: 4, count: 1 });
  tiff.writeUInt32BE(38, 30);
  tiff.writeUInt16BE(2, 38);
  entry(tiff, 40, { tag: 1, type: 2, count: 2 });
  tiff.write("N\0", 48, "latin1");
  entry(tiff, 52, { tag: 2, type: 5, count: 3 });
  tiff.writeUInt32BE(68, 60);
  for (const [index, value] of [60, 1, 23, 1, 0, 1].entries()) tiff.writeUInt32BE(value, 68 + 4 * index);
  return tiff;
}

/** A photo as a telephone takes it: with the place, a comment, and something after its end. */
export function photo(): Uint8Array {
  const plain = plainJpeg();
  const exif = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), exifWithPlace()]);
  const comment = Buffer.from("Tatt av Kari Eksempel", "latin1");
  const segments = [segment(0xe1, exif), segment(0xfe, comment)];
  return Buffer.concat([plain.subarray(0, 20), ...segments, plain.subarray(20), Buffer.from("preview of the photo")]);
}

/** The same photo, with pixels and JFIF's header only. */
export function plainJpeg(): Buffer {
  return Buffer.from(JPEG, "base64");
}

/** A picture of 2 by 2 pixels, with the place it was taken and a text. */
export function png(): Uint8Array {
  const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0]);
  const pixels = deflateSync(Buffer.alloc(2 * (1 + 2 * 3), 0x7f));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("eXIf", exifWithPlace()),
    chunk("tEXt", Buffer.from("Author\0Kari Eksempel", "latin1")),
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The photo's pixels as WebP, with the place and what an editor wrote. */
export function webp(): Uint8Array {
  const flags = Buffer.from("VP8X\x0a\0\0\0\x0c\0\0\0\x0f\0\0\x07\0\0", "latin1");
  const body = Buffer.concat([
    flags,
    Buffer.from(WEBP_PIXELS, "base64"),
    riffChunk("EXIF", exifWithPlace()),
    riffChunk("XMP ", Buffer.from("<x:xmpmeta>Kari</x:xmpmeta>")),
  ]);
  const header = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  header.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([header, body]);
}

export async function pdf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) document.addPage([200, 300]);
  return document.save();
}

/** A Word document of so many words, with or without a program in it. */
export function docx(words: number, { macros = false } = {}): Uint8Array {
  const runs = Array.from(
    { length: words },
    (_none, index) => `<w:r><w:t xml:space="preserve">ord${index} </w:t></w:r>`,
  );
  const xml = `<?xml version="1.0"?><w:document><w:body><w:p>${runs.join("")}</w:p></w:body></w:document>`;
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "word/document.xml": strToU8(xml),
    ...(macros && { "word/vbaProject.bin": strToU8("Sub AutoOpen()") }),
  });
}

/** What its owner tells of a file before it is uploaded. */
export function announce(fileName: string, contentType: string, bytes: Uint8Array) {
  return { fileName, contentType, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("base64") };
}

function entry(tiff: Buffer, at: number, { tag, type, count }: { tag: number; type: number; count: number }): void {
  tiff.writeUInt16BE(tag, at);
  tiff.writeUInt16BE(type, at + 2);
  tiff.writeUInt32BE(count, at + 4);
}

function segment(marker: number, body: Uint8Array): Buffer {
  const header = Buffer.from([0xff, marker, 0, 0]);
  header.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([header, body]);
}

function chunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

function riffChunk(type: string, body: Uint8Array): Buffer {
  const header = Buffer.from(`${type}\0\0\0\0`, "latin1");
  header.writeUInt32LE(body.length, 4);
  return Buffer.concat([header, body, Buffer.alloc(body.length % 2)]);
}
