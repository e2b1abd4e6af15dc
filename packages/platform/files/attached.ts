/** The media type of a workbook. */
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The header of a file to be saved under `name`. The name has no quote in it. */
export const attached = (name: string) => ({ "content-disposition": `attachment; filename="${name}"` });
