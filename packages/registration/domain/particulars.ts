import * as z from "zod";
import { refusal } from "#kernel/domain-error";
import { AccessKey } from "#kernel/id";
import { ProductId } from "#kernel/ids";
import { Answer, Participant, type Place } from "./place.ts";
import type { SignUpTerms } from "./terms.ts";

/** Answers about health (GDPR article 9), given for one place with explicit consent. */
export const HealthAnswers = z.strictObject({
  /** That we may keep these answers until 14 days after the last session, and tell the caterer how many need what. */
  consent: z.boolean(),
  answers: z.array(Answer).min(1).max(10),
});
export type HealthAnswers = z.infer<typeof HealthAnswers>;

/** What is asked of each participant, when signing up or later. */
export const Particulars = z.strictObject({
  participant: Participant,
  /** Of the goods to choose from, such as the textbook. What was chosen before stays, if nothing else is chosen now. */
  chosenGoods: z.array(ProductId).max(5).default([]),
  answers: z.array(Answer).max(20).default([]),
  health: HealthAnswers.optional(),
  /** That the participant reads the mail of their address, for an employees' or trainers' ticket: from a code by mail. */
  mailProof: AccessKey.optional(),
});
export type Particulars = z.infer<typeof Particulars>;

/**
 * Every question that must be answered is, each answer has its question, and health answers have their consent.
 *
 * @throws DomainError `answer-missing`, `answer-unknown`, `health-consent-missing`
 */
export function refuseUnlessAnswered(terms: SignUpTerms, given: Pick<Particulars, "answers" | "health">): void {
  for (const { questionId, required, kind } of terms.questions) {
    // Health questions can't be a must: consent that is a condition isn't freely given (GDPR art. 7 (4)).
    const needed = required && kind !== "health";
    if (needed && !given.answers.some((answer) => answer.questionId === questionId))
      throw refusal("answer-missing", { questionId });
  }
  for (const answer of given.answers) refuseUnlessAsked(terms, answer, false);
  for (const answer of given.health?.answers ?? []) refuseUnlessAsked(terms, answer, true);
  if (given.health && !given.health.consent) throw refusal("health-consent-missing", {});
}

function refuseUnlessAsked(terms: SignUpTerms, { questionId, answer }: Answer, withConsent: boolean): void {
  const question = terms.questions.find((each) => each.questionId === questionId);
  if (!question || (question.kind === "choice" && !question.choices?.includes(answer)))
    throw refusal("answer-unknown", { questionId });
  if (question.kind === "health" && !withConsent) throw refusal("health-consent-missing", {});
  if (question.kind !== "health" && withConsent) throw refusal("answer-unknown", { questionId });
}

/**
 * The included goods of a place. What comes with every place is reserved at once; what is to be chosen, when somebody is
 * named; what was chosen before stays until another is.
 *
 * @throws DomainError `choice-of-goods-missing`, `choice-of-goods-unknown`
 */
export function includedGoods(
  terms: SignUpTerms,
  chosen: readonly ProductId[],
  place: { readonly named: boolean; readonly before: Place["goods"] },
): Place["goods"] {
  const { offeringId } = terms;
  const unknown = refusal("choice-of-goods-unknown", { offeringId });
  if (chosen.some((productId) => !terms.includedGoods.some(({ oneOf }) => oneOf.includes(productId)))) throw unknown;
  const goods = terms.includedGoods.flatMap(({ oneOf }, index) => {
    const [only] = oneOf;
    const before = place.before.find((each) => each.index === index);
    const productId = (oneOf.length === 1 ? only : chosen.find((each) => oneOf.includes(each))) ?? before?.productId;
    if (productId) return [{ index, productId }];
    if (place.named) throw refusal("choice-of-goods-missing", { offeringId });
    return [];
  });
  // Two of what is one choice.
  if (chosen.some((productId) => !goods.some((each) => each.productId === productId))) throw unknown;
  return goods;
}
