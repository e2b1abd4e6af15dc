import type { Locale } from "#kernel/locale";
import type { Origin } from "#kernel/origin";
import { alert } from "#platform/html/alert";
import { errorSummary, type FormError, type TextField, textField } from "#platform/html/fields";
import { postForm, submitButton } from "#platform/html/form";
import { type Html, html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import { type FormFields, typed } from "#platform/http/form-reader";
import { REQUEST_TEXT } from "./workplace-course-text.ts";

export interface RequestView {
  readonly locale: Locale;
  readonly origin: Origin;
  readonly fields: FormFields;
  readonly errors: readonly FormError[];
}

const address = (lang: Locale) => `/workplace-course-request/page?lang=${lang}`;

/** Asks what, where, when, for how many, who asks, and who pays. */
export function workplaceCourseRequestPage(view: RequestView): string {
  const { locale, origin, errors } = view;
  const text = REQUEST_TEXT[locale];
  return layout({
    title: text.title,
    locale,
    languages: address,
    main: html`${errorSummary(errors, locale)}
<p class="ds-paragraph">${text.intro}</p>
${postForm({
  action: address(locale),
  idempotencyKey: origin.correlationId,
  body: html`${group(text.groups.course, ["what", "venue", "venue-address", "wished-on", "participants"], view)}
${group(text.groups.contact, ["name", "email"], view)}
${group(text.groups.payer, ["organisation", "organisation-number", "reference", "street", "postal-code", "city"], view)}
<p class="ds-paragraph" data-size="sm">${text.privacy}</p>
${submitButton(text.send)}`,
})}`,
  });
}

/** It came; the mail goes to that address. */
export function requestedPage(locale: Locale, email: string): string {
  const text = REQUEST_TEXT[locale];
  const body = html`<p class="ds-paragraph">${text.sentTo(email)}</p>`;
  return layout({ title: text.title, locale, main: alert("success", text.sent, body, "status") });
}

type Name = keyof (typeof REQUEST_TEXT)["nb"]["fields"];

const KIND: Readonly<Partial<Record<Name, Pick<TextField, "type" | "autocomplete" | "inputMode">>>> = {
  name: { autocomplete: "name" },
  email: { type: "email", autocomplete: "email" },
  participants: { autocomplete: "off", inputMode: "numeric" },
  "organisation-number": { autocomplete: "off", inputMode: "numeric" },
  "postal-code": { autocomplete: "off", inputMode: "numeric" },
};

function group(legend: string, names: readonly Name[], { locale, fields, errors }: RequestView): Html {
  const text = REQUEST_TEXT[locale];
  return html`<fieldset class="ds-fieldset centre-group"><legend class="ds-label">${legend}</legend>
${names.map((name) =>
  textField({
    name,
    ...text.fields[name],
    value: typed(fields, name),
    errors,
    ...(KIND[name] ?? { autocomplete: "off" }),
  }),
)}
</fieldset>`;
}
