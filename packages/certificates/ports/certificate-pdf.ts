import type { CertificateId } from "#kernel/ids";
import type { Snapshot } from "../domain/certificate.ts";

/** A certificate to be drawn. */
export interface CertificateDrawing {
  readonly snapshot: Snapshot;
  /** None in a preview: there is no certificate yet. */
  readonly issued?: { readonly certificateId: CertificateId; readonly address: string };
  /** What is written across it, when it isn't a certificate that counts. */
  readonly mark?: "preview" | "revoked" | "replaced";
}

/** Draws a certificate as a tagged PDF. The same certificate is drawn the same. */
export type DrawCertificate = (drawing: CertificateDrawing) => Promise<Uint8Array>;
