import type { ForSale } from "#catalogue/ports/for-sale";
import type { Participations } from "#education/ports/participations";
import { mintAccessKey } from "#kernel/id";
import type { OrderNumber, PlaceId } from "#kernel/ids";
import type { Locale } from "#kernel/locale";
import type { Origin } from "#kernel/origin";
import { record, type TransactionPart } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { OrderReads } from "#ordering/ports/orders";
import type { Place, PlaceParts, PlaceReads, PlaceRef } from "#registration/ports/places";
import type { Participation } from "../domain/participation.ts";
import { type Settled, settleParticipation } from "../domain/settle-participation.ts";
import { participationStarted } from "../events/participation-started.ts";
import { participationWithdrawn } from "../events/participation-withdrawn.ts";

export interface SettleParticipationsPorts {
  readonly unitOfWork: UnitOfWork;
  readonly orders: OrderReads;
  readonly forSale: Pick<ForSale, "recall">;
  readonly placeReads: PlaceReads;
  readonly placeParts: Pick<PlaceParts, "unchanged">;
  readonly participations: Pick<Participations, "load" | "create" | "replace">;
}

export type SettleParticipations = (
  origin: Origin,
  told: { readonly orderNumber: OrderNumber; readonly placeIds?: readonly PlaceId[] },
) => Promise<void>;

/**
 * Something happened to an order's places (all of them, unless told which): those in cohorts get the participations they
 * stand for. Decides on the places as they are now and not on what was told, so that events late, twice or out of order
 * end in the same. At most 25 places an order: two rows and a fact each stay below 100 actions.
 */
export function settleParticipationsUseCase(ports: SettleParticipationsPorts): SettleParticipations {
  const { unitOfWork, orders, placeReads, placeParts, participations } = ports;
  return async (origin, { orderNumber, placeIds }) => {
    const order = await orders.get(orderNumber);
    if (!order) return;
    const lines = order.lines.flatMap((line) => (line.kind === "place" ? [line] : []));
    const asked = await inCohorts(
      ports.forSale,
      lines.filter(({ placeId }) => placeIds?.includes(placeId) ?? true),
    );
    if (asked.length === 0) return;
    await unitOfWork.handle(origin, async () => {
      const [places, known] = await Promise.all([
        placeReads.load(asked),
        participations.load(asked.map(({ offeringId, placeId }) => ({ cohortId: offeringId, placeId }))),
      ]);
      return places.flatMap((place) =>
        settle(
          place,
          known.find(({ placeId }) => placeId === place.placeId),
          order.locale,
        ),
      );
    });
  };

  function settle(place: Place, before: Participation | undefined, locale: Locale): TransactionPart[] {
    const made = { key: mintAccessKey(unitOfWork.random), locale, now: unitOfWork.clock() };
    const settled = settleParticipation(before, place, made);
    if (!settled) return [];
    const { after } = settled;
    return [
      // Without it, one who read the place before it was cancelled could write a participation after.
      placeParts.unchanged(place),
      before ? participations.replace(before, after) : participations.create(after),
      record(...factsOf(settled)),
    ];
  }
}

/** Of places, those in cohorts. What kind an offering is never changes once somebody can have a place in it. */
async function inCohorts(forSale: Pick<ForSale, "recall">, places: readonly PlaceRef[]): Promise<PlaceRef[]> {
  const offeringIds = [...new Set(places.map(({ offeringId }) => offeringId))];
  if (offeringIds.length === 0) return [];
  const { offerings } = await forSale.recall({ products: [], offerings: offeringIds });
  return places
    .filter(({ offeringId }) => offerings.get(offeringId)?.kind === "cohort")
    .map(({ offeringId, placeId }) => ({ offeringId, placeId }));
}

function factsOf({ after: { cohortId, placeId }, became }: Settled) {
  if (became === "started") return [participationStarted.of({ cohortId, placeId })];
  if (became === "withdrawn") return [participationWithdrawn.of({ cohortId, placeId, why: "place-cancelled" })];
  return [];
}
