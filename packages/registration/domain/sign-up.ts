import type { Instant } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import type { AccessKey } from "#kernel/id";
import type { AllotmentId, OfferingId, OrderNumber, PlaceId, ProductId, TicketTypeId } from "#kernel/ids";
import type { Answer, Participant, Place } from "./place.ts";

/** What signing up depends on; a catalogue's offering has all of it. */
export interface SignUpTerms {
  readonly offeringId: OfferingId;
  readonly status: "draft" | "published" | "cancelled";
  readonly signUpOpensAt: Instant;
  readonly signUpClosesAt: Instant;
  readonly ticketTypes: readonly { readonly ticketTypeId: TicketTypeId }[];
  readonly allotments: readonly {
    readonly allotmentId: AllotmentId;
    readonly ticketTypeId: TicketTypeId;
    readonly key: AccessKey;
  }[];
  readonly includedGoods: readonly { readonly oneOf: readonly ProductId[] }[];
  readonly questions: readonly { readonly questionId: string; readonly required: boolean; readonly kind: string }[];
}

/** One place asked for. Without a participant it is to be named later, and choices and answers come with the name. */
export interface PlaceRequest {
  readonly ticketTypeId: TicketTypeId;
  readonly participant?: Participant | undefined;
  readonly chosenGoods: readonly ProductId[];
  readonly answers: readonly Answer[];
  readonly allotmentKey?: AccessKey | undefined;
}

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
  const { ticketTypeId, participant } = request;
  if (!terms.ticketTypes.some((type) => type.ticketTypeId === ticketTypeId)) {
    throw refusal("ticket-type-unknown", { offeringId, ticketTypeId });
  }
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

/** @throws DomainError `offering-not-open` */
export function refuseUnlessOpen(terms: SignUpTerms, now: Instant): void {
  const refuse = (reason: "unpublished" | "not-yet" | "closed" | "cancelled") =>
    refusal("offering-not-open", { offeringId: terms.offeringId, reason });
  if (terms.status === "draft") throw refuse("unpublished");
  if (terms.status === "cancelled") throw refuse("cancelled");
  if (now < terms.signUpOpensAt) throw refuse("not-yet");
  if (now >= terms.signUpClosesAt) throw refuse("closed");
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
