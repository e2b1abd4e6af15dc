/** What we use of pdfkit 0.20; @types/pdfkit knows no PDF/UA. */
declare module "pdfkit" {
  import type { Readable } from "node:stream";

  interface Options {
    readonly size: "A4";
    readonly margin: number;
    readonly pdfVersion: "1.7";
    readonly subset: "PDF/UA";
    readonly tagged: boolean;
    readonly displayTitle: boolean;
    readonly lang: string;
    readonly info: { readonly Title: string; readonly Author: string; readonly CreationDate: Date };
    /** A font's file or name; empty for none. */
    readonly font: string;
  }

  interface TextOptions {
    readonly width?: number;
    readonly align?: "left" | "center" | "right";
    readonly characterSpacing?: number;
    readonly lineGap?: number;
  }

  export interface StructureElement {
    add(child: StructureElement): this;
    end(): void;
  }

  interface StructureOptions {
    readonly alt?: string;
    /** Left, top, right and bottom, from the page's upper left corner. */
    readonly bbox?: readonly [number, number, number, number];
  }

  /** Coordinates are in points, from the page's upper left corner. */
  export default class PDFDocument extends Readable {
    constructor(options: Options);
    /** Below what was written last. */
    readonly y: number;
    registerFont(name: string, file: Buffer): this;
    font(name: string): this;
    fontSize(size: number): this;
    widthOfString(text: string): number;
    text(text: string, x: number, y: number, options?: TextOptions): this;
    struct(tag: string, children?: () => void): StructureElement;
    struct(tag: string, options: StructureOptions, children: () => void): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(tag: "Artifact", options: { readonly type: "Layout" }): this;
    endMarkedContent(): this;
    lineWidth(width: number): this;
    strokeColor(colour: string): this;
    fillColor(colour: string): this;
    fillOpacity(opacity: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    circle(x: number, y: number, radius: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    stroke(): this;
    fill(colour: string): this;
    fillAndStroke(fill: string, stroke: string): this;
    save(): this;
    restore(): this;
    rotate(degrees: number, options: { readonly origin: readonly [number, number] }): this;
    end(): void;
  }
}
