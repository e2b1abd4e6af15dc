import type { ErrorCode, ErrorDetails } from "#kernel/error-details";
import type { Locale, Localised } from "#kernel/locale";

type Text<Code extends ErrorCode> = (details: ErrorDetails[Code]) => Localised;

/** What each refusal says to the person it stops, and what to do next. Exhaustive by type. */
const TEXTS: { readonly [Code in ErrorCode]: Text<Code> } = {
  "invalid-request": () => ({
    nb: "Noe i skjemaet stemmer ikke. Rett feltene som er nevnt, og send på nytt.",
    nn: "Noko i skjemaet stemmer ikkje. Rett felta som er nemnde, og send på nytt.",
    en: "Something in the request is not right. Correct the fields that are named, and send it again.",
  }),
  "body-too-large": ({ limitBytes }) => ({
    nb: `Forespørselen er for stor. Grensen er ${Math.floor(limitBytes / 1024)} kB; send mindre om gangen.`,
    nn: `Førespurnaden er for stor. Grensa er ${Math.floor(limitBytes / 1024)} kB; send mindre om gongen.`,
    en: `The request is too large. The limit is ${Math.floor(limitBytes / 1024)} kB; send less at a time.`,
  }),
  "not-found": () => ({
    nb: "Vi finner ikke det du spør etter. Bruk lenken fra e-posten, eller ta kontakt med oss.",
    nn: "Vi finn ikkje det du spør etter. Bruk lenkja frå e-posten, eller ta kontakt med oss.",
    en: "We can't find what you ask for. Use the link from your e-mail, or get in touch with us.",
  }),
  unauthenticated: () => ({
    nb: "Du må logge inn, eller bruke lenken fra e-posten.",
    nn: "Du må logge inn, eller bruke lenkja frå e-posten.",
    en: "Log in, or use the link from your e-mail.",
  }),
  forbidden: () => ({
    nb: "Du har ikke tilgang til dette. Be en administrator om tilgang.",
    nn: "Du har ikkje tilgang til dette. Be ein administrator om tilgang.",
    en: "You don't have access to this. Ask an administrator for it.",
  }),
  "idempotency-key-missing": () => ({
    nb: "Forespørselen mangler Idempotency-Key. Send en ny, tilfeldig nøkkel for hver handling.",
    nn: "Førespurnaden manglar Idempotency-Key. Send ein ny, tilfeldig nøkkel for kvar handling.",
    en: "The request lacks an Idempotency-Key. Send a new random key with each action.",
  }),
  "idempotency-key-reused": () => ({
    nb: "Denne Idempotency-Key er brukt til noe annet. Send en ny nøkkel.",
    nn: "Denne Idempotency-Key er brukt til noko anna. Send ein ny nøkkel.",
    en: "This Idempotency-Key has been used for something else. Send a new key.",
  }),
  "busy-try-again": () => ({
    nb: "Det er stor pågang akkurat nå. Prøv igjen om noen sekunder; ingenting er tapt.",
    nn: "Det er stor pågang akkurat no. Prøv igjen om nokre sekund; ingenting er tapt.",
    en: "We are very busy right now. Try again in a few seconds; nothing is lost.",
  }),
  "internal-error": () => ({
    nb: "Noe gikk galt hos oss. Prøv igjen, og oppgi referansen hvis du tar kontakt.",
    nn: "Noko gjekk gale hos oss. Prøv igjen, og oppgi referansen om du tek kontakt.",
    en: "Something went wrong on our side. Try again, and give the reference if you contact us.",
  }),
  "product-not-for-sale": () => ({
    nb: "Varen er ikke til salgs. Ta den ut av kurven.",
    nn: "Vara er ikkje til sals. Ta henne ut av korga.",
    en: "This product is not for sale. Take it out of the basket.",
  }),
  "out-of-stock": ({ available }) => ({
    nb: available > 0 ? `Vi har bare ${available} igjen på lager. Velg færre.` : "Varen er utsolgt. Velg en annen.",
    nn: available > 0 ? `Vi har berre ${available} att på lager. Vel færre.` : "Vara er utseld. Vel ei anna.",
    en:
      available > 0 ? `We have only ${available} left. Choose fewer.` : "This product is out of stock. Choose another.",
  }),
  "offering-not-open": ({ reason }) =>
    ({
      unpublished: {
        nb: "Tilbudet finnes ikke. Se hva vi har på nettsiden.",
        nn: "Tilbodet finst ikkje. Sjå kva vi har på nettsida.",
        en: "There is no such offering. See what we have on our web page.",
      },
      "not-yet": {
        nb: "Påmeldingen har ikke åpnet ennå. Kom tilbake når den åpner.",
        nn: "Påmeldinga har ikkje opna enno. Kom tilbake når ho opnar.",
        en: "Sign-up has not opened yet. Come back when it does.",
      },
      closed: {
        nb: "Påmeldingen er stengt. Se hva annet vi har på nettsiden.",
        nn: "Påmeldinga er stengd. Sjå kva anna vi har på nettsida.",
        en: "Sign-up has closed. See what else we have on our web page.",
      },
      cancelled: {
        nb: "Arrangementet er avlyst. Se hva annet vi har på nettsiden.",
        nn: "Arrangementet er avlyst. Sjå kva anna vi har på nettsida.",
        en: "This event is cancelled. See what else we have on our web page.",
      },
    })[reason],
  "ticket-type-unknown": () => ({
    nb: "Billettypen finnes ikke i dette tilbudet. Velg en av dem som er oppgitt.",
    nn: "Billettypen finst ikkje i dette tilbodet. Vel ein av dei som er oppgjevne.",
    en: "This offering has no such ticket type. Choose one of those listed.",
  }),
  "offering-full": () => ({
    nb: "Det er fullt. Du kan sette deg på ventelisten.",
    nn: "Det er fullt. Du kan setje deg på ventelista.",
    en: "It is full. You can join the waiting list.",
  }),
  "choice-of-goods-missing": () => ({
    nb: "Velg hvilken bok som skal følge med plassen.",
    nn: "Vel kva bok som skal følgje med plassen.",
    en: "Choose which book comes with the place.",
  }),
  "choice-of-goods-unknown": () => ({
    nb: "Boken du valgte, følger ikke med denne plassen. Velg en av dem som er oppgitt.",
    nn: "Boka du valde, følgjer ikkje med denne plassen. Vel ei av dei som er oppgjevne.",
    en: "The book you chose does not come with this place. Choose one of those listed.",
  }),
  "answer-missing": () => ({
    nb: "Et spørsmål om deltakeren er ikke besvart. Fyll det ut, og send på nytt.",
    nn: "Eit spørsmål om deltakaren er ikkje svart på. Fyll det ut, og send på nytt.",
    en: "A question about the participant is not answered. Fill it in, and send it again.",
  }),
  "allotment-key-unknown": () => ({
    nb: "Koden for gruppens plasser stemmer ikke. Be den som ga deg den, om en ny.",
    nn: "Koden for plassane til gruppa stemmer ikkje. Be den som gav deg han, om ein ny.",
    en: "The code for the group's places is not right. Ask whoever gave it to you for a new one.",
  }),
  "freight-by-agreement": ({ limitGrams }) => ({
    nb: `Bestillinger over ${limitGrams / 1000} kg sendes etter avtale. Del den i flere, eller ta kontakt med oss.`,
    nn: `Bestillingar over ${limitGrams / 1000} kg blir sende etter avtale. Del henne i fleire, eller ta kontakt med oss.`,
    en: `Orders above ${limitGrams / 1000} kg are sent by agreement. Split it into several, or get in touch with us.`,
  }),
  "delivery-address-missing": () => ({
    nb: "Oppgi adressen varene skal sendes til.",
    nn: "Oppgje adressa varene skal sendast til.",
    en: "Give the address that the goods are to be sent to.",
  }),
  "price-changed": () => ({
    nb: "Prisen er endret siden du la dette i kurven. Se over den nye summen, og bestill på nytt.",
    nn: "Prisen er endra sidan du la dette i korga. Sjå over den nye summen, og bestill på nytt.",
    en: "The price has changed since you filled the basket. Look over the new total, and order again.",
  }),
  "too-much-for-one-order": ({ limit, of }) =>
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
  "order-not-awaiting-payment": () => ({
    nb: "Bestillingen venter ikke på betaling. Se hva som har skjedd med den på bestillingssiden.",
    nn: "Bestillinga ventar ikkje på betaling. Sjå kva som har skjedd med henne på bestillingssida.",
    en: "This order is not waiting to be paid. See what has happened to it on its page.",
  }),
  "hold-ended": () => ({
    nb: "Tiden for å betale er ute, og plassene er gitt fri. Bestill på nytt.",
    nn: "Tida for å betale er ute, og plassane er gjevne fri. Bestill på nytt.",
    en: "The time to pay is over, and the places are free again. Place a new order.",
  }),
  "hold-already-extended": () => ({
    nb: "Fristen er allerede forlenget én gang. Betal før den går ut.",
    nn: "Fristen er alt forlengd éin gong. Betal før han går ut.",
    en: "The time has been extended once already. Pay before it ends.",
  }),
  "webhook-signature-invalid": () => ({
    nb: "Signaturen stemmer ikke. Sjekk hemmeligheten til webhooken hos Stripe.",
    nn: "Signaturen stemmer ikkje. Sjekk løyndommen til webhooken hos Stripe.",
    en: "The signature is not right. Check the webhook's secret at Stripe.",
  }),
};

/** The text of a refusal in the reader's language. */
export function problemText<Code extends ErrorCode>(code: Code, details: ErrorDetails[Code], locale: Locale): string {
  const text: Text<Code> = TEXTS[code];
  return text(details)[locale];
}
