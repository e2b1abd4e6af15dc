import * as z from "zod";
import { EmailAddress, TextLine } from "#kernel/contact";
import type { DomainError } from "#kernel/domain-error";
import { ProductId } from "#kernel/ids";
import { inLocale, type Locale } from "#kernel/locale";
import { answerField } from "#platform/html/question-field";
import { type FormFields, type FormRead, formReader } from "#platform/http/form-reader";
import type { SeatForm } from "../../app/get-seat-form.ts";
import type { SeatParticulars } from "../../app/take-trainer-seat.ts";
import { FORM_TEXT } from "./form-text.ts";
import { asked, goodsField } from "./seat-form.ts";

const AnswerText = z.string().trim().max(1000);

/** What the form says about whoever is named, or what is wrong with it, field by field. */
export function readSeatForm(
  fields: FormFields,
  form: SeatForm,
  locale: Locale,
): FormRead<z.infer<typeof SeatParticulars>> {
  const text = FORM_TEXT[locale].seat;
  const read = formReader(fields);
  const name = read.must("name", TextLine, text.nameMissing);
  const email = read.must("email", z.string().trim().pipe(EmailAddress), text.emailWrong);
  const chosenGoods = form.cohort.includedGoods.flatMap(({ name: goods, oneOf }, index) => {
    if (oneOf.length < 2) return [];
    return read.must(goodsField(index), ProductId, text.choiceMissing(inLocale(goods, locale))) ?? [];
  });
  const answers = asked(form).flatMap(({ questionId, required, text: question }) => {
    const field = answerField(questionId);
    const answer = read.must(field, AnswerText, text.answerTooLong);
    if (answer === "" && required) {
      read.errors.push({ field, message: text.answerMissing(inLocale(question, locale)) });
    }
    return answer ? [{ questionId, answer }] : [];
  });
  if (name === undefined || email === undefined || read.errors.length > 0) return { errors: read.errors };
  return { value: { participant: { name, email }, chosenGoods, answers } };
}

/** The field that a refusal of a participant is about. */
export function seatFieldOf({ code, details }: DomainError): string | undefined {
  if (code === "participant-has-place" || code === "participant-address-missing") return "email";
  return "questionId" in details ? answerField(details.questionId) : undefined;
}
