import * as z from "zod";
import { ProductId } from "#kernel/ids";
import { inLocale, type Locale } from "#kernel/locale";
import { formatKroner, ore } from "#kernel/money";
import { alert } from "#platform/html/alert";
import { choiceField, errorSummary, textField } from "#platform/html/fields";
import { linkButton, postForm, submitButton } from "#platform/html/form";
import { html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import { type FormFields, type FormRead, formReader, typed } from "#platform/http/form-reader";
import type { MaterialsToChoose } from "../../app/find-materials.ts";
import type { Materials } from "../../domain/materials.ts";
import { agreementAddress } from "./addresses.ts";
import { FORM_TEXT } from "./form-text.ts";
import type { FormView } from "./seat-form.ts";

export const MATERIALS_PATH = "/materials";

/** The form that asks for a book and a deck for each employee. */
export function materialsPage(choice: MaterialsToChoose, { locale, origin, fields, errors }: FormView): string {
  const text = FORM_TEXT[locale].materials;
  const { prices, organisation } = choice.agreement;
  const { street, postalCode, city } = organisation.address;
  return layout({
    title: text.title,
    locale,
    languages: (lang) => agreementAddress(choice, MATERIALS_PATH, lang),
    main: html`${errorSummary(errors, locale)}
<p class="ds-paragraph">${text.why(formatKroner(ore(prices.book + prices.deck)))}</p>
<p class="ds-paragraph">${text.address(`${street}, ${postalCode} ${city}`)}</p>
${postForm({
  action: agreementAddress(choice, MATERIALS_PATH, locale),
  idempotencyKey: origin.correlationId,
  body: html`${choice.books.map(({ productId, title }) =>
    textField({
      name: bookField(productId),
      label: text.employees(inLocale(title, locale)),
      value: typed(fields, bookField(productId)),
      autocomplete: "off",
      inputMode: "numeric",
      errors,
    }),
  )}
${choiceField({
  name: "deck",
  label: text.deck,
  choices: choice.decks.map(({ productId, title }) => ({ value: productId, label: inLocale(title, locale) })),
  value: typed(fields, "deck"),
  errors,
})}
<div class="centre-actions">${submitButton(text.lookOver)}
${linkButton(agreementAddress(choice, "", locale), FORM_TEXT[locale].back, "secondary")}</div>`,
})}`,
  });
}

/** Told once it is ordered. */
export function materialsOrderedPage(choice: MaterialsToChoose, orderNumber: string, locale: Locale): string {
  const text = FORM_TEXT[locale].materials;
  const body = html`<p class="ds-paragraph">${text.doneBody(orderNumber)}</p>`;
  return layout({
    title: text.title,
    locale,
    main: html`${alert("success", text.done, body, "status")}
<p>${linkButton(agreementAddress(choice, "", locale), FORM_TEXT[locale].back, "secondary")}</p>`,
  });
}

const Employees = z
  .string()
  .trim()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(1000));

/** The sets that the form asks for, or what is wrong with it, field by field. */
export function readMaterials(fields: FormFields, { books }: MaterialsToChoose, locale: Locale): FormRead<Materials> {
  const text = FORM_TEXT[locale].materials;
  const form = formReader(fields);
  const wanted = books.flatMap(({ productId }) => {
    const employees = form.may(bookField(productId), Employees, text.numberWrong);
    return employees === undefined ? [] : [{ bookId: productId, employees }];
  });
  const deckId = form.must("deck", ProductId, text.deckMissing);
  const [first] = books;
  if (wanted.length === 0 && form.errors.every(({ field }) => field === "deck"))
    form.errors.unshift({ field: first && bookField(first.productId), message: text.none });
  if (deckId === undefined || form.errors.length > 0) return { errors: form.errors };
  return { value: { sets: wanted.map((set) => ({ ...set, deckId })) } };
}

export function bookField(productId: ProductId): string {
  return `employees-${productId}`;
}
