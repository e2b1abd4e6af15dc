import { inLocale } from "#kernel/locale";
import { errorSummary } from "#platform/html/fields";
import { linkButton, postForm, submitButton } from "#platform/html/form";
import { html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import type { SeatForm } from "../../app/get-seat-form.ts";
import { agreementAddress } from "./addresses.ts";
import { FORM_TEXT } from "./form-text.ts";
import type { FormView } from "./seat-form.ts";

/** Asks once more before a seat is given back, and tells what that means. */
export function giveBackPage(form: SeatForm, path: string, { locale, origin, errors }: FormView): string {
  const text = FORM_TEXT[locale].giveBack;
  const name = form.place?.participant?.name ?? "";
  return layout({
    title: text.title,
    locale,
    languages: (lang) => agreementAddress(form, path, lang),
    main: html`${errorSummary(errors, locale)}
<p class="ds-paragraph">${text.says(name, inLocale(form.cohort.title, locale))}</p>
<p class="ds-paragraph">${text.again}</p>
${postForm({
  action: agreementAddress(form, path, locale),
  idempotencyKey: origin.correlationId,
  body: html`<div class="centre-actions">${submitButton(text.button)}
${linkButton(agreementAddress(form, "", locale), FORM_TEXT[locale].back, "secondary")}</div>`,
})}`,
  });
}
