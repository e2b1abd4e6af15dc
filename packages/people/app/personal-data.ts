import * as z from "zod";
import type { Role } from "#kernel/caller";
import { type Instant, plusSeconds } from "#kernel/clock";
import type { Localised } from "#kernel/locale";
import { kindOfData, NOTHING, type PersonalData, rowDeleted, type Verdict } from "#kernel/personal-data";
import type { ItemKey } from "#kernel/transaction-part";
import { Account } from "../domain/account.ts";
import { AddressCodes, MailCode, MailProof } from "../domain/mail-code.ts";
import { Person } from "../domain/person.ts";
import { ANSWERED_SECONDS, PersonalDataRequest } from "../domain/personal-data-request.ts";

const LOOK_AGAIN_SECONDS = 30 * 86_400;

const FOR_A_DAY: Localised = {
  nb: "E-postadressen, i et døgn",
  nn: "E-postadressa, i eit døgn",
  en: "The e-mail address, for a day",
};

const TO_ANSWER: Localised = {
  nb: "Vi trenger adressen for å svare deg. Den slettes tre dager etter at svaret er sendt, eller når det siste kan slettes.",
  nn: "Vi treng adressa for å svare deg. Ho blir sletta tre dagar etter at svaret er sendt, eller når det siste kan slettast.",
  en: "We need the address to answer you. It is erased three days after the answer was sent, or when the last of it can be erased.",
};

const STAFF: Localised = {
  nb: "Kontoen gir tilgang til oppgaver ved senteret.",
  nn: "Kontoen gir tilgang til oppgåver ved senteret.",
  en: "The account gives access to work at the centre.",
};

const ROLES_FIRST: Localised = {
  nb: "Be en administrator om å ta bort rollene dine først. Da slettes kontoen av seg selv.",
  nn: "Be ein administrator om å ta bort rollene dine først. Då blir kontoen sletta av seg sjølv.",
  en: "Ask an administrator to take away your roles first. Then the account is erased by itself.",
};

const HASHED_CALLER = "a hash of a network address or mail address with the hour in it, for two hours";

/** Who works here keeps their account until their roles are taken away. */
function withRoles(
  { roles }: { readonly roles: readonly Role[] },
  key: ItemKey,
  now: Instant,
  before?: { readonly version: number },
): Verdict {
  if (roles.every((role) => role === "participant")) return { does: "erase", part: rowDeleted(key, before) };
  const again = plusSeconds(now, LOOK_AGAIN_SECONDS);
  return { does: "keep", why: STAFF, until: again, again, advice: ROLES_FIRST };
}

