import { Instant } from "#kernel/clock";
import type { Locale } from "#kernel/locale";
import { writeLetter } from "#survey/domain/letters/write-letter";
import type { ExampleLetter } from "./letters-to-organisations.ts";

const URL = `https://smart.example.no/survey/${"x".repeat(97)}`;

const facts = (locale: Locale) => ({
  locale,
  name: "Ŋilla Čáhppe",
  study: { nb: "Følgeevaluering av kull 5", nn: "Følgjeevaluering av kull 5", en: "The survey of cohort 5" },
  gathering: { nb: "Oppstart", nn: "Oppstart", en: "Opening" },
  closesAt: Instant.parse("2026-09-28T21:59:00.000Z"),
  url: URL,
});

const says = ["Ŋilla Čáhppe", "28", "2026", "23", URL];

/** Each of the survey's mails. */
export const surveyLetters: readonly ExampleLetter[] = [
  {
    name: "survey-first-invitation",
    write: (locale) => writeLetter({ ...facts(locale), kind: "invitation", firstTime: true }),
    says,
  },
  {
    name: "survey-invitation",
    write: (locale) => writeLetter({ ...facts(locale), kind: "invitation", firstTime: false }),
    says,
  },
  {
    name: "survey-reminder",
    write: (locale) => writeLetter({ ...facts(locale), kind: "reminder", firstTime: false }),
    says,
  },
  {
    name: "survey-new-link",
    write: (locale) => writeLetter({ ...facts(locale), kind: "new-link", firstTime: false }),
    says,
  },
];
