import { inLocale } from "#kernel/locale";
import { formatDay } from "#kernel/norwegian-time";
import { choiceField, errorSummary } from "#platform/html/fields";
import { linkButton, postForm, submitButton } from "#platform/html/form";
import { html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import { typed } from "#platform/http/form-reader";
import type { CohortToChoose } from "../../app/find-cohorts.ts";
import type { SeatForm } from "../../app/get-seat-form.ts";
import { agreementAddress } from "./addresses.ts";
import { FORM_TEXT } from "./form-text.ts";
import type { FormView } from "./seat-form.ts";

/** The form that moves a seat, with whoever has it, to another cohort. `cohorts`: those it could be used in. */
export function movePage(
  form: SeatForm,
  path: string,
  cohorts: readonly CohortToChoose[],
  { locale, origin, fields, errors }: FormView,
): string {
  const text = FORM_TEXT[locale].move;
  const back = linkButton(agreementAddress(form, "", locale), FORM_TEXT[locale].back, "secondary");
  const others = cohorts.filter(({ cohort }) => cohort.offeringId !== form.cohort.offeringId);
  const choices = others.map(({ cohort: { offeringId, title, sessions } }) => {
    const [first] = sessions;
    const name = inLocale(title, locale);
    return { value: offeringId, label: first ? text.starts(name, formatDay(first.startsAt, locale)) : name };
  });
  const question = html`<p class="ds-paragraph">${text.says}</p>
${postForm({
  action: agreementAddress(form, path, locale),
  idempotencyKey: origin.correlationId,
  body: html`${choiceField({ name: "cohort", label: text.cohort, choices, value: typed(fields, "cohort"), errors })}
<div class="centre-actions">${submitButton(text.button)}
${back}</div>`,
})}`;
  const name = form.place?.participant?.name ?? "";
  return layout({
    title: text.title,
    locale,
    languages: (lang) => agreementAddress(form, path, lang),
    main: html`${errorSummary(errors, locale)}
<p class="ds-paragraph">${text.has(name, inLocale(form.cohort.title, locale))}</p>
${choices.length > 0 ? question : html`<p class="ds-paragraph">${text.none}</p><p>${back}</p>`}`,
  });
}
