import qrcode from "qrcode-generator";
import type { Pdf } from "./tagged-pdf.ts";

/** Draws `text` as a QR code, `size` wide: medium error correction, and the four empty modules around it that readers need. */
export function drawQr(pdf: Pdf, text: string, [x, y, size]: readonly [x: number, y: number, size: number]): void {
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  const modules = code.getModuleCount();
  const unit = size / (modules + 8);
  pdf.rect(x, y, size, size).fill("#ffffff");
  for (let row = 0; row < modules; row++) {
    for (let column = 0; column < modules; column++) {
      if (code.isDark(row, column)) pdf.rect(x + (column + 4) * unit, y + (row + 4) * unit, unit, unit);
    }
  }
  pdf.fill("#000000");
}
