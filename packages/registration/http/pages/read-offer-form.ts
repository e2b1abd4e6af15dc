import * as z from "zod";
import { EmailAddress, TextLine } from "#kernel/contact";
import type { Locale } from "#kernel/locale";
import { Money } from "#kernel/money";
import { type FormFields, type FormRead, formReader } from "#platform/http/form-reader";
import type { AcceptOfferCommand } from "../../app/accept-offer.ts";
import type { EntryDetails } from "../../app/get-entry-details.ts";
import { toBeShown } from "../../domain/who-may.ts";
import { OFFER_PAGE_TEXT } from "./offer-page-text.ts";
import { readParticulars } from "./read-particulars.ts";

/** What the form of an offered place says, or what is wrong with it, from the top down. */
export function readOfferForm(fields: FormFields, details: EntryDetails, locale: Locale): FormRead<AcceptOfferCommand> {
  const text = OFFER_PAGE_TEXT[locale];
  const form = formReader(fields);
  const name = form.must("buyer-name", TextLine, text.buyerNameMissing);
  const email = form.must("buyer-email", z.string().trim().pipe(EmailAddress), text.buyerEmailWrong);
  const particulars = readParticulars(fields, details, locale);
  const expectedTotal = z.coerce.number().pipe(Money).safeParse(fields["expected-total"]);
  if ("errors" in particulars) return { errors: [...form.errors, ...particulars.errors] };
  if (name === undefined || email === undefined || !expectedTotal.success) return { errors: form.errors };
  const { participant } = particulars.value;
  // One code proves one address: of whoever buys for nothing, and of whoever the ticket is tied to.
  if (isTiedAndFree(details) && participant.email !== email) {
    return { errors: [{ field: "buyer-email", message: text.buyerIsParticipant }] };
  }
  return { value: { buyer: { name, email }, particulars: particulars.value, expectedTotal: expectedTotal.data } };
}

function isTiedAndFree({ offering, entry }: EntryDetails): boolean {
  const ticket = offering.ticketTypes.find((each) => each.ticketTypeId === entry.ticketTypeId);
  return ticket !== undefined && ticket.price === 0 && toBeShown(ticket).address;
}
