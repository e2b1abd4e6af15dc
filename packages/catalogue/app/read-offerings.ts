import type { Offerings } from "#catalogue/ports/offerings";
import type { Page, PageAsked } from "#catalogue/ports/page";
import type { Clock } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import type { OfferingId } from "#kernel/ids";
import { type CapacityReads, type PlacesLeft, placesLeft } from "#registration/ports/capacity";
import { isPublic, type Offering } from "../domain/offering.ts";

export interface OfferingWithPlaces {
  readonly offering: Offering;
  /** None for a draft. */
  readonly left?: PlacesLeft;
}

export interface ReadOfferings {
  /** @throws DomainError `not-found`, also for what isn't published when only that may be seen */
  one(which: "published" | "all", offeringId: OfferingId): Promise<OfferingWithPlaces>;
  /** Published ones that are still to come and anybody may see, or all there are. */
  list(which: "published" | "all", asked: PageAsked): Promise<Page<OfferingWithPlaces>>;
}

/** Offerings with what is left of them, for everybody (`published`) or for administrators (`all`). */
export function readOfferingsUseCase(ports: {
  clock: Clock;
  offerings: Offerings;
  capacity: CapacityReads;
}): ReadOfferings {
  const { clock, offerings, capacity } = ports;
  async function withPlaces(found: readonly Offering[]): Promise<OfferingWithPlaces[]> {
    const counters = await capacity.left(found.map(({ offeringId }) => offeringId));
    return found.map((offering) => {
      const left = counters.get(offering.offeringId);
      return { offering, ...(left && { left: placesLeft(offering, left) }) };
    });
  }
  return {
    async one(which, offeringId) {
      const offering = await offerings.get(offeringId);
      const seen = offering && (which === "all" || isPublic(offering)) ? [offering] : [];
      const [found] = await withPlaces(seen);
      if (!found) throw refusal("not-found", {});
      return found;
    },
    async list(which, asked) {
      const page = await (which === "all" ? offerings.listAll(asked) : offerings.listComing(clock(), asked));
      return { ...page, items: await withPlaces(page.items) };
    },
  };
}
