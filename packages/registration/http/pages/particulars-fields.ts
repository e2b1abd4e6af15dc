import { inLocale, type Locale } from "#kernel/locale";
import { checkboxField, choiceField, type FormError, textField } from "#platform/html/fields";
import { linkButton } from "#platform/html/form";
import { type Html, html } from "#platform/html/html";
import { questionField } from "#platform/html/question-field";
import { type FormFields, typed } from "#platform/http/form-reader";
import type { Asked } from "../../app/asked.ts";
import { PARTICULARS_TEXT } from "./particulars-text.ts";

export interface ParticularsView {
  readonly locale: Locale;
  readonly fields: FormFields;
  readonly errors: readonly FormError[];
  /** Answers about health were given before; they are not shown. */
  readonly healthAnswered: boolean;
  /** The form's own address, when it takes a proved mail address: the page that proves it comes back here. */
  readonly provenAt?: string | undefined;
}

type Question = Asked["offering"]["questions"][number];

/** The form's fields about one participant: who, which book, and what the offering asks. */
export function particularsFields(asked: Asked, view: ParticularsView): Html {
  const { locale, fields, errors } = view;
  const text = PARTICULARS_TEXT[locale];
  const { questions } = asked.offering;
  return html`${proofField(view)}
${textField({
  name: "name",
  label: text.name,
  value: typed(fields, "name"),
  autocomplete: "off",
  errors,
})}
${textField({
  name: "email",
  label: text.email,
  description: text.emailWhy,
  value: typed(fields, "email"),
  type: "email",
  autocomplete: "off",
  errors,
})}
${goodsFields(asked, view)}
${questions.filter(({ kind }) => kind !== "health").map((question) => questionField(question, { ...view, optional: text.optional }))}
${healthFields(
  questions.filter(({ kind }) => kind === "health"),
  view,
)}`;
}

/** An employees' or trainers' ticket, or a free one, is for who has proved the address by a code. */
function proofField({ locale, fields, provenAt }: ParticularsView): Html {
  if (provenAt === undefined) return html``;
  const text = PARTICULARS_TEXT[locale].proof;
  const proof = typed(fields, MAIL_PROOF);
  if (proof !== "") {
    return html`<p class="ds-paragraph">${text.given}</p><input type="hidden" name="${MAIL_PROOF}" value="${proof}">`;
  }
  const prove = `/mail-codes/page?${new URLSearchParams({ lang: locale, next: provenAt })}`;
  return html`<p class="ds-paragraph">${text.missing}</p><p>${linkButton(prove, text.prove, "secondary")}</p>`;
}

function goodsFields({ offering, products }: Asked, { locale, fields, errors }: ParticularsView): Html[] {
  return offering.includedGoods.flatMap(({ name, oneOf }, index) => {
    if (oneOf.length < 2) return [];
    const choices = oneOf.flatMap((productId) => {
      const product = products.get(productId);
      return product ? [{ value: productId, label: inLocale(product.title, locale) }] : [];
    });
    const label = PARTICULARS_TEXT[locale].choose(inLocale(name, locale));
    return [choiceField({ name: goodsField(index), label, choices, value: typed(fields, goodsField(index)), errors })];
  });
}

/** Health data have their explanation and their consent beside them (GDPR art. 9 (2) a, art. 13). */
function healthFields(questions: readonly Question[], view: ParticularsView): Html {
  if (questions.length === 0) return html``;
  const text = PARTICULARS_TEXT[view.locale].health;
  return html`<fieldset class="ds-fieldset centre-group">
<legend class="ds-label">${text.heading}</legend>
<p class="ds-paragraph">${text.why}</p>
${view.healthAnswered && html`<p class="ds-paragraph">${text.again}</p>`}
${questions.map((question) => questionField(question, { ...view, optional: PARTICULARS_TEXT[view.locale].optional }))}
${checkboxField({
  name: "consent",
  label: text.consent,
  checked: typed(view.fields, "consent") !== "",
  errors: view.errors,
})}
</fieldset>`;
}

export const MAIL_PROOF = "mail-proof";

export function goodsField(index: number): string {
  return `goods-${index}`;
}
