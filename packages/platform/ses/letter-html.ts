import type { Block, Letter } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { type Html, html } from "../html/html.ts";

// Mail programs know no style sheets: styles stand on the elements. Sizes follow the reader's; nothing is below 16 px.
const BODY = "margin:0;padding:24px;background:#ffffff;color:#1e2b3c;font:16px/1.5 Arial,Helvetica,sans-serif";
const MAIN = "max-width:640px;margin:0 auto";
const HEADING = "font-size:20px;margin:32px 0 8px";
const CELL = "padding:6px 12px 6px 0;text-align:left;vertical-align:top;border-bottom:1px solid #d5dae1";
const AMOUNT = `${CELL};text-align:right;white-space:nowrap`;
const LINK =
  "display:inline-block;padding:12px 20px;background:#0b4f8a;color:#ffffff;border-radius:6px;text-decoration:none";
const CODE = "font-size:32px;letter-spacing:6px;font-weight:bold";

/** The letter as a mail's HTML: whatever it says is escaped, and it reads without pictures, styles or the network. */
export function letterHtml(letter: Letter, locale: Locale, signature: string): string {
  return `<!doctype html>${
    html`<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${letter.subject}</title></head>
<body style="${BODY}"><main style="${MAIN}">
${letter.blocks.map((block) => html`${blockHtml(block)}\n`)}<p style="margin-top:32px">${signature}</p>
</main></body></html>`.text
  }`;
}

function blockHtml(block: Block): Html {
  switch (block.kind) {
    case "paragraph":
      return html`<p>${block.text}</p>`;
    case "heading":
      return html`<h2 style="${HEADING}">${block.text}</h2>`;
    case "details":
      return html`<dl>${block.rows.map(
        ({ label, value }) => html`<dt style="font-weight:bold">${label}</dt><dd style="margin:0 0 8px">${value}</dd>`,
      )}</dl>`;
    case "table":
      return tableHtml(block);
    case "link":
      return html`<p><a href="${block.href}" style="${LINK}">${block.label}</a></p>`;
    case "code":
      return html`<p style="${CODE}">${block.code}</p>`;
  }
}

function tableHtml({ caption, head, rows, total }: Extract<Block, { kind: "table" }>): Html {
  return html`<table style="border-collapse:collapse;width:100%">
<caption style="text-align:left;font-weight:bold;padding:16px 0 4px">${caption}</caption>
<thead><tr>${head.map((cell, index) => html`<th scope="col" style="${styleOf(index)}">${cell}</th>`)}</tr></thead>
<tbody>${rows.map((row) => rowHtml(row))}</tbody>${total && html`<tfoot style="font-weight:bold">${rowHtml(total)}</tfoot>`}
</table>`;
}

function rowHtml(cells: readonly string[]): Html {
  return html`<tr>${cells.map((cell, index) => html`<td style="${styleOf(index)}">${cell}</td>`)}</tr>`;
}

function styleOf(column: number): string {
  return column === 0 ? CELL : AMOUNT;
}
