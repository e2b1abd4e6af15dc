import type { PeopleErrors } from "#kernel/errors/people";
import type { Problems } from "./problem-row.ts";

export const peopleProblems: Problems<PeopleErrors> = {
  "mail-proof-missing": {
    status: 422,
    text: () => ({
      nb: "Bekreft e-postadressen først: be om en kode, og send den inn. Eller logg inn med den samme adressen.",
      nn: "Stadfest e-postadressa først: be om ein kode, og send han inn. Eller logg inn med den same adressa.",
      en: "Confirm your e-mail address first: ask for a code, and send it in. Or log in with the same address.",
    }),
  },
  "mail-code-wrong": {
    status: 422,
    text: ({ triesLeft }) => ({
      nb: `Koden stemmer ikke. Les den i e-posten en gang til; du har ${triesLeft} forsøk igjen.`,
      nn: `Koden stemmer ikkje. Les han i e-posten ein gong til; du har ${triesLeft} forsøk att.`,
      en: `The code is not right. Read it in your e-mail once more; you have ${triesLeft} tries left.`,
    }),
  },
  "mail-code-ended": {
    status: 422,
    text: () => ({
      nb: "Koden gjelder ikke lenger. Be om en ny.",
      nn: "Koden gjeld ikkje lenger. Be om ein ny.",
      en: "This code is no longer valid. Ask for a new one.",
    }),
  },
  "too-many-sign-ins": {
    status: 409,
    text: ({ limit }) => ({
      nb: `Adressen er alt knyttet til ${limit} innlogginger. Logg inn med en av dem, eller bruk en annen adresse.`,
      nn: `Adressa er alt knytt til ${limit} innloggingar. Logg inn med ei av dei, eller bruk ei anna adresse.`,
      en: `The address already belongs to ${limit} sign-ins. Use one of them, or another address.`,
    }),
  },
  "own-administrator-role": {
    status: 409,
    text: () => ({
      nb: "Du kan ikke ta fra deg selv rollen som administrator. Be en annen administrator om det.",
      nn: "Du kan ikkje ta frå deg sjølv rolla som administrator. Be ein annan administrator om det.",
      en: "You can't take the administrator's role from yourself. Ask another administrator to.",
    }),
  },
  "personal-data-request-over": {
    status: 409,
    text: () => ({
      nb: "Dette er bekreftet før. Siden viser hvor langt det er kommet.",
      nn: "Dette er stadfesta før. Sida viser kor langt det er kome.",
      en: "This was confirmed before. The page shows how far it has come.",
    }),
  },
  "too-many-personal-data-requests": {
    status: 429,
    text: ({ retryAfterSeconds }) => {
      const minutes = Math.ceil(retryAfterSeconds / 60);
      return {
        nb: `Du har bedt om dette flere ganger nå. Bruk lenken i e-posten, eller vent ${minutes} min.`,
        nn: `Du har bede om dette fleire gonger no. Bruk lenkja i e-posten, eller vent ${minutes} min.`,
        en: `You have asked for this several times now. Use the link in your e-mail, or wait ${minutes} min.`,
      };
    },
  },
  "too-many-mail-codes": {
    status: 429,
    text: ({ retryAfterSeconds }) => {
      const minutes = Math.ceil(retryAfterSeconds / 60);
      return {
        nb: `Du har bedt om mange koder. Bruk den siste vi sendte, eller vent ${minutes} min og be om en ny.`,
        nn: `Du har bede om mange kodar. Bruk den siste vi sende, eller vent ${minutes} min og be om ein ny.`,
        en: `You have asked for many codes. Use the last one we sent, or wait ${minutes} min and ask for a new one.`,
      };
    },
  },
};
