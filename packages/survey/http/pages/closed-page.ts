import { inLocale, type Locale } from "#kernel/locale";
import { formatDay } from "#kernel/norwegian-time";
import { html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import type { OpenedLink } from "../../app/open-link.ts";
import type { Link } from "../../domain/link.ts";
import { surveyAddress } from "./addresses.ts";
import { SURVEY_TEXT } from "./survey-text.ts";

/** The link of a form that is closed: what comes next, and that consent can still be withdrawn. */
export function closedPage({ wave, study, consent }: OpenedLink, link: Link, locale: Locale): string {
  const { closed: text, withdraw } = SURVEY_TEXT[locale];
  const mayWithdraw = html`<p class="ds-paragraph">${text.mayWithdraw(formatDay(study.closesAt, locale))}
<a class="ds-link" href="${surveyAddress(link, locale, "/withdrawal")}">${withdraw}</a></p>`;
  return layout({
    title: text.title,
    locale,
    languages: (lang) => surveyAddress(link, lang),
    main: html`<p class="ds-paragraph">${text.body(inLocale(wave.title, locale))}</p>
${consent === "given" && mayWithdraw}`,
  });
}