/** What people holds about people, and what becomes of it. */
export const peopleData: PersonalData = {
  context: "people",
  kinds: [
    kindOfData({
      kind: "account",
      rows: { pk: "ACCOUNT#", sk: "ACCOUNT" },
      schema: Account,
      name: { nb: "Konto", nn: "Konto", en: "Account" },
      holds: { nb: "E-postadresse og roller", nn: "E-postadresse og roller", en: "E-mail address and roles" },
      isAbout: ({ email }, subject) => email === subject.email,
      verdict: (account, { now, subject, key }) => (subject ? withRoles(account, key, now, account) : NOTHING),
      tells: ({ email, roles, changedAt }) => ({ email, roles: roles.join(", "), registeredAt: changedAt }),
    }),
    kindOfData({
      kind: "sign-in",
      rows: { pk: "PERSON#", sk: "PERSON" },
      schema: Person,
      name: { nb: "Innlogginger", nn: "Innloggingar", en: "Sign-ins" },
      holds: { nb: "E-postadresse og roller", nn: "E-postadresse og roller", en: "E-mail address and roles" },
      isAbout: ({ email }, subject) => email === subject.email,
      verdict: (person, { now, subject, key }) => (subject ? withRoles(person, key, now) : NOTHING),
      tells: ({ email, roles }) => ({ email, roles: roles.join(", ") }),
    }),
    kindOfData({
      kind: "mail-code",
      rows: { pk: "MAIL-CODE#", sk: "MAIL-CODE" },
      schema: MailCode,
      name: { nb: "Koder på e-post", nn: "Kodar på e-post", en: "Codes by mail" },
      holds: FOR_A_DAY,
      isAbout: ({ email }, subject) => email === subject.email,
      verdict: (_, { subject, key }) => (subject ? { does: "erase", part: rowDeleted(key) } : NOTHING),
      tells: ({ email, validUntil }) => ({ email, validUntil }),
    }),
    kindOfData({
      kind: "mail-codes-of-address",
      rows: { pk: "MAIL-ADDRESS#", sk: "MAIL-CODES" },
      schema: AddressCodes,
      name: { nb: "Koder den siste timen", nn: "Kodar den siste timen", en: "Codes of the last hour" },
      holds: FOR_A_DAY,
      isAbout: (_, { hash }, { pk }) => pk === `MAIL-ADDRESS#${hash}`,
      verdict: (codes, { subject, key }) => (subject ? { does: "erase", part: rowDeleted(key, codes) } : NOTHING),
      tells: ({ current, requestedAt }) => ({ email: current?.email, registeredAt: requestedAt.at(-1) }),
    }),
    kindOfData({
      kind: "mail-proof",
      rows: { pk: "MAIL-PROOF#", sk: "MAIL-PROOF" },
      schema: MailProof,
      name: { nb: "Bekreftede e-postadresser", nn: "Stadfesta e-postadresser", en: "Confirmed e-mail addresses" },
      holds: FOR_A_DAY,
      isAbout: ({ email }, subject) => email === subject.email,
      verdict: (_, { subject, key }) => (subject ? { does: "erase", part: rowDeleted(key) } : NOTHING),
      tells: ({ email, validUntil }) => ({ email, validUntil }),
    }),
    kindOfData({
      kind: "personal-data-request",
      rows: { pk: "PERSONAL-DATA#", sk: "REQUEST" },
      schema: PersonalDataRequest,
      name: { nb: "Innsyn og sletting", nn: "Innsyn og sletting", en: "Exports and erasures" },
      holds: {
        nb: "E-postadressen du ba om innsyn eller sletting for",
        nn: "E-postadressa du bad om innsyn eller sletting for",
        en: "The e-mail address that you asked for an export or erasure of",
      },
      isAbout: ({ email }, subject) => email === subject.email,
      verdict: (request, { now, subject, key }) => {
        if (!subject) return NOTHING;
        const answers = request.kind === "erasure" && request.status !== "to-confirm";
        return answers
          ? { does: "keep", why: TO_ANSWER, until: plusSeconds(now, ANSWERED_SECONDS) }
          : { does: "erase", part: rowDeleted(key, request) };
      },
      tells: ({ kind, email, requestedAt, status, onBehalf }) => ({
        what: kind,
        email,
        registeredAt: requestedAt,
        status,
        reason: onBehalf && `${onBehalf.askedBy}: ${onBehalf.reason}`,
      }),
    }),
    kindOfData({
      kind: "personal-data-found",
      rows: { pk: "PERSONAL-DATA#", sk: "FOUND#" },
      hangsOn: { kind: "personal-data-request", begins: () => "FOUND#" },
      schema: z.object({ rows: z.array(z.unknown()) }),
      name: { nb: "Uttrekk av opplysningene dine", nn: "Uttrekk av opplysningane dine", en: "Exports of your data" },
      holds: {
        nb: "Det du fikk innsyn i. Slettes etter 14 dager",
        nn: "Det du fekk innsyn i. Blir sletta etter 14 dagar",
        en: "What you were shown. Erased after 14 days",
      },
      verdict: (_, { key, root }) => (root?.does === "erase" ? { does: "erase", part: rowDeleted(key) } : NOTHING),
      tells: () => ({}),
    }),
  ],
  nothing: [
    {
      rows: { pk: "RETENTION", sk: "ROUND" },
      because:
        "where the night's round stands; keys of rows that it could not treat, hashes in them, until the next night's",
    },
  ],
};

/** Rows that every context writes by the platform. */
export const platformData: PersonalData = {
  context: "platform",
  kinds: [],
  nothing: [
    { rows: { pk: "OUTBOX#", sk: "EVENT" }, because: "facts have ids and numbers only" },
    { rows: { pk: "INBOX#", sk: "ALREADY-DELIVERED" }, because: "an event's id, for 35 days" },
    { rows: { pk: "IDEMPOTENCY#", sk: "IDEMPOTENT-ANSWER" }, because: "answers have ids and numbers only, for a day" },
    { rows: { pk: "CALLER#", sk: "MAIL-CODES" }, because: HASHED_CALLER },
    { rows: { pk: "CALLER#", sk: "ENQUIRIES" }, because: HASHED_CALLER },
    { rows: { pk: "CALLER#", sk: "PERSONAL-DATA" }, because: HASHED_CALLER },
    { rows: { pk: "CALLER#", sk: "WRONG-KEYS" }, because: HASHED_CALLER },
  ],
};
