import * as z from "zod";
import { CertificateId, OfferingId, PlaceId } from "#kernel/ids";
import type { CheckedCertificate } from "../app/see-certificate.ts";
import { Answers, verdictOf } from "../domain/answers.ts";
import { Certificate, certificateNumber, Snapshot } from "../domain/certificate.ts";

const Status = z.enum(["valid", "revoked", "replaced"]);

/** What anybody sees of a certificate who has its address: the whole snapshot, and the four answers. */
export const CertificateView = z.object({
  certificateId: CertificateId,
  number: z.string(),
  status: Status,
  replacedBy: CertificateId.optional(),
  /** Whether it counts: all four answers are true. */
  valid: Answers.shape.signature,
  answers: Answers,
  snapshot: Snapshot,
});
type CertificateView = z.infer<typeof CertificateView>;

export function certificateView({ certificate, answers }: CheckedCertificate): CertificateView {
  const { certificateId, status, snapshot } = certificate;
  return {
    certificateId,
    number: certificateNumber(certificateId),
    status,
    ...(certificate.status === "replaced" && { replacedBy: certificate.replacedBy }),
    valid: verdictOf(answers),
    answers,
    snapshot,
  };
}

/** A certificate as administrators see it, with all that happened to it, by whom and why. */
export const ListedCertificate = z.object({
  certificateId: CertificateId,
  number: z.string(),
  cohortId: OfferingId,
  placeId: PlaceId,
  name: Snapshot.shape.name,
  status: Status,
  replaces: CertificateId.optional(),
  replacedBy: CertificateId.optional(),
  history: Certificate.options[0].shape.history,
});
type ListedCertificate = z.infer<typeof ListedCertificate>;

export function listedCertificate(certificate: Certificate): ListedCertificate {
  const { certificateId, snapshot } = certificate;
  return ListedCertificate.parse({ ...certificate, number: certificateNumber(certificateId), name: snapshot.name });
}

export const CertificatesPage = z.object({ items: z.array(ListedCertificate), cursor: z.string().optional() });
