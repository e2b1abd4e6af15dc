import { Instant } from "#kernel/clock";
import type { Localised } from "#kernel/locale";
import { norwegianDay } from "#kernel/norwegian-time";
import { kindOfData, NOTHING, type PersonalData, rowDeleted } from "#kernel/personal-data";
import { plusMonths } from "#kernel/retention";
import { part } from "#kernel/transaction-part";
import { Consent } from "../domain/consent.ts";

const SEALED = "in a table of its own that no walk reads, sealed: nobody can tell whose it is (rule 7)";

/** That somebody has consented must be provable (GDPR art. 7 (1)); and who said no isn't asked again. */
const CONSENT_MONTHS = 60;

/** What somebody has said about taking part: theirs to see. Their answers name nobody, and no export has them. */
const consent = kindOfData({
  kind: "survey-consent",
  rows: { pk: "STUDY#", sk: "CONSENT#" },
  schema: Consent,
  name: { nb: "Følgeevalueringen", nn: "Følgjeevalueringa", en: "The survey" },
  holds: {
    nb: "E-postadresse, det du har svart på om å være med, teksten du leste, og dagen. Svarene på skjemaene er lagret uten navn og er ikke med her",
    nn: "E-postadresse, det du har svart på om å vere med, teksten du las, og dagen. Svara på skjemaa er lagra utan namn og er ikkje med her",
    en: "E-mail address, what you said about taking part, the text you read, and the day. Your answers to the forms are kept without your name and are not here",
  },
  isAbout: ({ email }, subject) => email === subject.email,
  verdict: (said, { now, subject, key }) => {
    const until = plusMonths(Instant.parse(`${lastDayOf(said)}T00:00:00.000Z`), CONSENT_MONTHS);
    if (now >= until) return { does: "erase", part: rowDeleted(key) };
    if (!subject) return NOTHING;
    const set = said.status === "given" ? { status: "withdrawn", withdrawnOn: norwegianDay(now) } : {};
    const asRead = { is: "equal", attribute: "status", value: said.status, otherwise: "reload" } as const;
    const withdrawn = { kind: "change", key, set, remove: ["email"], guards: [asRead] } as const;
    return { does: "restrict", why: CONSENT_WHY, until, part: part([withdrawn]) };
  },
  tells: ({ email, status, text, version, givenOn, declinedOn, withdrawnOn }) => ({
    email,
    what: `${version}: ${text}`,
    status: [status, givenOn, declinedOn, withdrawnOn].filter((each) => each !== undefined).join(" – "),
  }),
});

function lastDayOf({ givenOn, declinedOn, withdrawnOn }: Consent): string | undefined {
  return withdrawnOn ?? declinedOn ?? givenOn;
}

const CONSENT_WHY: Localised = {
  nb: "Vi må kunne vise at du hadde samtykket (personvernforordningen artikkel 7 nr. 1). Samtykket er trukket tilbake og adressen din slettet. Svarene dine slettes innen et døgn, om ikke undersøkelsen alt er avsluttet: da kan ingen finne dem.",
  nn: "Vi må kunne vise at du hadde samtykt (personvernforordninga artikkel 7 nr. 1). Samtykket er trekt tilbake og adressa di sletta. Svara dine blir sletta innan eit døgn, om ikkje undersøkinga alt er avslutta: då kan ingen finne dei.",
  en: "We must be able to show that you had consented (GDPR article 7 (1)). The consent is withdrawn and your address erased. Your answers are erased within a day, unless the survey is closed already: then nobody can find them.",
};

/** Whose an answer is nobody can tell; who has consented is told by address, and withdrawn with an erasure. */
export const surveyData: PersonalData = {
  context: "survey",
  kinds: [consent],
  nothing: [
    { rows: { pk: "STUDY#", sk: "STUDY" }, because: "a cohort's survey" },
    { rows: { pk: "STUDY#", sk: "WAVE#" }, because: "a round's times" },
    { rows: { pk: "STUDY#", sk: "PUBLICATION#" }, because: "means of five answers or more" },
    { rows: { pk: "STUDY#", sk: "RESEARCH#" }, because: "answers by random numbers, five or more alike" },
    { rows: { pk: "COHORT-STUDY#", sk: "STUDY" }, because: "an id" },
    { rows: { pk: "SURVEY-FORM#", sk: "VERSION#" }, because: "questions" },
    { rows: { pk: "CALLER#", sk: "SURVEY-LINKS" }, because: "a hash with the hour in it, for two hours" },
    { rows: { pk: "KEY#", sk: "KEY" }, because: SEALED },
    { rows: { pk: "MEMBERS#", sk: "MEMBER#" }, because: SEALED },
    { rows: { pk: "ANSWERS#", sk: "CANDIDATE#" }, because: SEALED },
  ],
};
