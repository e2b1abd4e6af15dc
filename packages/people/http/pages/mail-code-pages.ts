import type { Locale } from "#kernel/locale";
import type { Origin } from "#kernel/origin";
import { alert } from "#platform/html/alert";
import { errorSummary, type FormError, textField } from "#platform/html/fields";
import { postForm, submitButton } from "#platform/html/form";
import { html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import { MAIL_CODE_TEXT } from "./mail-code-text.ts";

export interface MailCodeView {
  readonly locale: Locale;
  readonly origin: Origin;
  readonly errors: readonly FormError[];
  readonly email: string;
  /** Where to go on to with the proof: one of our own addresses. */
  readonly next: string | undefined;
}

/** Asks for the address that is to be proved. */
export function addressPage({ locale, origin, errors, email, next }: MailCodeView): string {
  const text = MAIL_CODE_TEXT[locale];
  return layout({
    title: text.title,
    locale,
    languages: (lang) => address("/mail-codes/page", lang, next),
    main: html`${errorSummary(errors, locale)}
<p class="ds-paragraph">${text.why}</p>
${postForm({
  action: address("/mail-codes/page", locale, next),
  idempotencyKey: origin.correlationId,
  body: html`${textField({ name: "email", label: text.email, value: email, type: "email", autocomplete: "email", errors })}
${submitButton(text.send)}`,
})}`,
  });
}

/** Asks for the code that was sent. The address goes along in the form: it is nobody's business in a web address. */
export function codePage({ locale, origin, errors, email, next }: MailCodeView): string {
  const text = MAIL_CODE_TEXT[locale];
  return layout({
    title: text.codeTitle,
    locale,
    main: html`${errorSummary(errors, locale)}
<p class="ds-paragraph">${text.sent(email)}</p>
${postForm({
  action: address("/mail-proofs/page", locale, next),
  idempotencyKey: origin.correlationId,
  body: html`<input type="hidden" name="email" value="${email}">
${textField({
  name: "code",
  label: text.code,
  value: "",
  autocomplete: "one-time-code",
  inputMode: "numeric",
  errors,
})}
${submitButton(text.prove)}`,
})}
<p><a class="ds-link" href="${address("/mail-codes/page", locale, next)}">${text.again}</a></p>`,
  });
}

/** Nothing waits for the proof: it was given for its own sake. */
export function provedPage(locale: Locale): string {
  const text = MAIL_CODE_TEXT[locale];
  const body = html`<p class="ds-paragraph">${text.provedBody}</p>`;
  return layout({ title: text.title, locale, main: alert("success", text.proved, body, "status") });
}

function address(path: string, lang: Locale, next: string | undefined): string {
  return `${path}?${new URLSearchParams({ lang, ...(next && { next }) })}`;
}
