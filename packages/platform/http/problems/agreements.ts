import type { AgreementsErrors } from "#kernel/errors/agreements";
import { formatDate } from "#kernel/norwegian-time";
import type { Problems } from "./problem-row.ts";

export const agreementsProblems: Problems<AgreementsErrors> = {
  "agreement-has-ended": {
    status: 409,
    text: ({ to }) => ({
      nb: `Avtalen gikk ut ${formatDate(to, "nb")}. Bestill til vanlig pris i stedet, eller spør oss om en ny avtale.`,
      nn: `Avtalen gjekk ut ${formatDate(to, "nn")}. Bestill til vanleg pris i staden, eller spør oss om ein ny avtale.`,
      en: `The agreement ended on ${formatDate(to, "en")}. Order at the usual price instead, or ask us for a new agreement.`,
    }),
  },
  "agreement-seats-used-up": {
    status: 409,
    text: () => ({
      nb: "Alle treneplassene i avtalen er brukt. Gi tilbake en plass før fristen, eller spør oss om flere.",
      nn: "Alle treneplassane i avtalen er brukte. Gje tilbake ein plass før fristen, eller spør oss om fleire.",
      en: "All the trainer seats of the agreement are used. Give one back before the deadline, or ask us for more.",
    }),
  },
  "agreement-too-long": {
    status: 422,
    text: ({ to, years }) => ({
      nb: `En avtale kan ikke vare til ${formatDate(to, "nb")}: høyst ${years} år. Se om årstallet er skrevet feil.`,
      nn: `Ein avtale kan ikkje vare til ${formatDate(to, "nn")}: høgst ${years} år. Sjå om årstalet er skrive feil.`,
      en: `An agreement can't last until ${formatDate(to, "en")}: ${years} years at most. See whether the year is mistyped.`,
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
  "cohort-without-seats": {
    status: 409,
    text: () => ({
      nb: "Her er det ingen plasser for avtaler. Velg et kull i trenerutdanningen som tar imot treneplasser.",
      nn: "Her er det ingen plassar for avtalar. Vel eit kull i trenarutdanninga som tek imot treneplassar.",
      en: "There are no places for agreements here. Choose a trainer education cohort that takes trainer seats.",
    }),
  },
  "enquiry-is-answered": {
    status: 409,
    text: ({ status }) => ({
      nb: `Forespørselen er besvart: ${status === "declined" ? "den er avslått" : "det er laget en avtale"}. Last listen på nytt.`,
      nn: `Førespurnaden er svart på: ${status === "declined" ? "han er avslått" : "det er laga ein avtale"}. Last lista på nytt.`,
      en: `The enquiry has been answered: ${status === "declined" ? "it was declined" : "an agreement was made"}. Load the list again.`,
    }),
  },
  "meeting-is-over": {
    status: 409,
    text: ({ status }) => ({
      nb: `Møtet er ${status === "held" ? "holdt" : "avlyst"} og kan ikke flyttes. Planlegg et nytt i stedet.`,
      nn: `Møtet er ${status === "held" ? "halde" : "avlyst"} og kan ikkje flyttast. Planlegg eit nytt i staden.`,
      en: `The meeting has been ${status} and can't be moved. Plan a new one instead.`,
    }),
  },
  "meeting-not-begun": {
    status: 409,
    text: () => ({
      nb: "Møtet har ikke begynt ennå. Merk det som holdt når det er det, eller flytt det.",
      nn: "Møtet har ikkje byrja enno. Merk det som halde når det er det, eller flytt det.",
      en: "The meeting hasn't begun yet. Mark it as held once it has been, or move it.",
    }),
  },
  "meeting-outside-period": {
    status: 422,
    text: ({ from, to }) => ({
      nb: `Møtet må være mens avtalen gjelder, fra ${formatDate(from, "nb")} til og med ${formatDate(to, "nb")}. Velg en annen dag.`,
      nn: `Møtet må vere medan avtalen gjeld, frå ${formatDate(from, "nn")} til og med ${formatDate(to, "nn")}. Vel ein annan dag.`,
      en: `The meeting must be while the agreement lasts, from ${formatDate(from, "en")} to ${formatDate(to, "en")} included. Choose another day.`,
    }),
  },
  "not-part-of-a-set": {
    status: 422,
    text: ({ needed }) => ({
      nb: `Et sett er en bok og en kortstokk. Velg ${needed === "book" ? "en bok" : "en kortstokk"} her.`,
      nn: `Eit sett er ei bok og ein kortstokk. Vel ${needed === "book" ? "ei bok" : "ein kortstokk"} her.`,
      en: `A set is a book and a deck of cards. Choose a ${needed === "book" ? "book" : "deck"} here.`,
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
  "seat-is-given-back": {
    status: 409,
    text: () => ({
      nb: "Denne treneplassen er gitt tilbake. Ta en ny plass i et kull i stedet.",
      nn: "Denne treneplassen er gjeven tilbake. Ta ein ny plass i eit kull i staden.",
      en: "This trainer seat has been given back. Take a new one in a cohort instead.",
    }),
  },
  "seat-is-there-already": {
    status: 409,
    text: () => ({
      nb: "Treneplassen er i dette kullet fra før. Velg et annet kull å flytte den til.",
      nn: "Treneplassen er i dette kullet frå før. Vel eit anna kull å flytte han til.",
      en: "The trainer seat is in this cohort already. Choose another cohort to move it to.",
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
  "too-many-enquiries": {
    status: 429,
    text: () => ({
      nb: "Det er sendt mange forespørsler herfra den siste timen. Vent litt og prøv igjen, eller ring oss.",
      nn: "Det er sendt mange førespurnader herifrå den siste timen. Vent litt og prøv igjen, eller ring oss.",
      en: "Many enquiries have come from here within the last hour. Wait a little and try again, or call us.",
    }),
  },
  "date-is-past": {
    status: 422,
    text: () => ({
      nb: "Datoen er passert. Velg en dag som kommer.",
      nn: "Datoen er passert. Vel ein dag som kjem.",
      en: "The date has passed. Choose a day to come.",
    }),
  },
  "participant-listed-already": {
    status: 409,
    text: () => ({
      nb: "Denne deltakeren står alt på listen. Oppgi en annen, eller fjern den som står der to ganger.",
      nn: "Denne deltakaren står alt på lista. Oppgje ein annan, eller fjern den som står der to gonger.",
      en: "This participant is on the list already. Give another one, or take off who is there twice.",
    }),
  },
  "participants-exceed-capacity": {
    status: 422,
    text: ({ capacity, listed, more }) => ({
      nb: `Kurset har ${capacity} plasser. ${listed} står på listen, og det er ikke plass til ${more} til. Kort ned listen, eller ta kontakt med oss.`,
      nn: `Kurset har ${capacity} plassar. ${listed} står på lista, og det er ikkje plass til ${more} til. Kort ned lista, eller ta kontakt med oss.`,
      en: `The course has ${capacity} places. ${listed} are listed, and there is no room for ${more} more. Shorten the list, or get in touch with us.`,
    }),
  },
  "participants-unreadable": {
    status: 422,
    text: ({ rows }) => ({
      nb: `Rett dette, og send listen på nytt: ${rows.map(({ row, field }) => `rad ${row}, ${field === "name" ? "navnet mangler eller er for langt" : "e-postadressen er ikke gyldig"}`).join("; ")}.`,
      nn: `Rett dette, og send lista på nytt: ${rows.map(({ row, field }) => `rad ${row}, ${field === "name" ? "namnet manglar eller er for langt" : "e-postadressa er ikkje gyldig"}`).join("; ")}.`,
      en: `Correct this, and send the list again: ${rows.map(({ row, field }) => `row ${row}, ${field === "name" ? "the name is missing or too long" : "the e-mail address is not valid"}`).join("; ")}.`,
    }),
  },
  "quote-changed": {
    status: 409,
    text: () => ({
      nb: "Tilbudet er endret etter at du åpnet det. Se over det nye tilbudet, og svar på nytt.",
      nn: "Tilbodet er endra etter at du opna det. Sjå over det nye tilbodet, og svar på nytt.",
      en: "The offer has changed since you opened it. Look over the new one, and answer again.",
    }),
  },
  "quote-expired": {
    status: 409,
    text: () => ({
      nb: "Svarfristen er ute. Svar på e-posten fra oss, så sender vi et nytt tilbud.",
      nn: "Svarfristen er ute. Svar på e-posten frå oss, så sender vi eit nytt tilbod.",
      en: "The deadline for your answer has passed. Answer our e-mail, and we will send a new offer.",
    }),
  },
  "spreadsheet-unreadable": {
    status: 422,
    text: () => ({
      nb: "Vi kan ikke lese filen. Lagre regnearket som Excel (.xlsx) eller CSV, og prøv igjen.",
      nn: "Vi kan ikkje lese fila. Lagre reknearket som Excel (.xlsx) eller CSV, og prøv igjen.",
      en: "We can't read this file. Save the spreadsheet as Excel (.xlsx) or CSV, and try again.",
    }),
  },
  "workplace-course-not-ordered": {
    status: 409,
    text: () => ({
      nb: "Kurset er ikke bestilt ennå. Svar ja på tilbudet først, så kan dere føre opp deltakere.",
      nn: "Kurset er ikkje bestilt enno. Svar ja på tilbodet først, så kan de føre opp deltakarar.",
      en: "The course is not ordered yet. Accept the offer first, and then list participants.",
    }),
  },
  "workplace-course-not-quoted": {
    status: 409,
    text: () => ({
      nb: "Vi har ikke svart på forespørselen ennå. Dere får en e-post når tilbudet er klart.",
      nn: "Vi har ikkje svart på førespurnaden enno. De får ein e-post når tilbodet er klart.",
      en: "We have not answered this request yet. You will get an e-mail when our offer is ready.",
    }),
  },
  "workplace-course-settled": {
    status: 409,
    text: () => ({
      nb: "Denne forespørselen er avsluttet. Send en ny forespørsel, eller ta kontakt med oss.",
      nn: "Denne førespurnaden er avslutta. Send ein ny førespurnad, eller ta kontakt med oss.",
      en: "This request is settled. Send a new one, or get in touch with us.",
    }),
  },
};
