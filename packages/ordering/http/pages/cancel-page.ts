import { inLocale, type Locale, type Localised } from "#kernel/locale";
import { formatKroner, type Money } from "#kernel/money";
import { formatSession } from "#kernel/norwegian-time";
import type { Origin } from "#kernel/origin";
import { alert } from "#platform/html/alert";
import { errorSummary, type FormError } from "#platform/html/fields";
import { linkButton, postForm, submitButton } from "#platform/html/form";
import { html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import type { Order, PlaceDetails } from "../../app/get-order-details.ts";
import { orderAddress } from "./addresses.ts";

const TITLE: Localised = { nb: "Avbestille plassen?", nn: "Avbestille plassen?", en: "Cancel the place?" };
const CANCEL: Localised = { nb: "Ja, avbestill plassen", nn: "Ja, avbestill plassen", en: "Yes, cancel the place" };
const BACK: Localised = { nb: "Nei, behold plassen", nn: "Nei, behald plassen", en: "No, keep the place" };
const TO_ORDER: Localised = { nb: "Tilbake til bestillingen", nn: "Tilbake til bestillinga", en: "Back to the order" };
const FINAL: Localised = {
  nb: "Plassen går til noen andre, og avbestillingen kan ikke gjøres om. Resten av bestillingen står.",
  nn: "Plassen går til nokon andre, og avbestillinga kan ikkje gjerast om. Resten av bestillinga står.",
  en: "The place goes to somebody else, and this can't be undone. The rest of the order stands.",
};
const NOT_POSSIBLE: Localised = {
  nb: "Plassen kan ikke avbestilles her",
  nn: "Plassen kan ikkje avbestillast her",
  en: "The place can't be cancelled here",
};
const ADVICE: Localised = {
  nb: "Den er avbestilt allerede, eller fristen er ute. Du kan fortsatt la noen andre få plassen, eller ta kontakt med oss.",
  nn: "Han er avbestilt alt, eller fristen er ute. Du kan framleis la nokon andre få plassen, eller ta kontakt med oss.",
  en: "It is cancelled already, or the deadline has passed. You can still give the place to somebody else, or get in touch with us.",
};

const PAID_BACK: Readonly<Record<Order["payment"], (amount: Money) => Localised>> = {
  card: (amount) => ({
    nb: `Du får tilbake ${formatKroner(amount)} på kortet du betalte med, som regel innen ti dager.`,
    nn: `Du får tilbake ${formatKroner(amount)} på kortet du betalte med, som regel innan ti dagar.`,
    en: `You get ${formatKroner(amount)} back on the card you paid with, usually within ten days.`,
  }),
  invoice: (amount) => ({
    nb: `${formatKroner(amount)} trekkes fra fakturaen.`,
    nn: `${formatKroner(amount)} blir trekt frå fakturaen.`,
    en: `${formatKroner(amount)} comes off the invoice.`,
  }),
  free: () => ({
    nb: "Plassen var gratis, så det er ingenting å betale tilbake.",
    nn: "Plassen var gratis, så det er ingenting å betale tilbake.",
    en: "The place was free of charge, so there is nothing to pay back.",
  }),
};

export interface CancelView {
  readonly locale: Locale;
  readonly origin: Origin;
  readonly errors: readonly FormError[];
}

/** Asks once more before a place is given up, and tells what is paid back. */
export function cancelPage(order: Order, details: PlaceDetails, { locale, origin, errors }: CancelView): string {
  const { place, line, offering, mayBeCancelled } = details;
  const path = `/places/${place.placeId}/cancellation`;
  const form = postForm({
    action: orderAddress(order, path, locale),
    idempotencyKey: origin.correlationId,
    body: html`<div class="centre-actions">${submitButton(CANCEL[locale])}
${linkButton(orderAddress(order, "", locale), BACK[locale], "secondary")}</div>`,
  });
  return layout({
    title: TITLE[locale],
    locale,
    languages: (lang) => orderAddress(order, path, lang),
    main: html`${errorSummary(errors, locale)}
<p class="ds-paragraph"><strong>${inLocale(line.title, locale)}</strong>${offering.sessions.map(
      (session) => html`<br>${formatSession(session, locale)}`,
    )}${place.participant && html`<br>${place.participant.name}`}</p>
${
  mayBeCancelled
    ? html`<p class="ds-paragraph">${PAID_BACK[line.amount === 0 ? "free" : order.payment](line.amount)[locale]}</p>
<p class="ds-paragraph">${FINAL[locale]}</p>
${form}`
    : html`${alert("warning", NOT_POSSIBLE[locale], html`<p class="ds-paragraph">${ADVICE[locale]}</p>`)}
<p>${linkButton(orderAddress(order, "", locale), TO_ORDER[locale], "secondary")}</p>`
}`,
  });
}
