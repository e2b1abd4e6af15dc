import type { CertificateDrawing, DrawCertificate } from "#certificates/ports/certificate-pdf";
import { inLocale } from "#kernel/locale";
import { formatDate } from "#kernel/norwegian-time";
import { drawQr } from "#platform/pdf/qr";
import { type TaggedPage, type TextStyle, taggedPdf } from "#platform/pdf/tagged-pdf";
import { attendedDays, attendedPerCent, certificateNumber } from "../domain/certificate.ts";
import { PDF_TEXT } from "./certificate-pdf-text.ts";

/** A4 in points. */
const WIDTH = 595.28;
const HEIGHT = 841.89;
const LEFT = 84;
const INNER = WIDTH - 2 * LEFT;

const INK = "#1d2b2a";
const SOFT = "#4a5a58";
const GREEN = "#0f5c4e";
const GOLD = "#b9852c";

type Style = Omit<TextStyle, "y">;
const centred = { x: LEFT, width: INNER, align: "center" } as const;
const small = { font: "sans", size: 10, colour: SOFT, ...centred } as const satisfies Style;
const body = { font: "sans", size: 11, colour: INK, x: LEFT, width: INNER } as const satisfies Style;
const subheading = { font: "sans-semibold", size: 11.5, colour: GREEN, x: LEFT, width: INNER } as const satisfies Style;

/** One page, upright: who, what for, on what grounds, and where to check it. */
export const drawCertificate: DrawCertificate = (drawing) => {
  const { snapshot } = drawing;
  const title = `${PDF_TEXT[snapshot.locale].title}: ${snapshot.name}`;
  const options = {
    title,
    author: snapshot.issuer,
    language: snapshot.locale,
    created: new Date(snapshot.issuedAt),
  };
  return taggedPdf(options, (page) => {
    page.decoration(() => frame(page));
    const below = head(page, drawing);
    grounds(page, drawing, below);
    foot(page, drawing);
    if (drawing.mark) page.decoration(() => across(page, drawing));
  });
};

function frame({ pdf }: TaggedPage): void {
  pdf
    .lineWidth(2.5)
    .strokeColor(GREEN)
    .rect(30, 30, WIDTH - 60, HEIGHT - 60)
    .stroke();
  pdf
    .lineWidth(0.75)
    .strokeColor(GOLD)
    .rect(37, 37, WIDTH - 74, HEIGHT - 74)
    .stroke();
  for (const [x, y] of [
    [37, 37],
    [WIDTH - 37, 37],
    [37, HEIGHT - 37],
    [WIDTH - 37, HEIGHT - 37],
  ] as const) {
    pdf.circle(x, y, 4).fillAndStroke("#ffffff", GOLD);
  }
}

/** Who it is for, and what it makes them. */
function head(page: TaggedPage, { snapshot, mark }: CertificateDrawing): number {
  const { locale, name, issuer, title, education, period } = snapshot;
  const text = PDF_TEXT[locale];
  let y = page.text("P", issuer, { ...small, y: 70, font: "sans-semibold", colour: GREEN, spacing: 0.4 });
  y = page.text("H1", text.title, { ...fitting(page, text.title, 36, GREEN), y: y + 18 });
  if (mark) y = page.text("P", text.marks[mark].says, { ...small, y: y + 4, font: "sans-semibold", colour: "#9b1c1c" });
  page.decoration(() => rule(page, y + 10));
  y = page.text("P", text.confirms, { ...small, size: 12, y: y + 26 });
  y = page.text("P", name, { ...fitting(page, name, 31, INK), y: y + 8 });
  y = page.text("P", text.completed, { ...small, size: 12, y: y + 10 });
  y = page.text("P", title[locale], { ...centred, y: y + 6, font: "sans-semibold", size: 19, colour: GREEN });
  const from = formatDate(period.from, locale);
  const when = period.from === period.to ? from : `${from} – ${formatDate(period.to, locale)}`;
  return page.text("P", `${inLocale(education, locale)}, ${when}`, { ...small, y: y + 6 });
}

