import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { refusal } from "#kernel/domain-error";

/** What a workbook may unpack to: some 20 times as much as one of a thousand rows. */
const MAX_UNPACKED_BYTES = 10 * 1024 * 1024;

/** Every Excel workbook is a ZIP file. */
const ZIP = Buffer.from("PK\u0003\u0004");

/**
 * The rows of a spreadsheet as text: an Excel workbook's first sheet, or CSV with semicolons, tabs or commas, as spreadsheets
 * write it or as their cells are when they are pasted. Which of them shows in its first bytes, not in a name.
 *
 * @throws DomainError `spreadsheet-unreadable`
 */
export async function sheetRows(file: Uint8Array): Promise<string[][]> {
  const bytes = Buffer.from(file);
  try {
    return bytes.subarray(0, ZIP.length).equals(ZIP) ? await workbookRows(bytes) : csvRows(bytes);
  } catch {
    // Whatever its readers complain of: the file isn't what it should be.
    throw refusal("spreadsheet-unreadable", {});
  }
}

async function workbookRows(bytes: Buffer): Promise<string[][]> {
  let unpacked = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      unpacked += originalSize;
      return false;
    },
  });
  if (unpacked > MAX_UNPACKED_BYTES) throw new RangeError("The workbook unpacks to too much.");
  const rows = await readSheet(bytes);
  return rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell))));
}

function csvRows(bytes: Buffer): string[][] {
  const text = textOf(bytes);
  if (UNWRITTEN.test(text)) throw new RangeError("This is no text.");
  return parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    // Kari "Kalle" Eksempel: quotes that aren't around a whole cell are part of it.
    relax_quotes: true,
    // An empty line counts: rows are told by their number.
    skip_empty_lines: false,
  });
}

/** Control characters, but for those that end cells and lines: no text has them. */
const UNWRITTEN = /[^\P{Cc}\t\r\n]/u;

/** How Excel writes what it calls Unicode text. */
const UTF_16 = Buffer.from([0xff, 0xfe]);

/** UTF-8, UTF-16 where the file says so, and else what Norwegian Excel calls CSV: Windows-1252, with its æ, ø and å. */
function textOf(bytes: Buffer): string {
  if (bytes.subarray(0, UTF_16.length).equals(UTF_16))
    return new TextDecoder("utf-16le", { fatal: true }).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function delimiterOf(text: string): string {
  const [first = ""] = text.split(/\r?\n/, 1);
  return [";", "\t"].find((each) => first.includes(each)) ?? ",";
}
