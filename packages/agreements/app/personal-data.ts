import { Instant, plusSeconds } from "#kernel/clock";
import type { AccessKey } from "#kernel/id";
import type { Localised } from "#kernel/locale";
import type { InvoicedOrganisation } from "#kernel/organisation";
import { ERASED, kindOfData, NOTHING, type PersonalData, rowChanged, rowDeleted } from "#kernel/personal-data";
import { ORDER_DATA_MONTHS, plusMonths, STILL_RUNNING_WHY } from "#kernel/retention";
import { part } from "#kernel/transaction-part";
import { Agreement } from "../domain/agreement.ts";
import { Enquiry } from "../domain/enquiry.ts";
import { plusDays } from "../domain/period.ts";
import { WorkplaceCourse } from "../domain/workplace-course.ts";

const DAY_SECONDS = 86_400;

/** What agreements holds about people, and what becomes of it. Organisations' names are nobody's personal data. */
export function agreementsData({ newKey }: { readonly newKey: () => AccessKey }): PersonalData {
  return {
    context: "agreements",
    kinds: [
      kindOfData({
        kind: "agreement-contact",
        rows: { pk: "AGREEMENT#", sk: "AGREEMENT" },
        schema: Agreement,
        name: { nb: "Langtidsavtaler", nn: "Langtidsavtalar", en: "Long-term agreements" },
        holds: {
          nb: "Navn og e-postadresse til kontaktpersoner",
          nn: "Namn og e-postadresse til kontaktpersonar",
          en: "Name and e-mail address of contact persons",
        },
        isAbout: ({ contacts }, { email }) => contacts.some((contact) => contact.email === email),
        verdict: (agreement, { now, subject, key }) => {
          const over = Instant.parse(`${plusDays(agreement.period.to, 1)}T00:00:00.000Z`);
          if (now < over) {
            if (!subject) return NOTHING;
            return { does: "keep", why: STILL_RUNNING_WHY, until: over, again: over, advice: ANOTHER_CONTACT };
          }
          const named = agreement.contacts.some(({ email }) =>
            subject ? email === subject.email : email !== ERASED.email,
          );
          if (!named || (!subject && now < plusMonths(over, ORDER_DATA_MONTHS))) return NOTHING;
          const contacts = agreement.contacts.map((contact) =>
            subject && contact.email !== subject.email ? contact : { ...contact, ...ERASED, key: newKey() },
          );
          // Seats are taken under the agreement's version, which stands beside their counters too.
          const terms = {
            kind: "change",
            key: { pk: key.pk, sk: "SEATS" },
            set: { terms: agreement.version + 1 },
            guards: [{ is: "equal", attribute: "terms", value: agreement.version, otherwise: "reload" }],
          } as const;
          const organisation = subject ? agreement.organisation : withoutReference(agreement.organisation);
          const changed = rowChanged(key, agreement, { set: { contacts, organisation } });
          return { does: "pseudonymise", part: part([...changed.writes, terms]) };
        },
        tells: ({ contacts, organisation, period }, { email }) => ({
          name: contacts.find((contact) => contact.email === email)?.name,
          email,
          organisation: organisation.name,
          organisationNumber: organisation.organisationNumber,
          startsAt: period.from,
          validUntil: period.to,
        }),
      }),
      kindOfData({
        kind: "enquiry",
        rows: { pk: "ENQUIRY#", sk: "ENQUIRY" },
        schema: Enquiry,
        name: { nb: "Henvendelser om avtale", nn: "Førespurnader om avtale", en: "Enquiries about agreements" },
        holds: {
          nb: "Navn, e-postadresse og det du skrev",
          nn: "Namn, e-postadresse og det du skreiv",
          en: "Name, e-mail address and what you wrote",
        },
        isAbout: (enquiry, { email }) => enquiry.email === email,
        verdict: (enquiry, { now, subject, key }) =>
          subject || now >= plusMonths(enquiry.receivedAt, ORDER_DATA_MONTHS)
            ? { does: "erase", part: rowDeleted(key, enquiry) }
            : NOTHING,
        tells: ({ name, email, wish, organisation, receivedAt, status }) => ({
          name,
          email,
          organisation: organisation.name,
          wish,
          registeredAt: receivedAt,
          status,
        }),
      }),
      kindOfData({
        kind: "workplace-course-contact",
        rows: { pk: "WORKPLACE-COURSE#", sk: "WORKPLACE-COURSE" },
        schema: WorkplaceCourse,
        name: { nb: "Kurs i virksomheten", nn: "Kurs i verksemda", en: "Courses at your workplace" },
        holds: {
          nb: "Navn og e-postadresse til kontaktpersonen, og hva dere ba om",
          nn: "Namn og e-postadresse til kontaktpersonen, og kva de bad om",
          en: "Name and e-mail address of the contact person, and what you asked for",
        },
        isAbout: ({ contact }, { email }) => contact.email === email,
        verdict: (course, { now, subject, key }) => {
          if (course.status !== "ordered") {
            const due = subject !== undefined || now >= plusMonths(course.requestedAt, ORDER_DATA_MONTHS);
            return due ? { does: "erase", part: rowDeleted(key, course) } : NOTHING;
          }
          const over = plusSeconds(course.quote.endsAt, DAY_SECONDS);
          if (subject && now < over) {
            return { does: "keep", why: STILL_RUNNING_WHY, until: over, again: over, advice: CALL_OFF_FIRST };
          }
          if (!subject && now < plusMonths(over, ORDER_DATA_MONTHS)) return NOTHING;
          if (course.contact.email === ERASED.email) return NOTHING;
          const set = { contact: ERASED, organisation: withoutReference(course.organisation), key: newKey() };
          return { does: "pseudonymise", part: rowChanged(key, course, { set }) };
        },
        tells: ({ contact, what, organisation, requestedAt, status }) => ({
          ...contact,
          organisation: organisation.name,
          what,
          registeredAt: requestedAt,
          status,
        }),
      }),
    ],
    nothing: [
      { rows: { pk: "AGREEMENT#", sk: "SEATS" }, because: "counters" },
      { rows: { pk: "AGREEMENT#", sk: "SEAT#" }, because: "ids of a place and an order" },
      { rows: { pk: "AGREEMENT#", sk: "LEDGER#" }, because: "ids, also of who did it" },
      { rows: { pk: "AGREEMENT#", sk: "MEETING#" }, because: "a time and a venue" },
      { rows: { pk: "AGREEMENT#", sk: "MATERIALS#" }, because: "an order's number and how many" },
      { rows: { pk: "AGREEMENT#", sk: "SEATS-WARNING" }, because: "a time" },
      { rows: { pk: "OFFERING#", sk: "SEATS-OF#" }, because: "counters" },
      { rows: { pk: "OFFERING#", sk: "SEATS-TAKEN" }, because: "a counter" },
    ],
  };
}

/** What is to stand on an invoice often names who ordered. */
function withoutReference({ invoiceReference, ...organisation }: InvoicedOrganisation): InvoicedOrganisation {
  return { ...organisation, invoiceReference: { ...invoiceReference, value: ERASED.name } };
}

const ANOTHER_CONTACT: Localised = {
  nb: "Vil du at det slettes nå? Be virksomheten om å gi oss en annen kontaktperson.",
  nn: "Vil du at det blir sletta no? Be verksemda om å gi oss ein annan kontaktperson.",
  en: "Do you want it erased now? Ask your organisation to give us another contact person.",
};

const CALL_OFF_FIRST: Localised = {
  nb: "Vil du at det slettes nå? Da må kurset avbestilles først. Ta kontakt med oss.",
  nn: "Vil du at det blir sletta no? Då må kurset avbestillast først. Ta kontakt med oss.",
  en: "Do you want it erased now? Then the course must be cancelled first. Contact us.",
};
