import { describe, expect, test } from "vitest";
import { Locale } from "#kernel/locale";
import { mailCode } from "#notifications/domain/templates/mail-code";
import { orderConfirmed } from "#notifications/domain/templates/order-confirmed";
import { placeConfirmed } from "#notifications/domain/templates/place-confirmed";
import { letterHtml } from "#platform/ses/letter-html";
import { letterText } from "#platform/ses/letter-text";
import { letters, meeting, orderLink, receipt } from "#test/letters";

const SIGNATURE = "Vennlig hilsen";
const plain = (text: string) => text.replaceAll("\u00a0", " ");
/** HTML as its reader sees it. */
const seen = (html: string) =>
  plain(html.replace(/<[^>]*>/g, " "))
    .replaceAll("&amp;", "&")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"');

const everyLetter = letters.flatMap((each) => Locale.options.map((locale) => ({ ...each, locale })));

describe.each(everyLetter)("$name in $locale", ({ write, says, locale }) => {
  const letter = write(locale);
  const text = plain(letterText(letter, SIGNATURE));
  const html = letterHtml(letter, locale, SIGNATURE);

  test("says what it must, as text and as HTML", () => {
    for (const saying of says) {
      expect(text).toContain(saying);
      const [label = "", value = ""] = saying.split(/: (?=\d)/);
      const inHtml = saying.startsWith("https:") ? plain(html).replaceAll("&amp;", "&") : seen(html);
      expect(inHtml).toContain(label);
      expect(inHtml).toContain(value);
    }
  });

  test("has no value left out, and no empty line of its own", () => {
    for (const rendering of [letter.subject, text, html]) {
      expect(rendering).not.toMatch(/undefined|null|NaN|\[object|Invalid|\$\{/);
    }
    expect(letter.subject).not.toBe("");
    expect(letter.subject.length).toBeLessThan(100);
    expect(letter.blocks.length).toBeGreaterThan(1);
    for (const block of letter.blocks) if (block.kind === "paragraph") expect(block.text.trim()).not.toBe("");
  });

  test("is HTML in its own language, with the same words as the text", () => {
    expect(html).toContain(`<html lang="${locale}">`);
    for (const block of letter.blocks) if (block.kind === "paragraph") expect(seen(html)).toContain(plain(block.text));
  });
});

test("no two languages say the same", () => {
  for (const { name, write } of letters) {
    const texts = Locale.options.map((locale) => letterText(write(locale), SIGNATURE));
    expect(new Set(texts).size, name).toBe(3);
  }
});

test("what people typed can't become HTML", () => {
  const name = `<img src=x onerror="alert(1)">&'`;
  const letter = orderConfirmed(
    { receipt: { ...receipt, buyer: { name } }, attendances: [], mayWithdraw: false, orderLink },
    "nb",
  );
  const html = letterHtml(letter, "nb", SIGNATURE);
  expect(html).not.toContain("<img");
  expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;");
});

test("a line break in a title can't forge a mail header", () => {
  const title = "Kurs\r\nBcc: alle@example.no\u2028nå";
  const { subject } = placeConfirmed(
    { participantName: "Ola", buyerName: "Kari", meeting: { ...meeting, title } },
    "nb",
  );
  expect(subject).toBe("Du har plass: Kurs Bcc: alle@example.no nå");
});

test("times are Norway's, in summer and in winter", () => {
  const text = letterText(placeConfirmed({ participantName: "Ola", buyerName: "Kari", meeting }, "nb"), SIGNATURE);
  expect(plain(text)).toContain("mandag 22. mars 2027 kl. 09.00–15.30");
  expect(plain(text)).toContain("tirsdag 1. juni 2027 kl. 09.00–15.30");
});

test("a code is not in the subject, which shows on locked screens", () => {
  const letter = mailCode({ code: "042137", validUntil: receipt.confirmedAt }, "nb");
  expect(letter.subject).not.toContain("042137");
});