/** What is long is smaller, and at last takes two lines. */
function fitting({ pdf }: TaggedPage, text: string, largest: number, colour: string): Style {
  const widthAt = (size: number) => pdf.font("serif").fontSize(size).widthOfString(text);
  const oneLine = [largest, 28, 25, 22].find((size) => widthAt(size) <= INNER);
  // Words break before the line is full: two lines hold a little less than twice the width.
  const size = oneLine ?? [21, 18, 15].find((each) => widthAt(each) <= 1.7 * INNER) ?? 12;
  return { ...centred, font: "serif", colour, size };
}

function rule({ pdf }: TaggedPage, y: number): void {
  pdf.lineWidth(1).strokeColor(GOLD);
  pdf
    .moveTo(WIDTH / 2 - 45, y)
    .lineTo(WIDTH / 2 + 45, y)
    .stroke();
}

function grounds(page: TaggedPage, { snapshot }: CertificateDrawing, top: number): void {
  const { locale, goals, attendance, documents } = snapshot;
  const text = PDF_TEXT[locale];
  const listed = { ...body, lineGap: 1.5, gap: 2.5, indent: 14 };
  let y = page.text("H2", text.can, { ...subheading, y: top + 26 });
  y = page.list(
    goals.map((goal) => goal[locale]),
    { ...listed, y: y + 6 },
  );
  y = page.text("H2", text.grounds, { ...subheading, y: y + 12 });
  const days = text.days(attendedDays(attendance, locale), attendance.held, attendedPerCent(attendance));
  page.list([days, text.documents(documents), text.essay], { ...listed, y: y + 6 });
}

/** When and by whom on the left; on the right how anybody can check it. */
function foot(page: TaggedPage, { snapshot, issued }: CertificateDrawing): void {
  const { locale, issuer, issuedAt, validUntil } = snapshot;
  const text = PDF_TEXT[locale];
  const top = HEIGHT - 162;
  page.decoration(() => {
    page.pdf.lineWidth(0.75).strokeColor(GOLD);
    page.pdf
      .moveTo(LEFT, top - 12)
      .lineTo(WIDTH - LEFT, top - 12)
      .stroke();
  });
  const line = { ...small, align: "left", width: INNER - 116, x: LEFT } as const;
  let y = page.text("P", `${text.issued} ${formatDate(issuedAt, locale)}`, { ...line, size: 11, colour: INK, y: top });
  y = page.text("P", issuer, { ...line, font: "sans-semibold", colour: INK, y: y + 2 });
  if (validUntil) y = page.text("P", `${text.validUntil} ${formatDate(validUntil, locale)}`, { ...line, y: y + 2 });
  if (!issued) return;
  const number = `${text.number} ${certificateNumber(issued.certificateId)}`;
  y = page.text("P", number, { ...line, y: y + 12 });
  y = page.text("P", text.check, { ...line, y: y + 2 });
  page.text("P", issued.address, { ...line, size: 9, colour: GREEN, y: y + 1 });
  const size = 104;
  const [x, qrTop] = [WIDTH - LEFT - size + 8, top - 4];
  page.figure(text.qr(issued.address), [x, qrTop, size, size], () => {
    drawQr(page.pdf, issued.address, [x, qrTop, size]);
  });
}

/** Written large across what is no certificate that counts. */
function across({ pdf }: TaggedPage, { snapshot, mark }: CertificateDrawing): void {
  if (!mark) return;
  const word = PDF_TEXT[snapshot.locale].marks[mark].across;
  const size = Math.min(66, 760 / word.length);
  pdf.save();
  pdf.rotate(-52, { origin: [WIDTH / 2, HEIGHT / 2] });
  pdf.font("sans-semibold").fontSize(size).fillColor("#9b1c1c").fillOpacity(0.13);
  pdf.text(word, -WIDTH / 2, HEIGHT / 2 - 45, { width: 2 * WIDTH, align: "center" });
  pdf.restore();
}
