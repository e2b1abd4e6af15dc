import type { Offerings } from "#catalogue/ports/offerings";
import { mint } from "#kernel/id";
import { OfferingId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { newOffering, refuseCohortsCalendar } from "../domain/edit-offering.ts";
import { Offering, type OfferingDetails } from "../domain/offering.ts";

export type CreateOffering = (origin: Origin, details: OfferingDetails) => Promise<Offering>;

/**
 * A draft of an offering: nobody sees it, and nobody can sign up.
 *
 * @throws DomainError `cohort-has-its-calendar` for a cohort, which education makes
 */
export function createOfferingUseCase(ports: { unitOfWork: UnitOfWork; offerings: Offerings }): CreateOffering {
  const { unitOfWork, offerings } = ports;
  return (origin, details) =>
    unitOfWork.run(origin, Offering, async () => {
      refuseCohortsCalendar(undefined, details);
      const offering = newOffering(mint(OfferingId, unitOfWork.random), details, unitOfWork.random);
      return { parts: [offerings.create(offering)], answer: offering };
    });
}
