import type { Block, Letter } from "#kernel/letter";

/** The letter as plain text, for those who read mail without HTML. */
export function letterText(letter: Letter, signature: string): string {
  return `${[...letter.blocks.map(blockText), `-- \n${signature}`].join("\n\n")}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return block.text;
    case "heading":
      return `${block.text}\n${"-".repeat(block.text.length)}`;
    case "details":
      return block.rows.map(({ label, value }) => `${label}: ${value}`).join("\n");
    case "table":
      return [block.caption, ...[block.head, ...block.rows, ...(block.total ? [block.total] : [])].map(rowText)].join(
        "\n",
      );
    case "link":
      return `${block.label}:\n${block.href}`;
    case "code":
      return `    ${block.code}`;
  }
}

function rowText(cells: readonly string[]): string {
  return `  ${cells.filter((cell) => cell !== "").join("  |  ")}`;
}
