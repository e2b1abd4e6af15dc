import type { AgreementsErrors } from "#kernel/errors/agreements";
import type { Problems } from "./problem-row.ts";

export const agreementsProblems: Problems<AgreementsErrors> = {
  "agreement-seats-used-up": {
    status: 409,
    text: () => ({
      nb: "Alle treneplassene i avtalen er brukt. Gi tilbake en plass før fristen, eller spør oss om flere.",
      nn: "Alle treneplassane i avtalen er brukte. Gje tilbake ein plass før fristen, eller spør oss om fleire.",
      en: "All the trainer seats of the agreement are used. Give one back before the deadline, or ask us for more.",
    }),
  },
  "seat-outside-period": {
    status: 409,
    text: () => ({
      nb: "Kullet begynner utenfor avtalens tid. Velg et kull som begynner mens avtalen gjelder, eller be oss forlenge avtalen.",
      nn: "Kullet byrjar utanfor tida til avtalen. Vel eit kull som byrjar medan avtalen gjeld, eller be oss lengje avtalen.",
      en: "The cohort starts outside the agreement's period. Choose one that starts while the agreement lasts, or ask us to extend it.",
    }),
  },
  "seats-would-break-agreement": {
    status: 409,
    text: () => ({
      nb: "Endringen går ikke så lenge disse treneplassene er brukt. Flytt eller gi dem tilbake først.",
      nn: "Endringa går ikkje så lenge desse treneplassane er brukte. Flytt dei eller gje dei tilbake først.",
      en: "This can't be changed while these trainer seats are used. Move them or give them back first.",
    }),
  },
  "agreement-without-days": {
    status: 422,
    text: () => ({
      nb: "Avtalen må vare minst to dager. Velg en siste dag som kommer etter den første.",
      nn: "Avtalen må vare minst to dagar. Vel ein siste dag som kjem etter den første.",
      en: "The agreement must last at least two days. Choose a last day that comes after the first.",
    }),
  },
  "promised-years-differ": {
    status: 422,
    text: ({ years, given }) => ({
      nb: `Avtalen går over ${years} år, men møtene er oppgitt for ${given}. Oppgi dem for hvert år, eller la dem stå tomme.`,
      nn: `Avtalen går over ${years} år, men møta er oppgitte for ${given}. Oppgi dei for kvart år, eller la dei stå tomme.`,
      en: `The agreement runs over ${years} years, and meetings are given for ${given}. Give them for each year, or leave them out.`,
    }),
  },
};
