import { inLocale, type Locale } from "#kernel/locale";
import { formatKroner } from "#kernel/money";
import { formatSession } from "#kernel/norwegian-time";
import { type Html, html } from "#platform/html/html";
import type { EntryDetails } from "../../app/get-entry-details.ts";
import { ENTRY_PAGE_TEXT } from "./entry-page-text.ts";

/** What one waits for: when, where, which ticket and its price. */
export function offeringFacts({ offering, entry }: EntryDetails, locale: Locale): Html {
  const text = ENTRY_PAGE_TEXT[locale].facts;
  const ticket = offering.ticketTypes.find((each) => each.ticketTypeId === entry.ticketTypeId);
  const { venue } = offering;
  return html`<dl class="centre-facts">
${fact(
  text.when,
  offering.sessions.map((session) => formatSession(session, locale)),
)}
${fact(text.where, venue.kind === "place" ? [venue.name, venue.address] : [text.online])}
${ticket && fact(text.ticket, [inLocale(ticket.name, locale)])}
${ticket && fact(text.price, [formatKroner(ticket.price)])}
</dl>`;
}

function fact(term: string, lines: readonly string[]): Html {
  return html`<div><dt>${term}</dt><dd>${lines.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</dd></div>`;
}
