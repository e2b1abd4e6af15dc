import { inLocale, type Locale } from "#kernel/locale";
import { formatMoment } from "#kernel/norwegian-time";
import { alert } from "#platform/html/alert";
import { linkButton } from "#platform/html/form";
import { type Html, html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import type { Answering, OpenedLink } from "../../app/open-link.ts";
import { type Step, stepsOf, unanswered } from "../../domain/form.ts";
import type { Link } from "../../domain/link.ts";
import { VALUE_NAMES } from "../value-names.ts";
import { surveyAddress } from "./addresses.ts";
import { SURVEY_TEXT } from "./survey-text.ts";

/** Where one stands: thanks when all is answered, else how much is left and the way there; every part can be opened again. */
export function overviewPage({ wave }: OpenedLink, { forms, scores }: Answering, link: Link, locale: Locale): string {
  const { overview: text, withdraw } = SURVEY_TEXT[locale];
  const steps = stepsOf(forms);
  return layout({
    title: text.title(inLocale(wave.title, locale)),
    locale,
    languages: (lang) => surveyAddress(link, lang),
    main: html`${standing()}
<section><h2 class="ds-heading" data-size="xs">${text.parts}</h2>
<ul class="ds-list">${steps.map(
      (step, index) =>
        html`<li><a class="ds-link" href="${surveyAddress(link, locale, `/steps/${index + 1}`)}">${partOf(step)}</a></li>`,
    )}</ul></section>
<p class="ds-paragraph" data-size="sm"><a class="ds-link" href="${surveyAddress(link, locale, "/withdrawal")}">${withdraw}</a></p>`,
  });

  function standing(): Html {
    const until = formatMoment(wave.closesAt, locale);
    const left = steps.reduce((sum, step) => sum + unanswered(step, scores), 0);
    if (left === 0) return alert("success", text.done.heading, paragraph(text.done.body(until)), "status");
    const next = steps.findIndex((step) => unanswered(step, scores) > 0) + 1;
    return html`${alert("warning", text.left.heading(left), paragraph(text.left.body(until)), "status")}
<p class="ds-paragraph">${linkButton(surveyAddress(link, locale, `/steps/${next}`), text.left.next, "primary")}</p>`;
  }

  function partOf(step: Step): string {
    const of = step.statements.length;
    return text.part(VALUE_NAMES[locale][step.value], of - unanswered(step, scores), of);
  }
}

function paragraph(text: string): Html {
  return html`<p class="ds-paragraph">${text}</p>`;
}
