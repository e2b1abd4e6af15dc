import type { RegistrationErrors } from "#kernel/errors/registration";
import type { Problems } from "./problem-row.ts";

export const registrationProblems: Problems<RegistrationErrors> = {
  "offering-not-open": {
    status: 409,
    text: ({ reason }) =>
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
  },
  "ticket-type-unknown": {
    status: 422,
    text: () => ({
      nb: "Billettypen finnes ikke i dette tilbudet. Velg en av dem som er oppgitt.",
      nn: "Billettypen finst ikkje i dette tilbodet. Vel ein av dei som er oppgjevne.",
      en: "This offering has no such ticket type. Choose one of those listed.",
    }),
  },
  "offering-full": {
    status: 409,
    text: () => ({
      nb: "Det er fullt. Du kan sette deg på ventelisten.",
      nn: "Det er fullt. Du kan setje deg på ventelista.",
      en: "It is full. You can join the waiting list.",
    }),
  },
  "offering-not-full": {
    status: 409,
    text: () => ({
      nb: "Det er ledige plasser. Bestill en med en gang.",
      nn: "Det er ledige plassar. Bestill ein med ein gong.",
      en: "There are free places. Order one right away.",
    }),
  },
  "offer-unknown": {
    status: 422,
    text: () => ({
      nb: "Vi finner ikke plassen du er tilbudt. Bruk lenken i e-posten, og behold billettypen.",
      nn: "Vi finn ikkje plassen du er tilboden. Bruk lenkja i e-posten, og behald billettypen.",
      en: "We can't find the place you were offered. Use the link in the e-mail, and keep its ticket type.",
    }),
  },
  "offer-ended": {
    status: 409,
    text: () => ({
      nb: "Plassen du ble tilbudt, er svart på eller gått videre til neste. Du kan sette deg på ventelisten igjen.",
      nn: "Plassen du vart tilboden, er svart på eller gått vidare til neste. Du kan setje deg på ventelista igjen.",
      en: "The place you were offered is answered or has gone to the next in line. You can join the waiting list again.",
    }),
  },
  "choice-of-goods-missing": {
    status: 422,
    text: () => ({
      nb: "Velg hvilken bok som skal følge med plassen.",
      nn: "Vel kva bok som skal følgje med plassen.",
      en: "Choose which book comes with the place.",
    }),
  },
  "choice-of-goods-unknown": {
    status: 422,
    text: () => ({
      nb: "Boken du valgte, følger ikke med denne plassen. Velg en av dem som er oppgitt.",
      nn: "Boka du valde, følgjer ikkje med denne plassen. Vel ei av dei som er oppgjevne.",
      en: "The book you chose does not come with this place. Choose one of those listed.",
    }),
  },
  "answer-missing": {
    status: 422,
    text: () => ({
      nb: "Et spørsmål om deltakeren er ikke besvart. Fyll det ut, og send på nytt.",
      nn: "Eit spørsmål om deltakaren er ikkje svart på. Fyll det ut, og send på nytt.",
      en: "A question about the participant is not answered. Fill it in, and send it again.",
    }),
  },
  "participant-missing": {
    status: 422,
    text: () => ({
      nb: "Skriv navnet på deltakeren sammen med svarene.",
      nn: "Skriv namnet på deltakaren saman med svara.",
      en: "Give the participant's name together with the answers.",
    }),
  },
  "answer-unknown": {
    status: 422,
    text: () => ({
      nb: "Et av svarene hører ikke til noe vi spør om. Velg blant svarene som er oppgitt, og send på nytt.",
      nn: "Eit av svara høyrer ikkje til noko vi spør om. Vel mellom svara som er oppgjevne, og send på nytt.",
      en: "One of the answers belongs to nothing we ask. Choose among the answers listed, and send it again.",
    }),
  },
  "health-consent-missing": {
    status: 422,
    text: () => ({
      nb: "Vi kan ikke ta imot opplysninger om helse uten samtykke. Kryss av for samtykke, eller la dem stå tomme.",
      nn: "Vi kan ikkje ta imot opplysningar om helse utan samtykke. Kryss av for samtykke, eller lat dei stå tomme.",
      en: "We can't accept health information without consent. Tick the consent box, or leave it empty.",
    }),
  },
  "place-cancelled": {
    status: 409,
    text: () => ({
      nb: "Plassen er avbestilt. Bestill en ny om det er ledig.",
      nn: "Plassen er avbestilt. Bestill ein ny om det er ledig.",
      en: "This place is cancelled. Order a new one if there are any left.",
    }),
  },
  "naming-deadline-passed": {
    status: 409,
    text: () => ({
      nb: "Fristen for å oppgi eller endre deltaker er ute. Ta kontakt med oss, så hjelper vi.",
      nn: "Fristen for å oppgje eller endre deltakar er ute. Ta kontakt med oss, så hjelper vi.",
      en: "The deadline for naming or changing a participant has passed. Get in touch, and we will help.",
    }),
  },
  "employee-address-missing": {
    status: 422,
    text: ({ municipalityDomain }) => ({
      nb: `Billetten er for ansatte i kommunen. Oppgi deltakerens egen jobbadresse, som slutter på @${municipalityDomain}.`,
      nn: `Billetten er for tilsette i kommunen. Oppgje jobbadressa til deltakaren, som sluttar på @${municipalityDomain}.`,
      en: `This ticket is for the municipality's employees. Give the participant's own work address, which ends in @${municipalityDomain}.`,
    }),
  },
  "participant-address-missing": {
    status: 422,
    text: () => ({
      nb: "Oppgi deltakerens egen e-postadresse. Plassen knyttes til den, og meldingene går dit.",
      nn: "Oppgje e-postadressa til deltakaren. Plassen blir knytt til ho, og meldingane går dit.",
      en: "Give the participant's own e-mail address. The place is tied to it, and messages go there.",
    }),
  },
  "participant-has-place": {
    status: 409,
    text: () => ({
      nb: "Denne e-postadressen har alt en plass her, og hver adresse får én. Oppgi en annen deltaker, eller velg en annen billettype.",
      nn: "Denne e-postadressa har alt ein plass her, og kvar adresse får éin. Oppgje ein annan deltakar, eller vel ein annan billettype.",
      en: "This e-mail address already has a place here, and each address gets one. Name another participant, or choose another ticket type.",
    }),
  },
  "trainer-seat-missing": {
    status: 403,
    text: () => ({
      nb: "Plassen dekkes av en langtidsavtale. Be kontaktpersonen i virksomheten om å melde deg på, eller velg en annen billettype.",
      nn: "Plassen er dekt av ein langtidsavtale. Be kontaktpersonen i verksemda om å melde deg på, eller vel ein annan billettype.",
      en: "This place is covered by a long-term agreement. Ask your organisation's contact to sign you up, or choose another ticket type.",
    }),
  },
  "organisers-list-only": {
    status: 403,
    text: () => ({
      nb: "Kurset er bestilt av en virksomhet for egne deltakere. Be den som bestilte det, om å føre deg opp.",
      nn: "Kurset er bestilt av ei verksemd for eigne deltakarar. Be den som bestilte det, om å føre deg opp.",
      en: "This course was ordered by an organisation for its own participants. Ask whoever ordered it to list you.",
    }),
  },
  "certificate-missing": {
    status: 403,
    text: () => ({
      nb: "Billetten er for sertifiserte trenere. Velg en annen billettype, eller ta kontakt med oss.",
      nn: "Billetten er for sertifiserte trenarar. Vel ein annan billettype, eller ta kontakt med oss.",
      en: "This ticket is for certified trainers. Choose another ticket type, or get in touch with us.",
    }),
  },
  "too-early-to-hand-out": {
    status: 409,
    text: () => ({
      nb: "Bøker og kortstokker deles ut tidligst den første dagen. Vent til da, for plasser kan ennå bli avbestilt.",
      nn: "Bøker og kortstokkar blir delte ut tidlegast den første dagen. Vent til då, for plassar kan enno bli avbestilte.",
      en: "Books and decks are handed out on the first day at the earliest. Wait until then: places may still be cancelled.",
    }),
  },
  "allotment-key-unknown": {
    status: 422,
    text: () => ({
      nb: "Koden for gruppens plasser stemmer ikke. Be den som ga deg den, om en ny.",
      nn: "Koden for plassane til gruppa stemmer ikkje. Be den som gav deg han, om ein ny.",
      en: "The code for the group's places is not right. Ask whoever gave it to you for a new one.",
    }),
  },
};
