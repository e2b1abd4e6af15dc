/** A mail's content before it is text or HTML: what to say, in the order a reader meets it. */
export type Block =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  /** What belongs to what, such as "When": "Monday". */
  | { readonly kind: "details"; readonly rows: readonly Detail[] }
  /** Columns after the first are amounts; the last row is the sum when `total` says so. */
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly total?: readonly string[];
    }
  | { readonly kind: "link"; readonly label: string; readonly href: string }
  /** A code to be typed in, set apart so that it is easy to read. */
  | { readonly kind: "code"; readonly code: string };

export interface Detail {
  readonly label: string;
  readonly value: string;
}

export interface Letter {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

export function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}

export function heading(text: string): Block {
  return { kind: "heading", text };
}

export function details(...rows: readonly (Detail | undefined)[]): Block {
  return { kind: "details", rows: rows.filter((row) => row !== undefined) };
}

export function link(label: string, href: string): Block {
  return { kind: "link", label, href };
}

/** A letter whose subject is one line: a line break in a title would forge a mail header. */
export function letter(subject: string, ...blocks: readonly (Block | readonly Block[] | undefined)[]): Letter {
  return {
    subject: subject.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim(),
    blocks: blocks.flat().filter((block) => block !== undefined),
  };
}
