import * as z from "zod";
import type { Instant } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import { AccessKey } from "#kernel/id";
import { type AllotmentId, EntryId, OfferingId, type OrderNumber, type PlaceId, TicketTypeId } from "#kernel/ids";
import { HealthAnswers, includedGoods, Particulars, refuseUnlessAnswered } from "./particulars.ts";
import { Participant, type Place } from "./place.ts";
import { refuseUnlessHeld, refuseUnlessOpen, type SignUpTerms, ticketTypeOf } from "./terms.ts";
import { type Entitlement, ticketAddressOf } from "./who-may.ts";

/** One place asked for. Without a participant it is to be named later, and choices and answers come with the name. */
export const PlaceRequest = z.strictObject({
  offeringId: OfferingId,
  ticketTypeId: TicketTypeId,
  /** Left out: to be named later, by the link in the mail. */
  participant: Participant.optional(),
  chosenGoods: Particulars.shape.chosenGoods,
  answers: Particulars.shape.answers,
  health: HealthAnswers.optional(),
  /** That the participant reads the mail of their address, for an employees' or trainers' ticket: from a code by mail. */
  mailProof: AccessKey.optional(),
  /** Of a group that places are set aside for. */
  allotmentKey: AccessKey.optional(),
  /** The place that was offered to somebody in the waiting list, by the key in their mail. */
  offer: z.strictObject({ entryId: EntryId, key: AccessKey }).optional(),
});
export type PlaceRequest = z.infer<typeof PlaceRequest>;

/** A place asked for by a use case that has seen to what entitles to it; a request over HTTP can't say so. */
export type EntitledRequest = PlaceRequest & { readonly entitled?: Entitlement | undefined };

/**
 * A held place for a request, with the included goods that are known by now.
 *
 * @throws DomainError `offering-not-open`, `ticket-type-unknown`, `allotment-key-unknown`, `choice-of-goods-missing`,
 *   `choice-of-goods-unknown`, `answer-missing`, `answer-unknown`, `health-consent-missing`, `participant-missing`,
 *   `offer-unknown`, and what `ticketAddressOf` refuses
 */
export function signUp(
  terms: SignUpTerms,
  request: EntitledRequest,
  taken: {
    readonly placeId: PlaceId;
    readonly orderNumber: OrderNumber;
    readonly now: Instant;
    readonly municipalityDomain: string;
  },
): Place {
  const { participant, entitled } = request;
  // Who comes to a course at the workplace may be known only afterwards.
  if (entitled?.kind === "own-workplace") refuseUnlessHeld(terms);
  else refuseUnlessOpen(terms, taken.now);
  const { offeringId } = terms;
  const ticketType = ticketTypeOf(terms, request.ticketTypeId);
  const { ticketTypeId } = ticketType;
  const { municipalityDomain } = taken;
  const ticketAddress = ticketAddressOf(terms, ticketType, {
    participant,
    entitled: entitled?.kind,
    municipalityDomain,
  });
  if (participant) refuseUnlessAnswered(terms, request);
  // Answers without anybody would be kept unread: nobody has seen that none of them is about health.
  else if (request.health || request.answers.length > 0) throw refusal("participant-missing", {});
  const allotmentId = allotmentOf(terms, request);
  return {
    placeId: taken.placeId,
    offeringId,
    ticketTypeId,
    ...(allotmentId && { allotmentId }),
    orderNumber: taken.orderNumber,
    status: "held",
    ...(participant && { participant }),
    ...(ticketAddress && { ticketAddress }),
    ...(entitled?.kind === "agreement-seats" && { seat: entitled.seat }),
    answers: [...request.answers],
    healthAnswered: request.health !== undefined,
    goods: includedGoods(terms, request.chosenGoods, { named: participant !== undefined, before: [] }),
    takenAt: taken.now,
    version: 1,
  };
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
