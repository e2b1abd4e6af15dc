/** A spreadsheet takes a cell that begins so for a formula, and runs it (OWASP, "CSV injection"). */
const FORMULA_START = /^[=+\-@\t\r]/;

/**
 * Rows as a CSV file that Norwegian Excel opens: UTF-8 with a byte order mark, semicolons, CRLF (RFC 4180 otherwise). What
 * could be taken for a formula gets an apostrophe before it.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("")}`;
}

function cell(text: string): string {
  const harmless = FORMULA_START.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
