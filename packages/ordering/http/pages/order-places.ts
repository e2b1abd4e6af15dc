import { inLocale, type Locale } from "#kernel/locale";
import { formatMoment, formatSession } from "#kernel/norwegian-time";
import { linkButton } from "#platform/html/form";
import { type Html, html } from "#platform/html/html";
import type { Order, OrderDetails, PlaceDetails } from "../../app/get-order-details.ts";
import { orderAddress } from "./addresses.ts";
import { ORDER_PAGE_TEXT } from "./order-page-text.ts";

/** Each place of an order: what, when, where, and who has it. */
export function orderPlaces({ order, places }: OrderDetails, locale: Locale): Html {
  if (places.length === 0 || order.status === "expired") return html``;
  const text = ORDER_PAGE_TEXT[locale].places;
  return html`<section aria-labelledby="places">
<h2 id="places" class="ds-heading" data-size="sm">${text.heading}</h2>
<ul class="centre-cards">${places.map(
    (details) => html`<li class="ds-card">${place(details, order, locale)}</li>`,
  )}</ul>
</section>`;
}

function place(details: PlaceDetails, order: Order, locale: Locale): Html {
  const text = ORDER_PAGE_TEXT[locale].places;
  const { offering, line, active } = details;
  const ticket = offering.ticketTypes.find((each) => each.ticketTypeId === line.ticketTypeId);
  return html`<h3 class="ds-heading" data-size="xs">${inLocale(line.title, locale)}</h3>
${!active && html`<p class="ds-paragraph">${text.cancelled}</p>`}
${offering.status === "cancelled" && html`<p class="ds-paragraph">${text.offeringCancelled}</p>`}
${
  active &&
  html`<dl class="centre-facts">
${fact(text.participant, participant(details, locale))}
${fact(text.when, lines(offering.sessions.map((session) => formatSession(session, locale))))}
${fact(text.where, venue(details, order.status === "confirmed", locale))}
${ticket && fact(text.ticket, inLocale(ticket.name, locale))}
${details.goods.length > 0 && fact(text.included, lines(details.goods.map((each) => inLocale(each.title, locale))))}
</dl>
${actions(details, order, locale)}`
}`;
}

function actions({ place, offering, mayBeNamed, mayBeCancelled }: PlaceDetails, order: Order, locale: Locale): Html {
  if (!mayBeNamed && !mayBeCancelled) return html``;
  const text = ORDER_PAGE_TEXT[locale].places;
  const to = (path: string) => orderAddress(order, `/places/${place.placeId}/${path}`, locale);
  const naming = place.participant
    ? linkButton(to("participant"), text.rename, "secondary")
    : linkButton(to("participant"), text.name, "primary");
  return html`<p class="centre-actions">${mayBeNamed && naming}
${mayBeCancelled && linkButton(to("cancellation"), text.cancel, "tertiary")}</p>
${mayBeCancelled && html`<p class="ds-paragraph centre-note">${text.cancelUntil(formatMoment(offering.cancellationDeadline, locale))}</p>`}`;
}

function fact(term: string, description: Html | string): Html {
  return html`<div><dt>${term}</dt><dd>${description}</dd></div>`;
}

function participant({ place, offering, mayBeNamed }: PlaceDetails, locale: Locale): string {
  if (place.participant) return place.participant.name;
  const { unnamed, unnamedLate } = ORDER_PAGE_TEXT[locale].places;
  return mayBeNamed || place.status === "held" ? unnamed(formatMoment(offering.namingDeadline, locale)) : unnamedLate;
}

/** A meeting's link is only for those who have a confirmed place. */
function venue({ offering }: PlaceDetails, confirmed: boolean, locale: Locale): Html | string {
  const text = ORDER_PAGE_TEXT[locale].places;
  if (offering.venue.kind === "place") return lines([offering.venue.name, offering.venue.address]);
  return confirmed ? html`<a class="ds-link" href="${offering.venue.link}">${text.onlineLink}</a>` : text.online;
}

function lines(all: readonly string[]): Html {
  return html`${all.map((each, index) => html`${index > 0 && html`<br>`}${each}`)}`;
}
