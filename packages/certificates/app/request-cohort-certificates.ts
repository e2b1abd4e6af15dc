import * as z from "zod";
import type { ParticipationReads } from "#education/ports/participations";
import type { PersonId } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import { OfferingId, PlaceId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { cohortCertificatesRequested } from "../events/cohort-certificates-requested.ts";
import type { Certificates } from "../ports/certificates.ts";
import { qualifiedIn, toBeIssued } from "./qualified.ts";

export const RequestCertificatesCommand = z.strictObject({
  /** Only these, also those whose certificate was revoked; left out, all who qualify and have never had one. */
  placeIds: z.array(PlaceId).min(1).max(36).optional(),
});
type RequestCertificatesCommand = z.infer<typeof RequestCertificatesCommand>;

export const CertificatesRequested = z.object({
  cohortId: OfferingId,
  /** Participants who meet the requirements. */
  qualified: z.int().min(0),
  /** Those of them who get a certificate now. */
  toBeIssued: z.int().min(0),
});
type CertificatesRequested = z.infer<typeof CertificatesRequested>;

export interface RequestCohortCertificatesPorts {
  readonly unitOfWork: UnitOfWork;
  readonly participations: ParticipationReads;
  readonly certificates: Certificates;
}

export type RequestCohortCertificates = (
  origin: Origin,
  cohortId: OfferingId,
  command: RequestCertificatesCommand,
  by: PersonId,
) => Promise<CertificatesRequested>;

/**
 * An administrator has a cohort's certificates issued: one fact, that a consumer works through. What is answered is how
 * things stand now; the consumer decides anew.
 *
 * @throws DomainError `not-found`; `certificate-not-earned` for somebody named who doesn't qualify
 */
export function requestCohortCertificatesUseCase(ports: RequestCohortCertificatesPorts): RequestCohortCertificates {
  const { unitOfWork, participations, certificates } = ports;
  return (origin, cohortId, { placeIds }, by) =>
    unitOfWork.run(origin, CertificatesRequested, async () => {
      const [cohort, everybody, held] = await Promise.all([
        participations.cohort(cohortId),
        participations.ofCohort(cohortId),
        certificates.heldIn(cohortId),
      ]);
      if (!cohort) throw refusal("not-found", {});
      const qualified = qualifiedIn(cohort, everybody);
      const earned = new Set(qualified.map(({ participation }) => participation.placeId));
      const notEarned = (placeIds ?? []).filter((placeId) => !earned.has(placeId));
      if (notEarned.length > 0) throw refusal("certificate-not-earned", { placeIds: notEarned });
      return {
        parts: [record(cohortCertificatesRequested.of({ cohortId, by, ...(placeIds && { placeIds }) }))],
        answer: {
          cohortId,
          qualified: qualified.length,
          toBeIssued: toBeIssued(qualified, held, placeIds).length,
        },
      };
    });
}
