import type { Caller } from "#kernel/caller";
import { inLocale, type Locale } from "#kernel/locale";
import { formatSession } from "#kernel/norwegian-time";
import { alert } from "#platform/html/alert";
import { type Html, html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import type { OwnParticipation } from "../../app/get-own-participation.ts";
import { attendedEnough } from "../../domain/eligibility.ts";
import { isOwn } from "../../domain/hand-in-access.ts";
import { participantAddress, portfolioAddress, type Whose } from "./addresses.ts";
import { PARTICIPANT_PAGE_TEXT } from "./participant-page-text.ts";

/** Somebody's own page about their year: how many days they can still miss, the days, the group, what is handed in. */
export function participantPage(own: OwnParticipation, caller: Caller, locale: Locale): string {
  // The key is the participant's: with it, a course leader who looks here could read the portfolio.
  const { key: _key, ...withoutKey } = own.participation;
  const whose = isOwn(own.participation, caller) ? own.participation : withoutKey;
  return layout({
    title: inLocale(own.cohort.title, locale),
    locale,
    languages: (lang) => participantAddress(whose, lang),
    main: html`<p class="ds-paragraph" data-size="lg">${own.participation.name}</p>
${standing(own, locale)}
${days(own, locale)}
${group(own, locale)}
${handIns(own, whose, locale)}`,
  });
}

function standing({ participation, attendance, canMiss }: OwnParticipation, locale: Locale): Html {
  const text = PARTICIPANT_PAGE_TEXT[locale];
  const paragraph = (body: string) => html`<p class="ds-paragraph">${body}</p>`;
  if (participation.status === "withdrawn") {
    return alert("info", text.withdrawn.heading, paragraph(text.withdrawn.body));
  }
  const attended = paragraph(text.attended(attendance.halves, attendance.held));
  if (!canMiss.reachable) {
    return alert("danger", text.outOfReach.heading, html`${attended}${paragraph(text.outOfReach.body)}`);
  }
  if (attendedEnough(attendance)) return alert("success", text.passed, attended);
  const colour = canMiss.halves > 0 ? "info" : "warning";
  return alert(colour, text.canMiss(canMiss.halves), html`${attended}${paragraph(text.canMissWhy)}`);
}

function days({ cohort, participation }: OwnParticipation, locale: Locale): Html {
  const text = PARTICIPANT_PAGE_TEXT[locale];
  const told = (dayId: string, calledOff: boolean) => {
    const mark = participation.attendance[dayId]?.mark;
    if (calledOff) return text.calledOff;
    return mark ? text.marks[mark] : text.unmarked;
  };
  return html`<h2 class="ds-heading" data-size="sm">${text.days}</h2>
<dl class="centre-facts">
${cohort.gatherings.map(({ title, venue, days }) =>
  days.map(
    (day) => html`<div><dt>${formatSession(day, locale)}</dt>
<dd><strong>${told(day.dayId, day.calledOff)}</strong><br>${inLocale(title, locale)}<br>${venue.name}, ${venue.address}</dd></div>`,
  ),
)}
</dl>`;
}

function group({ participation, companions }: OwnParticipation, locale: Locale): Html {
  const text = PARTICIPANT_PAGE_TEXT[locale];
  if (participation.status === "withdrawn") return html``;
  if (!participation.group) return html`<p class="ds-paragraph">${text.noGroup}</p>`;
  const names = new Intl.ListFormat(locale === "en" ? "en-GB" : "nb-NO").format(companions);
  return html`<h2 class="ds-heading" data-size="sm">${text.group(participation.group)}</h2>
${companions.length > 0 && html`<p class="ds-paragraph">${text.companions(names)}</p>`}
${participation.processLeader && html`<p class="ds-paragraph">${text.processLeader}</p>`}`;
}

function handIns({ participation }: OwnParticipation, whose: Whose, locale: Locale): Html {
  const { portfolio, essay } = participation;
  const text = PARTICIPANT_PAGE_TEXT[locale];
  return html`<h2 class="ds-heading" data-size="sm">${text.handIn}</h2>
<dl class="centre-facts">
<div><dt>${text.portfolio}</dt><dd>${text.status[portfolio.status]}, ${text.documents(portfolio.documents.length)}</dd></div>
<div><dt>${text.essay}</dt><dd>${text.status[essay.status]}</dd></div>
</dl>
<p class="ds-paragraph"><a class="ds-link" href="${portfolioAddress(whose, locale)}">${text.open}</a></p>`;
}
