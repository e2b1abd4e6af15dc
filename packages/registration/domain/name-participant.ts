import type { Instant } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import type { ProductId } from "#kernel/ids";
import { includedGoods, type Particulars, refuseUnlessAnswered } from "./particulars.ts";
import type { Place } from "./place.ts";
import { type SignUpTerms, ticketTypeOf } from "./terms.ts";
import { ticketAddressOf } from "./who-may.ts";

export interface Named {
  readonly after: Place;
  /** Goods that this place has no use for any more, and goods it needs instead; one piece each. */
  readonly released: readonly ProductId[];
  readonly reserved: readonly ProductId[];
}

/**
 * The place with a participant filled in, or another instead, which costs nothing until the naming deadline.
 *
 * @throws DomainError `place-cancelled`, `naming-deadline-passed`, `answer-missing`, `answer-unknown`,
 *   `health-consent-missing`, `choice-of-goods-missing`, `choice-of-goods-unknown`, and what `ticketAddressOf` refuses
 */
export function nameParticipant(
  place: Place,
  terms: SignUpTerms,
  given: Particulars,
  made: { readonly now: Instant; readonly municipalityDomain: string },
): Named {
  if (place.status === "cancelled") throw refusal("place-cancelled", {});
  if (made.now >= terms.namingDeadline) throw refusal("naming-deadline-passed", {});
  refuseUnlessAnswered(terms, given);
  const ticketType = ticketTypeOf(terms, place.ticketTypeId);
  const { municipalityDomain } = made;
  // A trainer seat stays with its place, whoever comes.
  const entitled = place.seat && "agreement-seats";
  const ticketAddress = ticketAddressOf(terms, ticketType, {
    participant: given.participant,
    entitled,
    municipalityDomain,
  });
  const goods = place.handedOut
    ? place.goods
    : includedGoods(terms, given.chosenGoods, { named: true, before: place.goods });
  return {
    after: {
      ...place,
      participant: given.participant,
      ...(ticketAddress && { ticketAddress }),
      answers: given.answers,
      healthAnswered: given.health !== undefined,
      goods,
      version: place.version + 1,
    },
    released: without(place.goods, goods),
    reserved: without(goods, place.goods),
  };
}

/** Products of `these` whose place in the offering's list has another product, or none, in `others`. */
function without(these: Place["goods"], others: Place["goods"]): ProductId[] {
  return these
    .filter(({ index, productId }) => !others.some((other) => other.index === index && other.productId === productId))
    .map(({ productId }) => productId);
}
