import type { Locale } from "#kernel/locale";
import { alert } from "#platform/html/alert";
import { linkButton, postForm, submitButton } from "#platform/html/form";
import { html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import type { OpenedLink } from "../../app/open-link.ts";
import type { Withdrawn } from "../../app/withdraw-consent.ts";
import type { Link } from "../../domain/link.ts";
import { surveyAddress } from "./addresses.ts";
import { SURVEY_TEXT } from "./survey-text.ts";

/** Asks once more before consent is withdrawn, and tells what goes and what stays. */
export function withdrawalPage({ consent }: OpenedLink, link: Link, locale: Locale): string {
  const text = SURVEY_TEXT[locale].withdrawal;
  const form = html`<p class="ds-paragraph">${text.removes}</p>
<p class="ds-paragraph">${text.stays}</p>
${postForm({
  action: surveyAddress(link, locale, "/withdrawal"),
  body: html`<div class="centre-actions">${submitButton(text.button)}
${linkButton(surveyAddress(link, locale), text.back, "secondary")}</div>`,
})}`;
  return layout({
    title: text.title,
    locale,
    languages: (lang) => surveyAddress(link, lang, "/withdrawal"),
    main: consent === "given" ? form : html`<p class="ds-paragraph">${text.never}</p>`,
  });
}

/** What was removed, and what stays. */
export function withdrawnPage({ removed, published }: Withdrawn, locale: Locale): string {
  const text = SURVEY_TEXT[locale].withdrawal;
  const told = html`<p class="ds-paragraph">${text.done(removed)}</p>
${published > 0 && html`<p class="ds-paragraph">${text.published(published)}</p>`}
<p class="ds-paragraph">${text.regret}</p>`;
  return layout({ title: text.doneTitle, locale, main: alert("success", text.doneTitle, told, "status") });
}
