import * as z from "zod";
import type { Instant } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import { AccessKey } from "#kernel/id";
import {
  type AllotmentId,
  EntryId,
  OfferingId,
  type OrderNumber,
  type PlaceId,
  ProductId,
  TicketTypeId,
} from "#kernel/ids";
import { Answer, Participant, type Place } from "./place.ts";
import { refuseUnlessOpen, type SignUpTerms, ticketTypeOf } from "./terms.ts";

/** One place asked for. Without a participant it is to be named later, and choices and answers come with the name. */
export const PlaceRequest = z.strictObject({
  offeringId: OfferingId,
  ticketTypeId: TicketTypeId,
  /** Left out: to be named later, by the link in the mail. */
  participant: Participant.optional(),
  /** Of the goods to choose from, such as the textbook. */
  chosenGoods: z.array(ProductId).max(5).default([]),
  answers: z.array(Answer).max(20).default([]),
  /** Of a group that places are set aside for. */
  allotmentKey: AccessKey.optional(),
  /** The place that was offered to somebody in the waiting list, by the key in their mail. */
  offer: z.strictObject({ entryId: EntryId, key: AccessKey }).optional(),
});
export type PlaceRequest = z.infer<typeof PlaceRequest>;

/**
 * A held place for a request, with the included goods that are known by now.
 *
 * @throws DomainError `offering-not-open`, `ticket-type-unknown`, `allotment-key-unknown`, `choice-of-goods-missing`,
 *   `choice-of-goods-unknown`, `answer-missing`
 */
export function signUp(
  terms: SignUpTerms,
  request: PlaceRequest,
  taken: { readonly placeId: PlaceId; readonly orderNumber: OrderNumber; readonly now: Instant },
): Place {
  refuseUnlessOpen(terms, taken.now);
  const { offeringId } = terms;
  const { participant } = request;
  const { ticketTypeId } = ticketTypeOf(terms, request.ticketTypeId);
  if (participant) refuseUnlessAnswered(terms, request.answers);
  const allotmentId = allotmentOf(terms, request);
  return {
    placeId: taken.placeId,
    offeringId,
    ticketTypeId,
    ...(allotmentId && { allotmentId }),
    orderNumber: taken.orderNumber,
    status: "held",
    ...(participant && { participant }),
    answers: [...request.answers],
    goods: includedGoods(terms, request.chosenGoods, participant !== undefined),
    takenAt: taken.now,
    version: 1,
  };
}

function refuseUnlessAnswered(terms: SignUpTerms, answers: readonly Answer[]): void {
  for (const { questionId, required, kind } of terms.questions) {
    // Health questions can't be a must: consent that is a condition isn't freely given (GDPR art. 7 (4)).
    const needed = required && kind !== "health";
    if (needed && !answers.some((answer) => answer.questionId === questionId))
      throw refusal("answer-missing", { questionId });
  }
}

function allotmentOf(terms: SignUpTerms, request: PlaceRequest): AllotmentId | undefined {
  if (!request.allotmentKey) return undefined;
  // An allotment's places are counted by themselves: none of them is ever offered to the waiting list.
  if (request.offer) throw refusal("offer-unknown", {});
  const allotment = terms.allotments.find(
    ({ key, ticketTypeId }) => key === request.allotmentKey && ticketTypeId === request.ticketTypeId,
  );
  if (!allotment) throw refusal("allotment-key-unknown", {});
  return allotment.allotmentId;
}

/** What comes with every place is reserved at once; what is to be chosen, when somebody is named. */
function includedGoods(terms: SignUpTerms, chosen: readonly ProductId[], named: boolean): Place["goods"] {
  const { offeringId } = terms;
  const goods = terms.includedGoods.flatMap(({ oneOf }, index) => {
    const [only] = oneOf;
    if (only && oneOf.length === 1) return [{ index, productId: only }];
    const productId = chosen.find((each) => oneOf.includes(each));
    if (productId) return [{ index, productId }];
    if (named) throw refusal("choice-of-goods-missing", { offeringId });
    return [];
  });
  const known = goods.map(({ productId }) => productId);
  if (chosen.some((productId) => !known.includes(productId))) throw refusal("choice-of-goods-unknown", { offeringId });
  return goods;
}
