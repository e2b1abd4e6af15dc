import writeExcelFile from "write-excel-file/node";

/** Characters of the narrowest and the widest column. */
const [NARROW, WIDE] = [8, 60];

/**
 * Rows as an Excel workbook of one sheet, the first row in bold and in sight, columns as wide as what they hold; base64. Every cell is a shared string, so that nothing a
 * person wrote is ever run as a formula.
 */
export async function xlsx(sheet: string, rows: readonly (readonly string[])[]): Promise<string> {
  const cells = rows.map((row, index) =>
    row.map((value) => ({ value, type: String, ...(index === 0 && { fontWeight: "bold" as const }) })),
  );
  const columns = (rows[0] ?? []).map((_, index) => ({
    width: Math.min(WIDE, Math.max(NARROW, ...rows.map((row) => (row[index]?.length ?? 0) + 2))),
  }));
  return (await writeExcelFile(cells, { sheet, columns, stickyRowsCount: 1 }).toBuffer()).toString("base64");
}
