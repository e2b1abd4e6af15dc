import { expect, test } from "vitest";
import * as z from "zod";
import { earlier, epochSeconds, Instant, plusSeconds, toInstant } from "#kernel/clock";
import { EmailAddress, TextLine } from "#kernel/contact";
import { AccessKey, mint, mintAccessKey } from "#kernel/id";
import { OfferingId, PlaceId, ProductId } from "#kernel/ids";
import { inLocale, StaffText } from "#kernel/locale";
import { seededRandom } from "#local/seed/seeded-random";
import { systemRandom } from "#platform/random";

test("ids of one kind are none of another", () => {
  const placeId = mint(PlaceId, systemRandom);
  expect(placeId).toMatch(/^plc_[0-9a-hjkmnp-tv-z]{22}$/);
  expect(PlaceId.safeParse(placeId).success).toBe(true);
  expect(OfferingId.safeParse(placeId).success).toBe(false);
  expect(PlaceId.safeParse(placeId.toUpperCase()).success).toBe(false);
  expect(PlaceId.safeParse(`${placeId}\n`).success).toBe(false);
});

test("a thousand ids are a thousand, and the same bytes make the same id", () => {
  expect(new Set(Array.from({ length: 1000 }, () => mint(PlaceId, systemRandom))).size).toBe(1000);
  expect(mint(ProductId, seededRandom("book"))).toBe(mint(ProductId, seededRandom("book")));
  expect(mint(ProductId, seededRandom("book"))).not.toBe(mint(ProductId, seededRandom("deck")));
});

test("every byte counts: an access key has 160 bits, five a character", () => {
  const all = mintAccessKey(() => Uint8Array.from({ length: 32 }, (_, index) => index));
  expect(new Set(all).size).toBe(32);
  expect(mintAccessKey(() => Uint8Array.from({ length: 32 }, (_, index) => index + 224))).toBe(all);
  expect(AccessKey.safeParse(all.slice(1)).success).toBe(false);
});

test("each character of an id is drawn: 22 of 32 are 110 bits, so that none can be guessed or walked", () => {
  const zeros = mint(PlaceId, (bytes) => new Uint8Array(bytes));
  const ids = Array.from({ length: 22 }, (_, changed) =>
    mint(PlaceId, (bytes) => new Uint8Array(bytes).map((_byte, index) => (index === changed ? 31 : 0))),
  );
  expect(new Set([zeros, ...ids]).size).toBe(23);
  const values = Array.from({ length: 256 }, (_, byte) => mint(PlaceId, (bytes) => new Uint8Array(bytes).fill(byte)));
  const often = Map.groupBy(values, (id) => id);
  // Every character is as likely as any other, or there would be fewer bits than it looks.
  expect([...often.values()].map(({ length }) => length)).toEqual(Array.from({ length: 32 }, () => 8));
});

test("moments sort as text, over the turn of a year and of a day", () => {
  const last = Instant.parse("2026-12-31T23:59:59.999Z");
  const next = plusSeconds(last, 1);
  expect(next).toBe("2027-01-01T00:00:00.999Z");
  expect(last < next).toBe(true);
  expect(earlier(next, last)).toBe(last);
  expect(epochSeconds(last)).toBe(1_798_761_599);
  expect(toInstant(0)).toBe("1970-01-01T00:00:00.000Z");
});

test.each(["2026-11-02", "2026-11-02T09:00:00Z", "2026-11-02T09:00:00.000+01:00", "2026-13-02T09:00:00.000Z"])(
  "%s is no moment: it would sort wrongly",
  (text) => {
    expect(Instant.safeParse(text).success).toBe(false);
  },
);

test("a line of text has no line breaks, which would forge a mail's headers; Sámi letters and emoji it may have", () => {
  expect(TextLine.parse("  Ŋávdná Đorđević 🌱 ")).toBe("Ŋávdná Đorđević 🌱");
  for (const text of ["a\nb", "a\rb", "a\u2028b", "a\u0000b", "   ", "x".repeat(201)]) {
    expect(TextLine.safeParse(text).success).toBe(false);
  }
  expect(EmailAddress.parse("Kari@Example.NO")).toBe("kari@example.no");
  expect(EmailAddress.safeParse("kari@example.no\nbcc: ola@example.no").success).toBe(false);
});

test.each([
  ["a turned writing direction", "kari\u202Egpj.exe"],
  ["an isolate of another direction", "\u2066kari\u2069"],
  ["a mark of direction", "kari\u200F"],
  ["an Arabic letter mark", "kari\u061C"],
  ["a space that can't be seen", "ka\u200Bri"],
  ["a byte order mark", "ka\uFEFFri"],
  ["a word joiner", "ka\u2060ri"],
  ["half a character", "kari\uD83C"],
  ["the other half", "\uDF31kari"],
  ["NUL", "kari\u0000"],
  ["a tab", "kari\teksempel"],
  ["an escape sequence of a terminal", "kari\u001B[31m"],
  ["a next line", "kari\u0085eksempel"],
])("a line of text has no %s", (_what, text) => {
  expect(TextLine.safeParse(text).success).toBe(false);
});

test.each([
  ["Sámi letters", "Áŋŋel Čáhppe Đ. Ŧ. Šuvva Žuvja"],
  ["letters of their own marks", "A\u030Asa O\u0308stman"],
  ["apostrophes", "Siân O'Neill D’Arcy"],
  ["hyphens and dashes", "Anne-Lise Eksempel–Bakke"],
  ["other alphabets", "Олена 王小明 مريم"],
  ["emoji of several characters", "Kari 👩‍🏫🏳️‍🌈"],
  ["what joins letters", "नमस्\u200Dते می\u200Cخواهم"],
  ["what looks like markup or a formula", '<b> & "=1+1"'],
])("a line of text may have %s", (_what, text) => {
  expect(TextLine.parse(text)).toBe(text);
});

test("a text that nobody wrote in a language is shown in bokmål", () => {
  const text = StaffText.parse({ nb: "Kurs", en: "Course" });
  expect([inLocale(text, "nb"), inLocale(text, "nn"), inLocale(text, "en")]).toEqual(["Kurs", "Kurs", "Course"]);
});

test("what is no moment ends the parsing: no rule about several fields reckons with it", () => {
  const Course = z.object({ startsAt: Instant }).refine(({ startsAt }) => new Date(startsAt).toISOString() !== "");
  expect(Course.safeParse({ startsAt: "2026-11-02T9:00" })).toMatchObject({ success: false });
});
