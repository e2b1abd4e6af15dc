import type { Locale } from "#kernel/locale";
import { formatDate, formatSession } from "#kernel/norwegian-time";
import { type Html, html } from "#platform/html/html";
import type { AgreementDetails } from "../../app/get-agreement.ts";
import type { YearKept } from "../../domain/meeting.ts";
import { MeetingKind } from "../../domain/promised.ts";
import { AGREEMENT_PAGE_TEXT } from "./agreement-page-text.ts";

/** What is promised of meetings against what is held, year by year; and those that are planned. */
export function meetings({ kept, meetings }: AgreementDetails, locale: Locale): Html {
  const text = AGREEMENT_PAGE_TEXT[locale].meetings;
  const planned = meetings.filter(({ status }) => status === "planned");
  return html`<section aria-labelledby="meetings">
<h2 id="meetings" class="ds-heading" data-size="sm">${text.heading}</h2>
${kept.map((year) => yearTable(year, locale))}
${
  planned.length > 0 &&
  html`<h3 class="ds-heading" data-size="xs">${text.coming}</h3>
<ul class="ds-list">${planned.map(
    ({ kind, venue, ...session }) =>
      html`<li>${text.kinds[kind]}: ${formatSession(session, locale)}${venue && html`, ${venue}`}</li>`,
  )}</ul>`
}
</section>`;
}

/** Four narrow columns, so that it fits at 400 %. */
function yearTable({ year, from, to, kinds }: YearKept, locale: Locale): Html {
  const text = AGREEMENT_PAGE_TEXT[locale].meetings;
  const shown = MeetingKind.options.filter((kind) => Object.values(kinds[kind]).some((count) => count > 0));
  return html`<table class="ds-table centre-vat">
<caption>${text.year(year, formatDate(from, locale), formatDate(to, locale))}</caption>
<thead><tr><th scope="col">${text.kind}</th>${[text.promised, text.planned, text.held].map(
    (heading) => html`<th scope="col" class="centre-amount">${heading}</th>`,
  )}</tr></thead>
<tbody>${shown.map(
    (kind) =>
      html`<tr><th scope="row">${text.kinds[kind]}</th>${[
        kinds[kind].promised,
        kinds[kind].planned,
        kinds[kind].held,
      ].map((count) => html`<td class="centre-amount">${count}</td>`)}</tr>`,
  )}</tbody>
</table>`;
}
