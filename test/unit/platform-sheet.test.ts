import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { sheetRows } from "#platform/files/read-sheet";
import { xlsx } from "#platform/files/xlsx";

const bytes = (text: string) => Buffer.from(text, "utf8");

test("an Excel workbook's first sheet is read as text, empty rows included", async () => {
  const rows = [["Navn", "E-post"], ["Ola <b>Eksempel</b>", "ola@example.no"], ["", ""], ["Kari Eksempel"]];
  const book = Buffer.from(await xlsx("Deltakere", rows), "base64");
  expect((await sheetRows(book)).map(([name = "", email = ""]) => [name, email])).toEqual([
    ["Navn", "E-post"],
    ["Ola <b>Eksempel</b>", "ola@example.no"],
    ["", ""],
    ["Kari Eksempel", ""],
  ]);
});

test("a workbook's columns are as wide as what they hold, and its headings stay in sight", async () => {
  const rows = [
    ["Nr", "Arbeidssted", "Merknad"],
    ["1", "Eksempelskulen i Fjellvikhamn", "x".repeat(200)],
  ];
  const sheet = unzipSync(Buffer.from(await xlsx("Deltakere", rows), "base64"))["xl/worksheets/sheet1.xml"];
  const xml = strFromU8(sheet ?? new Uint8Array());
  expect([...xml.matchAll(/<col [^>]*width="(\d+)/g)].map(([, width]) => width)).toEqual(["8", "31", "60"]);
  expect(xml).toMatch(/<pane [^>]*ySplit="1"/);
});

test.each([
  ["semicolons, a byte order mark and quotes", '\uFEFFNavn;E-post\r\n"Eksempel, ""Ola""";ola@example.no\r\n'],
  ["tabs, as pasted cells have", 'Navn\tE-post\n"Eksempel, ""Ola"""\tola@example.no'],
  ["commas", 'Navn,E-post\n"Eksempel, ""Ola""",ola@example.no\n'],
])("CSV with %s", async (_what, text) => {
  expect(await sheetRows(bytes(text))).toEqual([
    ["Navn", "E-post"],
    ['Eksempel, "Ola"', "ola@example.no"],
  ]);
});

test.each([
  ["Windows-1252, as Norwegian Excel saves CSV", Buffer.from("Navn;E-post\r\nBjørg Åsæter;b@example.no", "latin1")],
  ["UTF-16, as it saves Unicode text", Buffer.from("\uFEFFNavn\tE-post\r\nBjørg Åsæter\tb@example.no", "utf16le")],
])("text in %s keeps its letters", async (_what, file) => {
  expect(await sheetRows(file)).toEqual([
    ["Navn", "E-post"],
    ["Bjørg Åsæter", "b@example.no"],
  ]);
});

test("quotes within a name are part of it", async () => {
  expect(await sheetRows(bytes('Kari "Kalle" Eksempel;kari@example.no'))).toEqual([
    ['Kari "Kalle" Eksempel', "kari@example.no"],
  ]);
});

test("an empty line counts, so that rows are known by the number a reader sees", async () => {
  expect(await sheetRows(bytes("Ola\n\nKari;kari@example.no"))).toHaveLength(3);
});

test.each([
  ["UTF-16 cut off in a letter", Buffer.from([0xff, 0xfe, 0x00])],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00])],
  ["a ZIP that is broken", bytes("PK\u0003\u0004 and no more")],
  ["quotes that don't end", bytes('"Ola;ola@example.no')],
])("refused: %s", async (_what, file) => {
  await expect(sheetRows(file)).rejects.toMatchObject({ code: "spreadsheet-unreadable" });
});
