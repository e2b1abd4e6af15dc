import { expect, test } from "vitest";
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

test("a text that nobody wrote in a language is shown in bokmål", () => {
  const text = StaffText.parse({ nb: "Kurs", en: "Course" });
  expect([inLocale(text, "nb"), inLocale(text, "nn"), inLocale(text, "en")]).toEqual(["Kurs", "Kurs", "Course"]);
});
