import type { Agreement } from "#agreements/ports/agreements";
import type { AgreementId, ContactId } from "#kernel/ids";
import type { Letter } from "#kernel/letter";
import { formatDate, norwegianDay } from "#kernel/norwegian-time";
import { agreementStarted } from "../domain/templates/agreement-started.ts";
import { enquiryDeclined } from "../domain/templates/enquiry-declined.ts";
import { enquiryReceived } from "../domain/templates/enquiry-received.ts";
import { seatsUnused } from "../domain/templates/seats-unused.ts";
import type { Desk, NothingToWrite, Writer, Written } from "./writer.ts";

export const writeEnquiryReceived: Writer<"enquiry-received"> = async ({ enquiryId }, { readings }) => {
  const enquiry = await readings.enquiry(enquiryId);
  if (!enquiry) return "nobody-to-write-to";
  const { name, email, organisation, locale } = enquiry;
  return { to: email, locale, letter: enquiryReceived({ name, organisation: organisation.name }, locale) };
};

export const writeEnquiryDeclined: Writer<"enquiry-declined"> = async ({ enquiryId }, { readings }) => {
  const enquiry = await readings.enquiry(enquiryId);
  if (enquiry?.status !== "declined") return "nobody-to-write-to";
  const { name, email, organisation, locale, reason } = enquiry;
  return { to: email, locale, letter: enquiryDeclined({ name, organisation: organisation.name, reason }, locale) };
};

/** To one who is still a contact of the agreement. */
async function toContact(
  { agreementId, contactId }: { readonly agreementId: AgreementId; readonly contactId: ContactId },
  { readings, links }: Desk,
  write: (agreement: Agreement, about: { readonly name: string; readonly agreementLink: string }) => Letter | undefined,
): Promise<Written | NothingToWrite> {
  const agreement = await readings.agreement(agreementId);
  const contact = agreement?.contacts.find((each) => each.contactId === contactId);
  if (!agreement || !contact) return "nobody-to-write-to";
  const { locale } = agreement;
  const { name, email, key } = contact;
  const letter = write(agreement, { name, agreementLink: links.agreement({ agreementId, key, locale }) });
  return letter ? { to: email, locale, letter } : "out-of-date";
}

export const writeAgreementStarted: Writer<"agreement-started"> = (notice, desk) =>
  toContact(notice, desk, ({ organisation, period, seats, locale }, about) => {
    const [from, to] = [formatDate(period.from, locale), formatDate(period.to, locale)];
    return agreementStarted({ ...about, organisation: organisation.name, from, to, seats }, locale);
  });

export const writeSeatsUnused: Writer<"seats-unused"> = (notice, desk) =>
  toContact(notice, desk, ({ organisation, period, locale }, about) => {
    if (period.to < norwegianDay(desk.now)) return undefined;
    const to = formatDate(period.to, locale);
    return seatsUnused({ ...about, organisation: organisation.name, free: notice.free, to }, locale);
  });
