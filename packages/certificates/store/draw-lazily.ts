import type { DrawCertificate } from "#certificates/ports/certificate-pdf";

/** Loads what draws only when something is drawn: a function that mostly does other things starts as fast as before. */
export const drawLazily: DrawCertificate = async (drawing) => {
  const { drawCertificate } = await import("./certificate-pdf.ts");
  return drawCertificate(drawing);
};
