import type { Offering } from "#catalogue/ports/for-sale";
import { refusal } from "#kernel/domain-error";
import type { ProductId } from "#kernel/ids";
import { MAX_ACTIONS, type TransactionPart } from "#kernel/transaction-part";
import type { Place } from "#registration/ports/places";

interface Taken {
  readonly place: Pick<Place, "ticketTypeId" | "ticketAddress" | "healthAnswered" | "goods">;
  readonly offering: Pick<Offering, "offeringId" | "ticketTypes" | "questions" | "includedGoods">;
}

/** The facts of an order that ends: that it did, and that money is owed back. */
const FACTS_OF_THE_END = 2;

/**
 * What one transaction takes, and what naming its places adds later, one transaction must be able to give back, where each
 * offering owes a fact besides: else an order that isn't paid keeps its places and stock for ever.
 *
 * @throws DomainError `too-much-for-one-order`
 */
export function refuseMoreThanCanBeGivenBack(
  parts: readonly TransactionPart[],
  taken: readonly Taken[],
  goods: readonly ProductId[],
): void {
  const items = new Set(parts.flatMap(({ writes }) => writes.map(({ key }) => `${key.pk} ${key.sk}`)));
  const offerings = new Set(taken.map(({ offering }) => offering.offeringId));
  if (items.size + addedByNaming(taken, goods) + offerings.size + FACTS_OF_THE_END > MAX_ACTIONS)
    throw refusal("too-much-for-one-order", { limit: MAX_ACTIONS, of: "writes" });
}

/** The most items that naming everybody can add: answers about health, tickets tied to an address, and goods chosen then. */
function addedByNaming(taken: readonly Taken[], goods: readonly ProductId[]): number {
  const health = taken.filter(
    ({ place, offering }) => !place.healthAnswered && offering.questions.some(({ kind }) => kind === "health"),
  );
  const tied = taken.filter(
    ({ place, offering }) =>
      !place.ticketAddress &&
      offering.ticketTypes.some((type) => type.ticketTypeId === place.ticketTypeId && type.who !== "everyone"),
  );
  const reserved = new Set([...goods, ...taken.flatMap(({ place }) => place.goods.map(({ productId }) => productId))]);
  const choices = new Set(taken.flatMap(({ offering }) => offering.includedGoods.flatMap(({ oneOf }) => oneOf)));
  const picks = taken.reduce((sum, { offering }) => sum + offering.includedGoods.length, 0);
  const notReserved = [...choices].filter((productId) => !reserved.has(productId));
  return health.length + tied.length + Math.min(picks, notReserved.length);
}
