import * as z from "zod";
import { type Caller, hasRole } from "#kernel/caller";
import { EmailAddress, TextLine } from "#kernel/contact";
import { AccessKey, mint, mintAccessKey, type RandomBytes } from "#kernel/id";
import { AgreementId, ContactId } from "#kernel/ids";
import { Locale } from "#kernel/locale";
import { kroner, Money } from "#kernel/money";
import { InvoicedOrganisation } from "#kernel/organisation";
import { Day, MOST_YEARS, Period, plusDays, requirePeriod, usualPeriod } from "./period.ts";
import { Promised, promisedIn, refuseUnlessEachYear, usuallyPromised } from "./promised.ts";

const SEATS_AS_A_RULE = 6;

const Price = Money.refine((price) => price >= 0 && price <= 10_000_000, "A price is from 0 to 10 000 000 øre.");

/** Øre with VAT: what an agreement's invoices are reckoned by, besides what the agreement itself costs. */
export const Prices = z.strictObject({
  /** For each participant at trainer education: literature and other material. */
  trainerMaterial: Price,
  /** Of a set for an employee: a book by the grade they work at, and a deck of cards. */
  book: Price,
  deck: Price,
});
export type Prices = z.infer<typeof Prices>;

/** NOK 2,000 for each trainer participant, NOK 300 a set. */
export const USUAL_PRICES: Prices = { trainerMaterial: kroner(2000), book: kroner(200), deck: kroner(100) };

/** Somebody at the organisation, with a key of their own to the agreement's page. */
export const Contact = z.object({ contactId: ContactId, name: TextLine, email: EmailAddress, key: AccessKey });
export type Contact = z.infer<typeof Contact>;

const described = {
  organisation: InvoicedOrganisation,
  locale: Locale,
  period: Period,
  seats: z.int().min(0).max(60),
  /** Year by year of the period. */
  promised: z.array(Promised).min(1).max(MOST_YEARS),
  prices: Prices,
};

/** A long-term agreement with an organisation. */
export const Agreement = z.object({
  agreementId: AgreementId,
  ...described,
  contacts: z.array(Contact).min(1).max(10),
  version: z.int().min(1),
});
export type Agreement = z.infer<typeof Agreement>;

const GivenContacts = z
  .array(z.strictObject({ name: TextLine, email: EmailAddress }))
  .min(1)
  .max(10)
  .refine((contacts) => new Set(contacts.map(({ email }) => email)).size === contacts.length, {
    message: "Each contact has an address of their own.",
  });

/** What an agreement is made of; what is left out is as agreements are as a rule. */
export const AgreementTerms = z.strictObject({
  organisation: InvoicedOrganisation,
  locale: Locale.default("nb"),
  /** The last day is included; three years unless said otherwise. */
  period: z.strictObject({ from: Day, to: Day.optional() }),
  seats: described.seats.default(SEATS_AS_A_RULE),
  promised: described.promised.optional(),
  prices: Prices.default(USUAL_PRICES),
  contacts: GivenContacts,
});
export type AgreementTerms = z.infer<typeof AgreementTerms>;

/** @throws DomainError `agreement-without-days`, `agreement-too-long`, `promised-years-differ` */
export function newAgreement(terms: AgreementTerms, agreementId: AgreementId, random: RandomBytes): Agreement {
  const { from, to } = terms.period;
  const period = { from, to: to ?? usualPeriod(from).to };
  requirePeriod(period);
  const promised = terms.promised ?? usuallyPromised(period);
  refuseUnlessEachYear(promised, period);
  return { ...terms, agreementId, period, promised, contacts: contactsOf(terms.contacts, [], random), version: 1 };
}

/** An agreement with other terms, where all are told: what is promised in new years is as usual unless it is told too. */
export const ChangedTerms = z.strictObject({
  ...described,
  promised: described.promised.optional(),
  contacts: GivenContacts,
});
export type ChangedTerms = z.infer<typeof ChangedTerms>;

/**
 * The agreement with other terms. Who stays a contact keeps their key; who is new gets one. What orders and seats it
 * already led to stays as it was.
 *
 * @throws DomainError `agreement-without-days`, `agreement-too-long`, `promised-years-differ`
 */
export function changeAgreement(before: Agreement, terms: ChangedTerms, random: RandomBytes): Agreement {
  const { agreementId, version } = before;
  requirePeriod(terms.period);
  const promised = terms.promised ?? promisedIn(terms.period, before.promised);
  refuseUnlessEachYear(promised, terms.period);
  const contacts = contactsOf(terms.contacts, before.contacts, random);
  return { ...terms, agreementId, promised, contacts, version: version + 1 };
}

/**
 * The agreement with this as its last day: it ends early, or is extended.
 *
 * @throws DomainError `agreement-without-days`, `agreement-too-long`
 */
export function endAgreement(before: Agreement, lastDay: Day): Agreement {
  const period = { from: before.period.from, to: lastDay };
  requirePeriod(period);
  return { ...before, period, promised: promisedIn(period, before.promised), version: before.version + 1 };
}

function contactsOf(given: AgreementTerms["contacts"], before: readonly Contact[], random: RandomBytes): Contact[] {
  return given.map(({ name, email }) => {
    const known = before.find((each) => each.email === email);
    return known ? { ...known, name } : { contactId: mint(ContactId, random), name, email, key: mintAccessKey(random) };
  });
}

/** Who acts on an agreement: one of its contacts, by key or by a login with their address, or an administrator. */
export type Acting =
  | { readonly as: "contact"; readonly contact: Contact; readonly by: string }
  | { readonly as: "administrator"; readonly by: string };

/** Undefined: the agreement isn't this caller's to know of. */
export function actingOn({ contacts }: Pick<Agreement, "contacts">, caller: Caller): Acting | undefined {
  if (hasRole(caller, "administrator") && caller.kind === "person") return { as: "administrator", by: caller.personId };
  const contact = contacts.find((each) =>
    caller.kind === "guest" ? each.key === caller.key : each.email === caller.email,
  );
  return contact && { as: "contact", contact, by: contact.contactId };
}

/** Whether it still runs on this day. */
export function runsOn({ period }: Pick<Agreement, "period">, day: Day): boolean {
  return day < plusDays(period.to, 1);
}
