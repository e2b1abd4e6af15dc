import type { Locale } from "#kernel/locale";
import { inLocale } from "#kernel/locale";
import { formatKroner } from "#kernel/money";
import { formatSession } from "#kernel/norwegian-time";
import type { Origin } from "#kernel/origin";
import { choiceField, errorSummary, type FormError, textField } from "#platform/html/fields";
import { linkButton, postForm, submitButton } from "#platform/html/form";
import { type Html, html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import { answerField, questionField } from "#platform/html/question-field";
import { type FormFields, typed } from "#platform/http/form-reader";
import type { SeatForm } from "../../app/get-seat-form.ts";
import { agreementAddress } from "./addresses.ts";
import { FORM_TEXT } from "./form-text.ts";

export interface FormView {
  readonly locale: Locale;
  readonly origin: Origin;
  readonly fields: FormFields;
  readonly errors: readonly FormError[];
}

/** The form that names who has a seat: for a new one in a cohort, or instead of somebody. `path`: its own address. */
export function seatFormPage(form: SeatForm, path: string, view: FormView): string {
  const { cohort, agreement, place } = form;
  const { locale, origin, errors, fields } = view;
  const text = FORM_TEXT[locale].seat;
  const title = inLocale(cohort.title, locale);
  return layout({
    title: place ? text.replace(title) : text.take(title),
    locale,
    languages: (lang) => agreementAddress(form, path, lang),
    main: html`${errorSummary(errors, locale)}
<p class="ds-paragraph">${cohort.sessions.map((session, index) => html`${index > 0 && html`<br>`}${formatSession(session, locale)}`)}</p>
${!place && html`<p class="ds-paragraph">${text.price(formatKroner(agreement.prices.trainerMaterial))}</p>`}
${postForm({
  action: agreementAddress(form, path, locale),
  idempotencyKey: origin.correlationId,
  body: html`${textField({ name: "name", label: text.name, value: typed(fields, "name"), autocomplete: "off", errors })}
${textField({
  name: "email",
  label: text.email,
  description: text.emailWhy,
  value: typed(fields, "email"),
  type: "email",
  autocomplete: "off",
  errors,
})}
${goodsFields(form, view)}
${asked(form).map((question) => questionField(question, { ...view, optional: text.optional }))}
${asksAboutHealth(form) && html`<p class="ds-paragraph">${text.health}</p>`}
<div class="centre-actions">${submitButton(place ? text.change : text.save)}
${linkButton(agreementAddress(form, "", locale), FORM_TEXT[locale].back, "secondary")}</div>`,
})}`,
  });
}

/** What this form asks. Health is asked about where consent is given, on the order's page. */
export function asked({ cohort }: SeatForm) {
  return cohort.questions.filter(({ kind }) => kind !== "health");
}

function asksAboutHealth({ cohort }: SeatForm): boolean {
  return cohort.questions.some(({ kind }) => kind === "health");
}

function goodsFields({ cohort, products }: SeatForm, { locale, fields, errors }: FormView): Html[] {
  return cohort.includedGoods.flatMap(({ name, oneOf }, index) => {
    if (oneOf.length < 2) return [];
    const choices = oneOf.flatMap((productId) => {
      const product = products.get(productId);
      return product ? [{ value: productId, label: inLocale(product.title, locale) }] : [];
    });
    const label = FORM_TEXT[locale].seat.choose(inLocale(name, locale));
    return [choiceField({ name: goodsField(index), label, choices, value: typed(fields, goodsField(index)), errors })];
  });
}

export function goodsField(index: number): string {
  return `goods-${index}`;
}

/** The form as the place is now; empty for a new one. */
export function seatFields({ place }: SeatForm): FormFields {
  if (!place) return {};
  return {
    name: place.participant?.name ?? "",
    email: place.participant?.email ?? "",
    ...Object.fromEntries(place.goods.map(({ index, productId }) => [goodsField(index), productId])),
    ...Object.fromEntries(place.answers.map(({ questionId, answer }) => [answerField(questionId), answer])),
  };
}
