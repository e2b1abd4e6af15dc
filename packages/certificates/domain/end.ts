import type { PersonId } from "#kernel/caller";
import type { Instant } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import type { CertificateId } from "#kernel/ids";
import type { Certificate, EndedCertificate, ValidCertificate } from "./certificate.ts";

interface Act {
  readonly at: Instant;
  readonly by: PersonId;
  readonly reason: string;
}

/** @throws DomainError `certificate-is-final` for one that is revoked or replaced already */
export function requireValid(certificate: Certificate): ValidCertificate {
  if (certificate.status !== "valid") throw refusal("certificate-is-final", { status: certificate.status });
  return certificate;
}

export function revoked(certificate: ValidCertificate, act: Act): EndedCertificate {
  return {
    ...certificate,
    status: "revoked",
    history: [...certificate.history, { what: "revoked", ...act }],
    version: certificate.version + 1,
  };
}

export function replaced(certificate: ValidCertificate, replacedBy: CertificateId, act: Act): EndedCertificate {
  return {
    ...certificate,
    status: "replaced",
    replacedBy,
    history: [...certificate.history, { what: "replaced", ...act }],
    version: certificate.version + 1,
  };
}
