import type { Caller } from "#kernel/caller";
import type { AccessKey } from "#kernel/id";
import type { OrderNumber } from "#kernel/ids";
import type { Locale } from "#kernel/locale";
import type { Money } from "#kernel/money";
import type { Origin } from "#kernel/origin";
import type { PlaceRequest } from "#registration/ports/places";
import type { EntryRef } from "#registration/ports/waiting-list";
import type { Particulars } from "../domain/particulars.ts";
import type { GetEntry } from "./get-entry.ts";

export interface AcceptOfferCommand {
  readonly buyer: { readonly name: string; readonly email: string };
  readonly particulars: Particulars;
  /** The price that was seen, in øre: one that changed meanwhile is refused. */
  readonly expectedTotal: Money;
}

/** Ordering's part: places an order of this one place, to be paid by card. */
export type OrderPlace = (
  origin: Origin,
  order: Pick<AcceptOfferCommand, "buyer" | "expectedTotal"> & { readonly place: PlaceRequest },
  locale: Locale,
) => Promise<{ readonly orderNumber: OrderNumber; readonly key: AccessKey }>;

export type AcceptOffer = (
  origin: Origin,
  entry: EntryRef,
  command: AcceptOfferCommand,
  asked: { readonly caller: Caller; readonly locale: Locale },
) => ReturnType<OrderPlace>;

/**
 * Takes the offered place into an order of its own. The order's transaction is what decides whether the offer still holds.
 *
 * @throws DomainError `not-found`, `offer-unknown`, `offer-ended`, and what placing an order is refused for
 */
export function acceptOfferUseCase(ports: {
  readonly getEntry: GetEntry;
  readonly orderPlace: OrderPlace;
}): AcceptOffer {
  const { getEntry, orderPlace } = ports;
  return async (origin, asked, { particulars, ...order }, { caller, locale }) => {
    const { entry } = await getEntry(asked, caller);
    const { offeringId, ticketTypeId, entryId, key } = entry;
    const place = { offeringId, ticketTypeId, ...particulars, offer: { entryId, key } };
    return orderPlace(origin, { ...order, place }, locale);
  };
}
