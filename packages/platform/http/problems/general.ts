import type { GeneralErrors } from "#kernel/errors/general";
import type { Problems } from "./problem-row.ts";

export const generalProblems: Problems<GeneralErrors> = {
  "invalid-request": {
    status: 400,
    text: () => ({
      nb: "Noe i skjemaet stemmer ikke. Rett feltene som er nevnt, og send på nytt.",
      nn: "Noko i skjemaet stemmer ikkje. Rett felta som er nemnde, og send på nytt.",
      en: "Something in the request is not right. Correct the fields that are named, and send it again.",
    }),
  },
  "body-too-large": {
    status: 413,
    text: ({ limitBytes }) => ({
      nb: `Forespørselen er for stor. Grensen er ${Math.floor(limitBytes / 1024)} kB; send mindre om gangen.`,
      nn: `Førespurnaden er for stor. Grensa er ${Math.floor(limitBytes / 1024)} kB; send mindre om gongen.`,
      en: `The request is too large. The limit is ${Math.floor(limitBytes / 1024)} kB; send less at a time.`,
    }),
  },
  "not-found": {
    status: 404,
    text: () => ({
      nb: "Vi finner ikke det du spør etter. Bruk lenken fra e-posten, eller ta kontakt med oss.",
      nn: "Vi finn ikkje det du spør etter. Bruk lenkja frå e-posten, eller ta kontakt med oss.",
      en: "We can't find what you ask for. Use the link from your e-mail, or get in touch with us.",
    }),
  },
  unauthenticated: {
    status: 401,
    text: () => ({
      nb: "Du må logge inn, eller bruke lenken fra e-posten.",
      nn: "Du må logge inn, eller bruke lenkja frå e-posten.",
      en: "Log in, or use the link from your e-mail.",
    }),
  },
  forbidden: {
    status: 403,
    text: () => ({
      nb: "Du har ikke tilgang til dette. Be en administrator om tilgang.",
      nn: "Du har ikkje tilgang til dette. Be ein administrator om tilgang.",
      en: "You don't have access to this. Ask an administrator for it.",
    }),
  },
  "too-many-wrong-keys": {
    status: 429,
    text: ({ retryAfterSeconds }) => {
      const minutes = Math.ceil(retryAfterSeconds / 60);
      return {
        nb: `Mange lenker herfra har ikke virket. Vent ${minutes} min, og bruk lenken i den nyeste e-posten fra oss.`,
        nn: `Mange lenkjer herifrå har ikkje verka. Vent ${minutes} min, og bruk lenkja i den nyaste e-posten frå oss.`,
        en: `Many links from here have not worked. Wait ${minutes} min, and use the link in our latest e-mail.`,
      };
    },
  },
  "idempotency-key-missing": {
    status: 400,
    text: () => ({
      nb: "Forespørselen mangler Idempotency-Key. Send en ny, tilfeldig nøkkel for hver handling.",
      nn: "Førespurnaden manglar Idempotency-Key. Send ein ny, tilfeldig nøkkel for kvar handling.",
      en: "The request lacks an Idempotency-Key. Send a new random key with each action.",
    }),
  },
  "idempotency-key-reused": {
    status: 422,
    text: () => ({
      nb: "Denne Idempotency-Key er brukt til noe annet. Send en ny nøkkel.",
      nn: "Denne Idempotency-Key er brukt til noko anna. Send ein ny nøkkel.",
      en: "This Idempotency-Key has been used for something else. Send a new key.",
    }),
  },
  "busy-try-again": {
    status: 503,
    text: () => ({
      nb: "Det er stor pågang akkurat nå. Prøv igjen om noen sekunder; ingenting er tapt.",
      nn: "Det er stor pågang akkurat no. Prøv igjen om nokre sekund; ingenting er tapt.",
      en: "We are very busy right now. Try again in a few seconds; nothing is lost.",
    }),
  },
  "internal-error": {
    status: 500,
    text: () => ({
      nb: "Noe gikk galt hos oss. Prøv igjen, og oppgi referansen hvis du tar kontakt.",
      nn: "Noko gjekk gale hos oss. Prøv igjen, og oppgje referansen om du tek kontakt.",
      en: "Something went wrong on our side. Try again, and give the reference if you contact us.",
    }),
  },
  "too-much-for-one-order": {
    status: 422,
    text: ({ limit, of }) =>
      ({
        places: {
          nb: `En bestilling kan ha ${limit} plasser. Del den i flere.`,
          nn: `Ei bestilling kan ha ${limit} plassar. Del henne i fleire.`,
          en: `An order can have ${limit} places. Split it into several.`,
        },
        "goods-lines": {
          nb: `En bestilling kan ha ${limit} varelinjer. Del den i flere.`,
          nn: `Ei bestilling kan ha ${limit} varelinjer. Del henne i fleire.`,
          en: `An order can have ${limit} lines of goods. Split it into several.`,
        },
        writes: {
          nb: "Bestillingen er for stor til å tas på én gang. Del den i flere.",
          nn: "Bestillinga er for stor til å takast på éin gong. Del henne i fleire.",
          en: "This order is too large to take at once. Split it into several.",
        },
      })[of],
  },
};
