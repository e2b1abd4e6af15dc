import type { CertificateId, OfferingId, PlaceId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { Certificate, EndedCertificate, Held, ValidCertificate } from "../domain/certificate.ts";

export type { Certificate } from "../domain/certificate.ts";

/** What others may read of certificates. */
export interface CertificateReads {
  get(certificateId: CertificateId): Promise<Certificate | undefined>;
}

/** Certificates as this context keeps them. */
export interface Certificates extends CertificateReads {
  /** What each participant of a cohort was given last. */
  heldIn(cohortId: OfferingId): Promise<ReadonlyMap<PlaceId, Held>>;
  /** A page of a cohort's certificates, for people to look at: an index is behind the table. */
  list(
    cohortId: OfferingId,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<{ readonly items: readonly Certificate[]; readonly cursor?: string }>;
  /**
   * A participant's first certificate, or one after `before`, which no longer counts. Whoever issues another meanwhile
   * makes the command load again: at most one is valid.
   */
  issue(certificate: ValidCertificate, before: Held | undefined): TransactionPart;
  /** Ends a valid certificate for good; `next` is valid in its place. */
  end(before: ValidCertificate, after: EndedCertificate, next?: ValidCertificate): TransactionPart;
}
