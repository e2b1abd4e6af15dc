import type { Agreements } from "#agreements/ports/agreements";
import type { MaterialsOrders } from "#agreements/ports/materials";
import type { Meetings } from "#agreements/ports/meetings";
import type { SeatReads } from "#agreements/ports/seats";
import type { ForSale, Offering } from "#catalogue/ports/for-sale";
import type { Caller } from "#kernel/caller";
import type { Clock, Instant } from "#kernel/clock";
import type { AgreementId } from "#kernel/ids";
import type { Place, PlaceReads } from "#registration/ports/places";
import type { MaterialsOrder } from "../domain/materials.ts";
import { type Meeting, meetingsKept, type YearKept } from "../domain/meeting.ts";
import type { Seat } from "../domain/seat.ts";
import { type Found, findAgreement } from "./find-agreement.ts";

/** A seat that is used, with who has it and where. */
export interface UsedSeat {
  readonly seat: Seat;
  readonly cohort: Offering;
  readonly place: Place;
  readonly mayBeNamed: boolean;
  readonly mayBeGivenBack: boolean;
}

/** An agreement with all that its contacts and administrators see of it. */
export interface AgreementDetails extends Found {
  readonly seatsFree: number;
  /** In the order they were taken. */
  readonly used: readonly UsedSeat[];
  /** In order of time. */
  readonly meetings: readonly Meeting[];
  readonly kept: readonly YearKept[];
  readonly materials: readonly MaterialsOrder[];
  readonly at: Instant;
}

export interface GetAgreementPorts {
  readonly clock: Clock;
  readonly agreements: Agreements;
  readonly seatReads: SeatReads;
  readonly meetings: Meetings;
  readonly materialsOrders: MaterialsOrders;
  readonly forSale: ForSale;
  readonly placeReads: PlaceReads;
}

export type GetAgreement = (agreementId: AgreementId, caller: Caller) => Promise<AgreementDetails>;

/** @throws DomainError `not-found`, also when it isn't the caller's to know of */
export function getAgreementUseCase(ports: GetAgreementPorts): GetAgreement {
  const { clock, agreements, seatReads, meetings, materialsOrders, forSale, placeReads } = ports;
  return async (agreementId, caller) => {
    const found = await findAgreement(agreements, agreementId, caller);
    const [counted, seats, held, materials] = await Promise.all([
      seatReads.counters([agreementId]),
      seatReads.ofAgreement(agreementId),
      meetings.ofAgreement(agreementId),
      materialsOrders.ofAgreement(agreementId),
    ]);
    const now = clock();
    const inUse = seats.filter(({ status }) => status === "used");
    const refs = inUse.map(({ cohortId, placeId }) => ({ offeringId: cohortId, placeId }));
    const cohortIds = [...new Set(inUse.map(({ cohortId }) => cohortId))];
    const [{ offerings }, places] = await Promise.all([
      forSale.load({ products: [], offerings: cohortIds }),
      placeReads.load(refs),
    ]);
    const placeOf = new Map(places.map((place) => [place.placeId, place]));
    const used = inUse.flatMap((seat) => {
      const [cohort, place] = [offerings.get(seat.cohortId), placeOf.get(seat.placeId)];
      return cohort && place ? [usedSeat(seat, cohort, place, found, now)] : [];
    });
    return {
      ...found,
      seatsFree: counted.get(agreementId)?.free ?? 0,
      used: used.toSorted((a, b) => a.seat.takenAt.localeCompare(b.seat.takenAt)),
      meetings: held.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)),
      kept: meetingsKept(found.agreement, held),
      materials: materials.toSorted((a, b) => a.orderedAt.localeCompare(b.orderedAt)),
      at: now,
    };
  };
}

function usedSeat(seat: Seat, cohort: Offering, place: Place, { acting }: Found, now: Instant): UsedSeat {
  return {
    seat,
    cohort,
    place,
    mayBeNamed: now < cohort.namingDeadline && cohort.status === "published",
    mayBeGivenBack: acting.as === "administrator" || now < cohort.cancellationDeadline,
  };
}
