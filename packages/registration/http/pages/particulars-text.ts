import type { Locale } from "#kernel/locale";

const nb = {
  name: "Navn på deltakeren",
  nameMissing: "Skriv navnet på deltakeren",
  email: "E-post til deltakeren (valgfritt)",
  emailWhy: "Da får deltakeren bekreftelse og påminnelse på e-post.",
  emailWrong: "Skriv en hel e-postadresse, som navn@example.no, eller la feltet stå tomt",
  proof: {
    missing: "Før du sender skjemaet, må e-postadressen bekreftes med en kode.",
    prove: "Bekreft e-postadressen",
    given: "E-postadressen er bekreftet. Bruk den samme adressen i skjemaet.",
  },
  choose: (goods: string) => `Velg: ${goods}`,
  choiceMissing: (goods: string) => `Velg én: ${goods}`,
  optional: (question: string) => `${question} (valgfritt)`,
  answerMissing: (question: string) => `Svar på: ${question}`,
  answerTooLong: "Svaret kan ha høyst 1000 tegn",
  health: {
    heading: "Mat og tilrettelegging",
    why: "Svarene er opplysninger om helse. Bare de som trenger det, får se dem; kjøkkenet får bare antall. Vi sletter dem av seg selv 14 dager etter arrangementet. Du kan la dem stå tomme.",
    again: "Det er svart på dette før. Svarene vises ikke her. Fyll dem ut på nytt, ellers blir de slettet.",
    consent: "Deltakeren samtykker i at svarene om helse lagres til 14 dager etter arrangementet",
  },
};

type ParticularsText = typeof nb;

const nn: ParticularsText = {
  name: "Namn på deltakaren",
  nameMissing: "Skriv namnet på deltakaren",
  email: "E-post til deltakaren (valfritt)",
  emailWhy: "Då får deltakaren stadfesting og påminning på e-post.",
  emailWrong: "Skriv ei heil e-postadresse, som namn@example.no, eller la feltet stå tomt",
  proof: {
    missing: "Før du sender skjemaet, må e-postadressa stadfestast med ein kode.",
    prove: "Stadfest e-postadressa",
    given: "E-postadressa er stadfesta. Bruk den same adressa i skjemaet.",
  },
  choose: (goods) => `Vel: ${goods}`,
  choiceMissing: (goods) => `Vel éin: ${goods}`,
  optional: (question) => `${question} (valfritt)`,
  answerMissing: (question) => `Svar på: ${question}`,
  answerTooLong: "Svaret kan ha høgst 1000 teikn",
  health: {
    heading: "Mat og tilrettelegging",
    why: "Svara er opplysningar om helse. Berre dei som treng det, får sjå dei; kjøkkenet får berre talet. Vi slettar dei av seg sjølv 14 dagar etter arrangementet. Du kan la dei stå tomme.",
    again: "Det er svart på dette før. Svara blir ikkje viste her. Fyll dei ut på nytt, elles blir dei sletta.",
    consent: "Deltakaren samtykkjer i at svara om helse blir lagra til 14 dagar etter arrangementet",
  },
};

const en: ParticularsText = {
  name: "The participant's name",
  nameMissing: "Write the participant's name",
  email: "The participant's e-mail (optional)",
  emailWhy: "The participant then gets a confirmation and a reminder by e-mail.",
  emailWrong: "Write a whole e-mail address, such as name@example.no, or leave the field empty",
  proof: {
    missing: "Before you send the form, the e-mail address must be confirmed by a code.",
    prove: "Confirm the e-mail address",
    given: "The e-mail address is confirmed. Use the same address in the form.",
  },
  choose: (goods) => `Choose: ${goods}`,
  choiceMissing: (goods) => `Choose one: ${goods}`,
  optional: (question) => `${question} (optional)`,
  answerMissing: (question) => `Answer: ${question}`,
  answerTooLong: "An answer has at most 1000 characters",
  health: {
    heading: "Food and access",
    why: "The answers are health data. Only those who need them see them; the kitchen gets numbers only. They are deleted by themselves 14 days after the event. You can leave them empty.",
    again: "These were answered before. The answers are not shown here. Fill them in again, or they will be deleted.",
    consent: "The participant consents to the health answers being kept until 14 days after the event",
  },
};

export const PARTICULARS_TEXT: Readonly<Record<Locale, ParticularsText>> = { nb, nn, en };
