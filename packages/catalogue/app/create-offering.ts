import type { Offerings } from "#catalogue/ports/offerings";
import { mint } from "#kernel/id";
import { OfferingId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { newOffering } from "../domain/edit-offering.ts";
import { Offering, type OfferingDetails } from "../domain/offering.ts";

export type CreateOffering = (origin: Origin, details: OfferingDetails) => Promise<Offering>;

/** A draft of an offering: nobody sees it, and nobody can sign up. */
export function createOfferingUseCase(ports: { unitOfWork: UnitOfWork; offerings: Offerings }): CreateOffering {
  const { unitOfWork, offerings } = ports;
  return (origin, details) =>
    unitOfWork.run(origin, Offering, async () => {
      const offering = newOffering(mint(OfferingId, unitOfWork.random), details, unitOfWork.random);
      return { parts: [offerings.create(offering)], answer: offering };
    });
}
