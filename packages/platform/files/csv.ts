/** A spreadsheet takes a cell that begins so for a formula, and runs it (OWASP, "CSV injection"); full-width letters too. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Rows as a CSV file that Norwegian Excel opens: UTF-8 with a byte order mark, semicolons, CRLF (RFC 4180 otherwise). What
 * could be taken for a formula gets an apostrophe before it; a number stays one, with a decimal comma.
 */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("")}`;
}

function cell(text: string | number): string {
  if (typeof text === "number") return String(text).replace(".", ",");
  const harmless = FORMULA_START.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
