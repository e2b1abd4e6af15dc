import { inLocale, type Locale } from "#kernel/locale";
import { formatKroner, ZERO } from "#kernel/money";
import { formatDeadline } from "#kernel/norwegian-time";
import type { Origin } from "#kernel/origin";
import { errorSummary, type FormError, textField } from "#platform/html/fields";
import { linkButton, postForm, submitButton } from "#platform/html/form";
import { html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import { type FormFields, typed } from "#platform/http/form-reader";
import type { EntryDetails } from "../../app/get-entry-details.ts";
import { toBeShown } from "../../domain/who-may.ts";
import { entryAddress } from "./addresses.ts";
import { OFFER_PAGE_TEXT } from "./offer-page-text.ts";
import { offeringFacts } from "./offering-facts.ts";
import { MAIL_PROOF, particularsFields } from "./particulars-fields.ts";

export interface OfferView {
  readonly locale: Locale;
  readonly origin: Origin;
  readonly fields: FormFields;
  readonly errors: readonly FormError[];
}

/** The form that takes an offered place: who buys, who comes, and the price right above the button that binds. */
export function offerPage(details: EntryDetails & { readonly until: EntryDetails["at"] }, view: OfferView): string {
  const { entry, offering, until, at } = details;
  const { locale, fields, errors, origin } = view;
  const text = OFFER_PAGE_TEXT[locale];
  const price = formatKroner(priceOf(details));
  return layout({
    title: text.title(inLocale(offering.title, locale)),
    locale,
    languages: (lang) => entryAddress(entry, "/order", lang),
    main: html`${errorSummary(errors, locale)}
<p class="ds-paragraph">${text.until(formatDeadline(until, at, locale))}</p>
${offeringFacts(details, locale)}
${postForm({
  action: entryAddress(entry, "/order", locale),
  idempotencyKey: origin.correlationId,
  body: html`<input type="hidden" name="expected-total" value="${priceOf(details)}">
<h2 class="ds-heading" data-size="sm">${text.buyer}</h2>
${textField({
  name: "buyer-name",
  label: text.buyerName,
  value: typed(fields, "buyer-name"),
  autocomplete: "name",
  errors,
})}
${textField({
  name: "buyer-email",
  label: text.buyerEmail,
  description: text.buyerEmailWhy,
  value: typed(fields, "buyer-email"),
  type: "email",
  autocomplete: "email",
  errors,
})}
<h2 class="ds-heading" data-size="sm">${text.participant}</h2>
${particularsFields(details, { ...view, healthAnswered: false, provenAt: needsProof(details) ? entryAddress(entry, "/order", locale) : undefined })}
<div class="centre-pay"><p class="centre-owed"><span>${text.total}</span> <span>${price}</span></p>
<p class="ds-paragraph" data-size="sm">${text.next}</p></div>
<div class="centre-actions">${submitButton(text.order)}
${linkButton(entryAddress(entry, "", locale), text.back, "secondary")}</div>`,
})}`,
  });
}

/** The form as it is opened: whoever stood in line is most often who comes. */
export function offerFields({ entry }: EntryDetails, proof: string | undefined): FormFields {
  const { name, email } = entry;
  return { ...(proof && { [MAIL_PROOF]: proof }), "buyer-name": name, "buyer-email": email, name, email };
}

/** What costs nothing is for who has proved their address, as is a ticket that is tied to it. */
function needsProof(details: EntryDetails): boolean {
  const ticket = ticketOf(details);
  return priceOf(details) === 0 || (ticket !== undefined && toBeShown(ticket).address);
}

function priceOf(details: EntryDetails) {
  return ticketOf(details)?.price ?? ZERO;
}

function ticketOf({ offering, entry }: EntryDetails) {
  return offering.ticketTypes.find((each) => each.ticketTypeId === entry.ticketTypeId);
}
