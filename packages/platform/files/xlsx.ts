import writeExcelFile from "write-excel-file/node";

/**
 * Rows as an Excel workbook of one sheet, the first row in bold; base64. Every cell is a shared string, so that nothing a
 * person wrote is ever run as a formula.
 */
export async function xlsx(sheet: string, rows: readonly (readonly string[])[]): Promise<string> {
  const cells = rows.map((row, index) =>
    row.map((value) => ({ value, type: String, ...(index === 0 && { fontWeight: "bold" as const }) })),
  );
  return (await writeExcelFile(cells, { sheet }).toBuffer()).toString("base64");
}
