import type { OfferingId } from "#kernel/ids";
import type { HealthRows } from "#registration/ports/health-answers";
import { countNeeds, type Need } from "../domain/catering.ts";

export type CountNeeds = (offeringId: OfferingId) => Promise<Need[]>;

/** What an offering's caterer is told: how many need what, and never who. */
export function countNeedsUseCase(healthRows: HealthRows): CountNeeds {
  return async (offeringId) => countNeeds(await healthRows.all(offeringId));
}
