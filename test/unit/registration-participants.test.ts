import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toInstant } from "#kernel/clock";
import { mint } from "#kernel/id";
import { OfferingId, OrderNumber, PlaceId, ProductId, TicketTypeId } from "#kernel/ids";
import { newOrderNumber } from "#kernel/order-number";
import { csv } from "#platform/files/csv";
import { xlsx } from "#platform/files/xlsx";
import { systemRandom } from "#platform/random";
import { participantRows } from "#registration/domain/participants";
import type { Place } from "#registration/domain/place";

const BOOK = mint(ProductId, systemRandom);
const ORDINARY = TicketTypeId.parse("ordinary");

const offering = {
  ticketTypes: [{ ticketTypeId: ORDINARY, name: { nb: "Ordinær", en: "Ordinary" } }],
  includedGoods: [{ name: { nb: "Lærebok" } }],
  questions: [
    { questionId: "workplace", text: { nb: "Arbeidssted" }, kind: "text" },
    { questionId: "allergies", text: { nb: "Allergier" }, kind: "health" },
  ],
};

const place: Place = {
  placeId: mint(PlaceId, systemRandom),
  offeringId: mint(OfferingId, systemRandom),
  ticketTypeId: ORDINARY,
  orderNumber: OrderNumber.parse(newOrderNumber(systemRandom)),
  status: "confirmed",
  participant: { name: "Kári Ŋ. Đ. Eksempel", email: "kari@example.no" },
  answers: [
    { questionId: "workplace", answer: "=HYPERLINK(1)" },
    { questionId: "allergies", answer: "Nøtter" },
  ],
  healthAnswered: true,
  goods: [{ index: 0, productId: BOOK }],
  takenAt: toInstant(0),
  version: 1,
};

const titles = new Map([[BOOK, { nb: "SMART oppvekst 3" }]]);
const rows = participantRows(offering, [place, { ...place, participant: undefined, status: "held" }], titles, "nb");

describe("the list of participants", () => {
  test("has a column for each goods and question, none about health, and says who is to be named", () => {
    const { orderNumber } = place;
    expect(rows).toEqual([
      ["Bestilling", "Navn", "E-post", "Billettype", "Status", "Lærebok", "Arbeidssted"],
      [
        ...[orderNumber, "Kári Ŋ. Đ. Eksempel", "kari@example.no", "Ordinær", "Bekreftet"],
        ...["SMART oppvekst 3", "=HYPERLINK(1)"],
      ],
      [
        ...[orderNumber, "Ikke oppgitt ennå", "", "Ordinær", "Venter på betaling"],
        ...["SMART oppvekst 3", "=HYPERLINK(1)"],
      ],
    ]);
  });

  test("as CSV: byte order mark, semicolons, CRLF, and no formula", () => {
    const [first, second] = csv(rows).split("\r\n");
    expect(first).toBe('\uFEFF"Bestilling";"Navn";"E-post";"Billettype";"Status";"Lærebok";"Arbeidssted"');
    expect(second?.endsWith(`;"SMART oppvekst 3";"'=HYPERLINK(1)"`)).toBe(true);
  });

  test("as a workbook: all cells are shared strings, and none is a formula", async () => {
    const parts = unzip(Buffer.from(await xlsx("Deltakere", rows), "base64"));
    const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
    expect(sheet.match(/<c [^>]*>/g)?.every((cell) => cell.includes('t="s"'))).toBe(true);
    expect(sheet).not.toContain("<f>");
    expect(parts.get("xl/sharedStrings.xml")).toContain("Kári Ŋ. Đ. Eksempel");
  });
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠SUM(A1)"])(
  "a cell that begins as a formula is text: %j",
  (text) => {
    expect(csv([[text]])).toBe(`\uFEFF"'${text}"\r\n`);
  },
);

test("any text comes back from CSV as it was, but for the apostrophe before what could be a formula", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 5 }), (cells) => {
      const back = [...csv([cells]).matchAll(/"((?:[^"]|"")*)"(?:;|\r\n$)/g)].map(([, cell = ""]) =>
        cell.replaceAll('""', '"'),
      );
      expect(back).toEqual(cells.map((cell) => (/^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell)));
    }),
  );
});

/** The files of a zip archive, by name: from its central directory (APPNOTE 4.3.12). */
function unzip(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = archive.indexOf("PK\x01\x02"); at >= 0; at = archive.indexOf("PK\x01\x02", at + 4)) {
    const name = archive.toString("utf8", at + 46, at + 46 + archive.readUInt16LE(at + 28));
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(from, from + archive.readUInt32LE(at + 20));
    files.set(name, (archive.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString("utf8"));
  }
  return files;
}
