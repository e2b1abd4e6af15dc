import type { Locale } from "#kernel/locale";

/** The page of one on the list of a course at a workplace. */
export const LISTED_TEXT = {
  nb: {
    title: "Rett eller fjern en deltaker",
    change: (name: string) => `Rett eller fjern ${name}`,
    name: "Navn",
    nameMissing: "Skriv navnet.",
    email: "E-postadresse",
    emailHow: "Kan stå tom. Den som står her, får en e-post om plassen sin.",
    emailWrong: "Skriv en hel e-postadresse, som navn@example.no, eller la feltet stå tomt.",
    correct: "Lagre",
    removeHeading: "Fjern fra listen",
    removeSays: (name: string) =>
      `Plassen til ${name} blir ledig for en annen. Har vi e-postadressen, får de beskjed. Prisen på kurset er den samme.`,
    remove: "Fjern fra listen",
    back: "Tilbake",
  },
  nn: {
    title: "Rett eller fjern ein deltakar",
    change: (name: string) => `Rett eller fjern ${name}`,
    name: "Namn",
    nameMissing: "Skriv namnet.",
    email: "E-postadresse",
    emailHow: "Kan stå tom. Den som står her, får ein e-post om plassen sin.",
    emailWrong: "Skriv ei heil e-postadresse, som namn@example.no, eller la feltet stå tomt.",
    correct: "Lagre",
    removeHeading: "Fjern frå lista",
    removeSays: (name: string) =>
      `Plassen til ${name} blir ledig for ein annan. Har vi e-postadressa, får dei beskjed. Prisen på kurset er den same.`,
    remove: "Fjern frå lista",
    back: "Tilbake",
  },
  en: {
    title: "Correct or remove a participant",
    change: (name: string) => `Correct or remove ${name}`,
    name: "Name",
    nameMissing: "Give the name.",
    email: "E-mail address",
    emailHow: "May be left empty. Whoever stands here gets a mail about their place.",
    emailWrong: "Give a whole e-mail address, such as name@example.no, or leave the field empty.",
    correct: "Save",
    removeHeading: "Take off the list",
    removeSays: (name: string) =>
      `${name}'s place becomes free for another. If we have their address, they are told. The course costs the same.`,
    remove: "Take off the list",
    back: "Back",
  },
} as const satisfies Record<Locale, unknown>;
