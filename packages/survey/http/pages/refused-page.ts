import type { DomainError } from "#kernel/domain-error";
import type { ErrorCode } from "#kernel/error-details";
import type { Locale } from "#kernel/locale";
import { alert } from "#platform/html/alert";
import { linkButton, postForm, submitButton } from "#platform/html/form";
import { type Html, html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import { problemRow } from "#platform/http/problems/all";
import type { Link } from "../../domain/link.ts";
import { surveyAddress } from "./addresses.ts";
import { SURVEY_TEXT } from "./survey-text.ts";

/** What the participant can do about a refusal right there: ask for a new link, or go to the form as it is now. */
const WAY_ON: Partial<Readonly<Record<ErrorCode, "new-link" | "form">>> = {
  "survey-link-in-use": "new-link",
  "survey-link-replaced": "new-link",
  "survey-too-many-links": "new-link",
  "survey-mail-not-sent": "new-link",
  "survey-wave-closed": "form",
  "survey-consent-missing": "form",
  "survey-consent-text-changed": "form",
  "survey-statement-unknown": "form",
  "busy-try-again": "form",
};

/** A refusal with the button that helps; nothing for one that has none, which is told as everywhere else. */
export function refusedPage({ code, details }: DomainError, link: Link, locale: Locale): string | undefined {
  const wayOn = WAY_ON[code];
  if (!wayOn) return undefined;
  const message = problemRow(code).text(details)[locale];
  const [title = message] = message.split(/[.,] /);
  return layout({
    title: title.replace(/\.$/, ""),
    locale,
    languages: (lang) => surveyAddress(link, lang),
    main: html`<div class="ds-alert" data-color="warning" role="alert"><p class="ds-paragraph">${message}</p></div>
${wayOn === "new-link" ? newLinkForm(code, link, locale) : linkButton(surveyAddress(link, locale), SURVEY_TEXT[locale].link.toForm, "primary")}`,
  });
}

function newLinkForm(code: ErrorCode, link: Link, locale: Locale): Html {
  const text = SURVEY_TEXT[locale].link;
  return html`<p class="ds-paragraph">${text.asksWhy}</p>
${postForm({ action: surveyAddress(link, locale, "/new-link"), body: submitButton(text.ask) })}
${code === "survey-link-in-use" && html`<p class="ds-paragraph" data-size="sm">${text.cookies}</p>`}`;
}

/** A new link is on its way to the participant's own address. */
export function newLinkSentPage(locale: Locale): string {
  const text = SURVEY_TEXT[locale].link;
  const told = html`<p class="ds-paragraph">${text.sent}</p>`;
  return layout({ title: text.sentTitle, locale, main: alert("success", text.sentTitle, told, "status") });
}
