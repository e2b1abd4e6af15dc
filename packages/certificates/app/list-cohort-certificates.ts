import type { Certificate, Certificates } from "#certificates/ports/certificates";
import type { OfferingId } from "#kernel/ids";

const PAGE = 50;

export type ListCohortCertificates = (
  cohortId: OfferingId,
  cursor?: string,
) => Promise<{ readonly items: readonly Certificate[]; readonly cursor?: string }>;

/** A cohort's certificates, the oldest first, with what happened to each: an issue's progress shows here. */
export function listCohortCertificatesUseCase({ list }: Pick<Certificates, "list">): ListCohortCertificates {
  return (cohortId, cursor) => list(cohortId, { limit: PAGE, cursor });
}
