import { inLocale, type Locale } from "#kernel/locale";
import { formatKroner, ore } from "#kernel/money";
import { formatDate, formatDay, formatMoment, norwegianDay } from "#kernel/norwegian-time";
import { alert } from "#platform/html/alert";
import { linkButton } from "#platform/html/form";
import { type Html, html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import type { CohortToChoose } from "../../app/find-cohorts.ts";
import type { AgreementDetails, UsedSeat } from "../../app/get-agreement.ts";
import { runsOn } from "../../domain/agreement.ts";
import { warningTime } from "../../domain/period.ts";
import { agreementAddress } from "./addresses.ts";
import { AGREEMENT_PAGE_TEXT } from "./agreement-page-text.ts";
import { meetings } from "./meetings-kept.ts";

/** A contact's page: what the agreement has, what of it is used and left, and what can be done about it. */
export function agreementPage(details: AgreementDetails, cohorts: readonly CohortToChoose[], locale: Locale): string {
  const { agreement, used, seatsFree } = details;
  const { organisation, period, prices } = agreement;
  const text = AGREEMENT_PAGE_TEXT[locale];
  return layout({
    title: text.title(organisation.name),
    locale,
    languages: (lang) => agreementAddress(details, "", lang),
    main: html`${unused(details, locale)}
<dl class="centre-facts">
${fact(text.period, text.days(formatDate(period.from, locale), formatDate(period.to, locale)))}
${fact(text.seats, text.used(used.length, seatsFree))}
${fact(text.material, formatKroner(prices.trainerMaterial))}
</dl>
${participants(details, locale)}
${choice(details, cohorts, locale)}
${meetings(details, locale)}
${materials(details, locale)}`,
  });
}

/** Seats that nobody uses run out with the agreement: told from six months before, as by mail. */
function unused({ agreement, seatsFree, at }: AgreementDetails, locale: Locale): Html {
  const warnAt = warningTime(agreement.period);
  if (seatsFree === 0 || !warnAt || at < warnAt || !runsOn(agreement, norwegianDay(at))) return html``;
  const { heading, body } = AGREEMENT_PAGE_TEXT[locale].unused;
  const words = body(formatDate(agreement.period.to, locale));
  return alert("warning", heading, html`<p class="ds-paragraph">${words}</p>`, "status");
}

function participants(details: AgreementDetails, locale: Locale): Html {
  const text = AGREEMENT_PAGE_TEXT[locale].participants;
  const { used } = details;
  return html`<section aria-labelledby="participants">
<h2 id="participants" class="ds-heading" data-size="sm">${text.heading}</h2>
${
  used.length === 0
    ? html`<p class="ds-paragraph">${text.none}</p>`
    : html`<ul class="centre-cards">${used.map((seat) => html`<li class="ds-card">${seatCard(seat, details, locale)}</li>`)}</ul>`
}
</section>`;
}

function seatCard(
  { seat, cohort, place, mayBeNamed, mayBeGivenBack }: UsedSeat,
  details: AgreementDetails,
  locale: Locale,
): Html {
  const text = AGREEMENT_PAGE_TEXT[locale].participants;
  const [first] = cohort.sessions;
  const to = (path: string) => agreementAddress(details, `/seats/${seat.seatId}/${path}`, locale);
  return html`<h3 class="ds-heading" data-size="xs">${place.participant?.name}</h3>
<p class="ds-paragraph">${inLocale(cohort.title, locale)}${first && html`<br>${text.starts(formatDay(first.startsAt, locale))}`}</p>
<p class="centre-actions">${mayBeNamed && linkButton(to("participant"), text.replace, "secondary")}
${mayBeGivenBack && linkButton(to("move"), text.move, "tertiary")}
${mayBeGivenBack && linkButton(to("return"), text.giveBack, "tertiary")}</p>
${mayBeGivenBack && html`<p class="ds-paragraph centre-note">${text.until(formatMoment(cohort.cancellationDeadline, locale))}</p>`}`;
}

function choice(details: AgreementDetails, cohorts: readonly CohortToChoose[], locale: Locale): Html {
  const text = AGREEMENT_PAGE_TEXT[locale].cohorts;
  const none = details.seatsFree === 0 ? text.allUsed : text.none;
  const mayChoose = details.seatsFree > 0 && cohorts.length > 0;
  return html`<section aria-labelledby="cohorts">
<h2 id="cohorts" class="ds-heading" data-size="sm">${text.heading}</h2>
${
  mayChoose
    ? html`<ul class="centre-cards">${cohorts.map((each) => html`<li class="ds-card">${cohortCard(each, details, locale)}</li>`)}</ul>`
    : html`<p class="ds-paragraph">${none}</p>`
}
</section>`;
}

function cohortCard({ cohort, open }: CohortToChoose, details: AgreementDetails, locale: Locale): Html {
  const text = AGREEMENT_PAGE_TEXT[locale];
  const title = inLocale(cohort.title, locale);
  const [first] = cohort.sessions;
  const form = agreementAddress(details, `/cohorts/${cohort.offeringId}/participant`, locale);
  return html`<h3 class="ds-heading" data-size="xs">${title}</h3>
<p class="ds-paragraph">${first && html`${text.participants.starts(formatDay(first.startsAt, locale))}<br>`}${text.cohorts.open(open)}</p>
<p class="centre-actions">${linkButton(form, text.cohorts.name(title), "primary")}</p>`;
}

function materials(details: AgreementDetails, locale: Locale): Html {
  const text = AGREEMENT_PAGE_TEXT[locale].materials;
  const { agreement, at } = details;
  const { book, deck } = agreement.prices;
  const ordered = details.materials.length;
  const mayOrder = runsOn(agreement, norwegianDay(at));
  return html`<section aria-labelledby="materials">
<h2 id="materials" class="ds-heading" data-size="sm">${text.heading}</h2>
<p class="ds-paragraph">${text.body(formatKroner(ore(book + deck)))}${ordered > 0 && html` ${text.ordered(ordered)}`}</p>
${mayOrder ? html`<p>${linkButton(agreementAddress(details, "/materials", locale), text.order, "secondary")}</p>` : html`<p class="ds-paragraph">${text.over(formatDate(agreement.period.to, locale))}</p>`}
</section>`;
}

function fact(term: string, description: string): Html {
  return html`<div><dt>${term}</dt><dd>${description}</dd></div>`;
}
