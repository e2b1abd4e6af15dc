import type { DrawCertificate } from "#certificates/ports/certificate-pdf";
import type { Certificates } from "#certificates/ports/certificates";
import type { IssuerKeys } from "#certificates/ports/issuer-keys";
import type { Proofs } from "#certificates/ports/proofs";
import type { Clock } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import type { CertificateId } from "#kernel/ids";
import type { Addresses } from "../domain/addresses.ts";
import { type Answers, answersOf } from "../domain/answers.ts";
import type { Certificate } from "../domain/certificate.ts";

export interface SeeCertificatePorts {
  readonly clock: Clock;
  readonly certificates: Pick<Certificates, "get">;
  readonly issuerKeys: IssuerKeys;
  readonly proofs: Proofs;
}

export interface CheckedCertificate {
  readonly certificate: Certificate;
  readonly answers: Answers;
}

export type GetCertificate = (certificateId: CertificateId) => Promise<Certificate>;

/** Whoever has the address sees it: an id can't be guessed. @throws DomainError `not-found` */
export function getCertificateUseCase({ certificates }: Pick<SeeCertificatePorts, "certificates">): GetCertificate {
  return async (certificateId) => {
    const certificate = await certificates.get(certificateId);
    if (!certificate) throw refusal("not-found", {});
    return certificate;
  };
}

export type CheckCertificate = (certificateId: CertificateId) => Promise<CheckedCertificate>;

/** A certificate with its four answers, its signature checked as any verifier does. @throws DomainError `not-found` */
export function checkCertificateUseCase(ports: SeeCertificatePorts): CheckCertificate {
  const { clock, issuerKeys, proofs } = ports;
  const getCertificate = getCertificateUseCase(ports);
  return async (certificateId) => {
    const [certificate, keys] = await Promise.all([getCertificate(certificateId), issuerKeys.all()]);
    const signature = await proofs.check(certificate.credential, keys);
    return { certificate, answers: answersOf(certificate, signature, clock()) };
  };
}

export type GetCertificatePdf = (
  certificateId: CertificateId,
) => Promise<{ readonly certificate: Certificate; readonly pdf: Uint8Array }>;

/** The document, drawn from the snapshot whenever it is asked for; one that ended says so. @throws DomainError `not-found` */
export function getCertificatePdfUseCase({
  draw,
  addresses,
  ...ports
}: Pick<SeeCertificatePorts, "certificates"> & {
  readonly draw: DrawCertificate;
  readonly addresses: Addresses;
}): GetCertificatePdf {
  const getCertificate = getCertificateUseCase(ports);
  return async (certificateId) => {
    const certificate = await getCertificate(certificateId);
    const { snapshot, status } = certificate;
    const issued = { certificateId, address: addresses.certificate(certificateId) };
    const pdf = await draw({ snapshot, issued, ...(status !== "valid" && { mark: status }) });
    return { certificate, pdf };
  };
}
