import PDFDocument, { type StructureElement } from "pdfkit";
import { type FontName, fonts } from "./fonts.ts";

export type Pdf = PDFDocument;

export interface PdfOptions {
  readonly title: string;
  readonly author: string;
  /** BCP 47, such as `nb`. */
  readonly language: string;
  /** What the document says of when it was made: so the same document is the same bytes. */
  readonly created: Date;
}

/** An A4 page as a tagged PDF (PDF/UA-1), drawn by `draw` with what it says of its structure. */
export async function taggedPdf({ title, author, language, created }: PdfOptions, draw: (page: TaggedPage) => void) {
  const pdf = new PDFDocument({
    size: "A4",
    margin: 0,
    pdfVersion: "1.7",
    subset: "PDF/UA",
    tagged: true,
    displayTitle: true,
    lang: language,
    info: { Title: title, Author: author, CreationDate: created },
    // No default font: pdfkit would look for Helvetica's file, and a tagged PDF embeds all of its fonts.
    font: "",
  });
  for (const { name, file } of fonts) pdf.registerFont(name, file);
  const chunks: Buffer[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.on("error", reject);
  });
  const page = new TaggedPage(pdf);
  draw(page);
  page.end();
  pdf.end();
  return done;
}

export interface TextStyle {
  readonly font: FontName;
  readonly size: number;
  readonly colour: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly align?: "left" | "center" | "right";
  readonly spacing?: number;
  readonly lineGap?: number;
}

type Role = "H1" | "H2" | "P";

/** One page whose every stroke is either content with a role, in the order it is read, or decoration. */
export class TaggedPage {
  readonly pdf: Pdf;
  readonly #root: StructureElement;

  constructor(pdf: Pdf) {
    this.pdf = pdf;
    this.#root = pdf.struct("Document");
    pdf.addStructure(this.#root);
  }

  /** Text with its role; answers the y below it. */
  text(role: Role, text: string, style: TextStyle): number {
    let below = style.y;
    this.#root.add(
      this.pdf.struct(role, () => {
        below = this.#write(text, style);
      }),
    );
    return below;
  }

  /** A list; answers the y below it. */
  list(items: readonly string[], style: TextStyle & { readonly gap: number; readonly indent: number }): number {
    const list = this.pdf.struct("L");
    this.#root.add(list);
    let y = style.y;
    for (const item of items) {
      const entry = this.pdf.struct("LI");
      list.add(entry);
      const top = y;
      entry.add(this.pdf.struct("Lbl", () => void this.#write("•", { ...style, y: top })));
      const body = { ...style, x: style.x + style.indent, width: style.width - style.indent, y: top };
      entry.add(
        this.pdf.struct("LBody", () => {
          y = this.#write(item, body) + style.gap;
        }),
      );
      entry.end();
    }
    list.end();
    return y;
  }

  /** A picture, with what it tells somebody who doesn't see it. */
  figure(alt: string, bounds: readonly [x: number, y: number, width: number, height: number], draw: () => void): void {
    const [x, y, width, height] = bounds;
    this.#root.add(this.pdf.struct("Figure", { alt, bbox: [x, y, x + width, y + height] }, draw));
  }

  /** What is there for the eye only. */
  decoration(draw: () => void): void {
    this.pdf.markContent("Artifact", { type: "Layout" });
    draw();
    this.pdf.endMarkedContent();
  }

  end(): void {
    this.#root.end();
  }

  #write(text: string, style: TextStyle): number {
    const { font, size, colour, x, y, width, align = "left", spacing = 0, lineGap = 0 } = style;
    this.pdf.font(font).fontSize(size).fillColor(colour);
    this.pdf.text(text, x, y, { width, align, characterSpacing: spacing, lineGap });
    return this.pdf.y;
  }
}
