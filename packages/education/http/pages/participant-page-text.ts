import type { Locale } from "#kernel/locale";
import { inDays } from "../../domain/in-days.ts";
import type { HandInStatus, Mark } from "../../domain/participation.ts";

/** `2,5 dager` from 5 halves. */
type Days = (halves: number) => string;

const nbDays: Days = (halves) => `${inDays(halves, "nb")} ${halves === 2 ? "dag" : "dager"}`;
const nnDays: Days = (halves) => `${inDays(halves, "nn")} ${halves === 2 ? "dag" : "dagar"}`;
const enDays: Days = (halves) => `${inDays(halves, "en")} ${halves === 2 ? "day" : "days"}`;

const nb = {
  attended: (halves: number, held: number) => `Du har vært til stede ${nbDays(halves)} av ${held}.`,
  canMiss: (halves: number) =>
    halves > 0 ? `Du kan være borte ${nbDays(halves)} til` : "Du kan ikke være borte flere dager",
  canMissWhy: "For å få kompetansebevis må du være til stede minst 80 prosent av dagene.",
  passed: "Du har vært til stede nok til kompetansebeviset",
  outOfReach: {
    heading: "Du når ikke 80 prosent oppmøte",
    body: "Ta kontakt med kurslederen, så finner dere ut av det sammen. Er noe ført feil, kan det rettes.",
  },
  withdrawn: { heading: "Du er ikke lenger med i kullet", body: "Det du har gjort, er tatt vare på." },
  days: "Dagene",
  marks: { present: "Til stede", half: "Halv dag", absent: "Borte" } as Record<Mark, string>,
  unmarked: "Ikke ført ennå",
  calledOff: "Avlyst",
  group: (number: number) => `Læringsgruppe ${number}`,
  companions: (names: string) => `Sammen med ${names}.`,
  noGroup: "Læringsgruppene er ikke satt sammen ennå.",
  processLeader: "Du er prosessleder for gruppen.",
  handIn: "Mappe og refleksjonsoppgave",
  open: "Se dokumenter og kommentarer",
  portfolio: "Mappe",
  documents: (count: number) => (count === 1 ? "1 dokument" : `${count} dokumenter`),
  essay: "Refleksjonsoppgave",
  status: { draft: "Ikke levert", submitted: "Levert", returned: "Kommet i retur", approved: "Godkjent" } as Record<
    HandInStatus,
    string
  >,
};

type ParticipantPageText = typeof nb;

const nn: ParticipantPageText = {
  attended: (halves, held) => `Du har vore til stades ${nnDays(halves)} av ${held}.`,
  canMiss: (halves) =>
    halves > 0 ? `Du kan vere borte ${nnDays(halves)} til` : "Du kan ikkje vere borte fleire dagar",
  canMissWhy: "For å få kompetansebevis må du vere til stades minst 80 prosent av dagane.",
  passed: "Du har vore til stades nok til kompetansebeviset",
  outOfReach: {
    heading: "Du når ikkje 80 prosent oppmøte",
    body: "Ta kontakt med kursleiaren, så finn de ut av det saman. Er noko ført feil, kan det rettast.",
  },
  withdrawn: { heading: "Du er ikkje lenger med i kullet", body: "Det du har gjort, er teke vare på." },
  days: "Dagane",
  marks: { present: "Til stades", half: "Halv dag", absent: "Borte" },
  unmarked: "Ikkje ført enno",
  calledOff: "Avlyst",
  group: (number) => `Læringsgruppe ${number}`,
  companions: (names) => `Saman med ${names}.`,
  noGroup: "Læringsgruppene er ikkje sette saman enno.",
  processLeader: "Du er prosessleiar for gruppa.",
  handIn: "Mappe og refleksjonsoppgåve",
  open: "Sjå dokument og kommentarar",
  portfolio: "Mappe",
  documents: (count) => (count === 1 ? "1 dokument" : `${count} dokument`),
  essay: "Refleksjonsoppgåve",
  status: { draft: "Ikkje levert", submitted: "Levert", returned: "Komen i retur", approved: "Godkjend" },
};

const en: ParticipantPageText = {
  attended: (halves, held) => `You have attended ${enDays(halves)} of ${held}.`,
  canMiss: (halves) => (halves > 0 ? `You can miss ${enDays(halves)} more` : "You can't miss any more days"),
  canMissWhy: "To get the certificate you must attend at least 80 per cent of the days.",
  passed: "You have attended enough for the certificate",
  outOfReach: {
    heading: "You will not reach 80 per cent attendance",
    body: "Talk to the course leader, and find a way together. If something is registered wrong, it can be corrected.",
  },
  withdrawn: { heading: "You are no longer in this cohort", body: "What you have done is kept." },
  days: "The days",
  marks: { present: "Present", half: "Half a day", absent: "Absent" },
  unmarked: "Not registered yet",
  calledOff: "Called off",
  group: (number) => `Learning group ${number}`,
  companions: (names) => `Together with ${names}.`,
  noGroup: "The learning groups are not put together yet.",
  processLeader: "You are the group's process leader.",
  handIn: "Portfolio and reflection essay",
  open: "See documents and comments",
  portfolio: "Portfolio",
  documents: (count) => (count === 1 ? "1 document" : `${count} documents`),
  essay: "Reflection essay",
  status: { draft: "Not handed in", submitted: "Handed in", returned: "Returned", approved: "Approved" },
};

export const PARTICIPANT_PAGE_TEXT: Readonly<Record<Locale, ParticipantPageText>> = { nb, nn, en };
