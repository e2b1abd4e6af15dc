import * as z from "zod";
import { EmailAddress, TextLine } from "#kernel/contact";
import type { DomainError } from "#kernel/domain-error";
import { AccessKey } from "#kernel/id";
import { ProductId } from "#kernel/ids";
import { inLocale, type Locale } from "#kernel/locale";
import { answerField } from "#platform/html/question-field";
import { type FormFields, type FormRead, formReader } from "#platform/http/form-reader";
import type { Asked } from "../../app/asked.ts";
import type { Particulars } from "../../domain/particulars.ts";
import { goodsField, MAIL_PROOF } from "./particulars-fields.ts";
import { PARTICULARS_TEXT } from "./particulars-text.ts";

const AnswerText = z.string().trim().max(1000);

/** What a form says about one participant, or what is wrong with it, field by field. */
export function readParticulars(fields: FormFields, { offering }: Asked, locale: Locale): FormRead<Particulars> {
  const text = PARTICULARS_TEXT[locale];
  const form = formReader(fields);
  const name = form.must("name", TextLine, text.nameMissing);
  const email = form.may("email", z.string().trim().pipe(EmailAddress), text.emailWrong);
  const chosenGoods = offering.includedGoods.flatMap(({ name: goods, oneOf }, index) => {
    if (oneOf.length < 2) return [];
    return form.must(goodsField(index), ProductId, text.choiceMissing(inLocale(goods, locale))) ?? [];
  });
  const answers = offering.questions.flatMap(({ questionId, kind, required, text: asked }) => {
    const field = answerField(questionId);
    const answer = form.must(field, AnswerText, text.answerTooLong);
    if (answer === "" && required && kind !== "health") {
      form.errors.push({ field, message: text.answerMissing(inLocale(asked, locale)) });
    }
    return answer ? [{ questionId, answer, kind }] : [];
  });
  const mailProof = AccessKey.safeParse(fields[MAIL_PROOF]);
  const health = answers.filter(({ kind }) => kind === "health").map(withoutKind);
  if (name === undefined || form.errors.length > 0) return { errors: form.errors };
  return {
    value: {
      participant: { name, ...(email !== undefined && { email }) },
      chosenGoods,
      answers: answers.filter(({ kind }) => kind !== "health").map(withoutKind),
      ...(mailProof.success && { mailProof: mailProof.data }),
      ...(health.length > 0 && { health: { consent: form.ticked("consent"), answers: health } }),
    },
  };
}

const ABOUT_ADDRESS: ReadonlySet<string> = new Set([
  "employee-address-missing",
  "participant-address-missing",
  "participant-has-place",
  "certificate-missing",
]);

/** The field that a refusal of a participant's particulars is about. */
export function particularsFieldOf({ offering }: Asked, refused: DomainError): string | undefined {
  const { code, details } = refused;
  if (code === "health-consent-missing") return "consent";
  if (ABOUT_ADDRESS.has(code)) return "email";
  if ("questionId" in details) return answerField(details.questionId);
  if ("productId" in details) {
    const index = offering.includedGoods.findIndex(({ oneOf }) => oneOf.some((each) => each === details.productId));
    return index < 0 ? undefined : goodsField(index);
  }
  return undefined;
}

function withoutKind({ questionId, answer }: { questionId: string; answer: string }) {
  return { questionId, answer };
}
