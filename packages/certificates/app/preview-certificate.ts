import type { DrawCertificate } from "#certificates/ports/certificate-pdf";
import type { ParticipationReads } from "#education/ports/participations";
import type { Clock } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import type { OfferingId, PlaceId } from "#kernel/ids";
import { qualifiedIn } from "./qualified.ts";
import { type Issuing, snapshotOf } from "./snapshot.ts";

export interface PreviewCertificatePorts extends Issuing {
  readonly clock: Clock;
  readonly participations: ParticipationReads;
  readonly draw: DrawCertificate;
}

export type PreviewCertificate = (cohortId: OfferingId, placeId: PlaceId) => Promise<Uint8Array>;

/**
 * A participant's certificate as it would be issued now: neither signed nor kept.
 *
 * @throws DomainError `not-found`; `certificate-not-earned`
 */
export function previewCertificateUseCase(ports: PreviewCertificatePorts): PreviewCertificate {
  const { clock, participations, draw } = ports;
  return async (cohortId, placeId) => {
    const [cohort, everybody] = await Promise.all([participations.cohort(cohortId), participations.ofCohort(cohortId)]);
    if (!cohort || !everybody.some((each) => each.placeId === placeId)) throw refusal("not-found", {});
    const found = qualifiedIn(cohort, everybody).find(({ participation }) => participation.placeId === placeId);
    if (!found) throw refusal("certificate-not-earned", { placeIds: [placeId] });
    const snapshot = snapshotOf(cohort, found.participation, found.eligibility, ports, clock());
    return draw({ snapshot, mark: "preview" });
  };
}
