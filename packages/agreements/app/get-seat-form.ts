import type { ForSale, Offering, Product } from "#catalogue/ports/for-sale";
import type { Caller } from "#kernel/caller";
import type { AgreementId, OfferingId, ProductId } from "#kernel/ids";
import type { Place } from "#registration/ports/places";
import { type Found, findAgreement } from "./find-agreement.ts";
import { type FindSeatPorts, findSeat, type SeatRef } from "./find-seat.ts";
import { findCohort } from "./seat-in-cohort.ts";

/** What a form that names a seat's participant shows: the cohort with its questions, and the goods to choose from. */
export interface SeatForm extends Found {
  readonly cohort: Offering;
  readonly products: ReadonlyMap<ProductId, Product>;
  /** The place as it is; none yet when a seat is to be taken. */
  readonly place?: Place;
}

export interface GetSeatForm {
  /** @throws DomainError `not-found`, `cohort-without-seats` */
  toTake(agreementId: AgreementId, cohortId: OfferingId, caller: Caller): Promise<SeatForm>;
  /** @throws DomainError `not-found`, `seat-is-given-back` */
  toChange(seat: SeatRef, caller: Caller): Promise<SeatForm>;
}

export function getSeatFormUseCase(ports: FindSeatPorts): GetSeatForm {
  const { agreements, forSale } = ports;
  return {
    async toTake(agreementId, cohortId, caller) {
      const found = await findAgreement(agreements, agreementId, caller);
      const cohort = await findCohort(forSale, cohortId);
      return { ...found, cohort, products: await productsToChoose(forSale, cohort) };
    },
    async toChange(ref, caller) {
      const { agreement, acting, cohort, place } = await findSeat(ports, ref, caller);
      return { agreement, acting, cohort, place, products: await productsToChoose(forSale, cohort) };
    },
  };
}

async function productsToChoose(
  forSale: ForSale,
  { includedGoods }: Offering,
): Promise<ReadonlyMap<ProductId, Product>> {
  const ids = new Set(includedGoods.flatMap(({ oneOf }) => (oneOf.length > 1 ? oneOf : [])));
  return (await forSale.load({ products: [...ids], offerings: [] })).products;
}
