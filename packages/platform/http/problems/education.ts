import type { EducationErrors } from "#kernel/errors/education";
import { formatDate } from "#kernel/norwegian-time";
import type { Problems } from "./problem-row.ts";

export const educationProblems: Problems<EducationErrors> = {
  "participant-withdrawn": {
    status: 409,
    text: () => ({
      nb: "Deltakeren er ikke lenger med på kullet. Er det feil, kan senteret ta deltakeren inn igjen.",
      nn: "Deltakaren er ikkje lenger med på kullet. Er det feil, kan senteret ta deltakaren inn att.",
      en: "The participant is no longer in the cohort. If that is wrong, the centre can take them in again.",
    }),
  },
  "participants-not-in-cohort": {
    status: 409,
    text: ({ placeIds }) => ({
      nb: `${placeIds.length} av deltakerne er ikke med på dette kullet, så ingenting er lagret. Ta dem ut, og send på nytt.`,
      nn: `${placeIds.length} av deltakarane er ikkje med på dette kullet, så ingenting er lagra. Ta dei ut, og send på nytt.`,
      en: `${placeIds.length} of the participants are not in this cohort, so nothing is saved. Take them out and send again.`,
    }),
  },
  "course-day-has-attendance": {
    status: 409,
    text: () => ({
      nb: "Det er ført oppmøte på denne dagen. Da kan den ikke tas bort eller flyttes til en annen dato. Avlys den om den ikke skal telle.",
      nn: "Det er ført oppmøte på denne dagen. Då kan han ikkje takast bort eller flyttast til ein annan dato. Avlys han om han ikkje skal telje.",
      en: "Attendance is registered on this day, so it can't be removed or moved to another date. Call it off if it is not to count.",
    }),
  },
  "cohort-has-certificates": {
    status: 409,
    text: () => ({
      nb: "Det er utstedt kompetansebevis i dette kullet, så kursdagene må stå som de er. Lag et eget tilbud av nye dager.",
      nn: "Det er skrive ut kompetansebevis i dette kullet, så kursdagane må stå som dei er. Lag eit eige tilbod av nye dagar.",
      en: "Certificates are issued in this cohort, so its course days must stay as they are. Make an offering of their own of new days.",
    }),
  },
  "course-day-not-yet": {
    status: 409,
    text: () => ({
      nb: "Denne dagen har ikke vært ennå. Før oppmøtet når dagen er kommet.",
      nn: "Denne dagen har ikkje vore enno. Før oppmøtet når dagen er komen.",
      en: "This day has not come yet. Register attendance once it has.",
    }),
  },
  "course-day-called-off": {
    status: 409,
    text: () => ({
      nb: "Denne dagen er avlyst, så det føres ikke oppmøte på den.",
      nn: "Denne dagen er avlyst, så det blir ikkje ført oppmøte på han.",
      en: "This day is called off, so no attendance is registered on it.",
    }),
  },
  "correction-needs-reason": {
    status: 409,
    text: () => ({
      nb: "Oppmøtet er ført før. Skriv hvorfor det skal endres, og send på nytt.",
      nn: "Oppmøtet er ført før. Skriv kvifor det skal endrast, og send på nytt.",
      en: "This attendance was registered before. Say why it is changed, and send again.",
    }),
  },
  "group-unknown": {
    status: 409,
    text: ({ groups }) => ({
      nb: `Kullet har ${groups} læringsgrupper. Velg en av dem.`,
      nn: `Kullet har ${groups} læringsgrupper. Vel ei av dei.`,
      en: `The cohort has ${groups} learning groups. Choose one of them.`,
    }),
  },
  "group-has-process-leader": {
    status: 409,
    text: ({ group }) => ({
      nb: `Gruppe ${group} ville fått to prosessledere. Flytt den ene, eller velg en annen gruppe.`,
      nn: `Gruppe ${group} ville fått to prosessleiarar. Flytt den eine, eller vel ei anna gruppe.`,
      en: `Group ${group} would have two process leaders. Move one of them, or choose another group.`,
    }),
  },
  "hand-in-moved-on": {
    status: 409,
    text: ({ status }) => ({
      nb: HAND_IN_STATUS.nb[status],
      nn: HAND_IN_STATUS.nn[status],
      en: HAND_IN_STATUS.en[status],
    }),
  },
  "hand-in-handed-in-anew": {
    status: 409,
    text: () => ({
      nb: "Deltakeren har levert på nytt siden du leste dette. Les den nye leveringen, og bestem deg så.",
      nn: "Deltakaren har levert på nytt sidan du las dette. Les den nye leveringa, og avgjer så.",
      en: "The participant has handed in anew since you read this. Read what is there now, and then decide.",
    }),
  },
  "hand-in-incomplete": {
    status: 409,
    text: ({ kind, ready, waiting, least, most }) =>
      waiting > 0
        ? {
            nb: "En fil er ikke ferdig lastet opp og kontrollert. Vent et minutt, eller ta den ut, og lever på nytt.",
            nn: "Ei fil er ikkje ferdig lasta opp og kontrollert. Vent eit minutt, eller ta ho ut, og lever på nytt.",
            en: "A file is not uploaded and checked yet. Wait a minute, or take it out, and hand in again.",
          }
        : kind === "essay"
          ? {
              nb: "Last opp refleksjonsoppgaven som PDF eller DOCX før du leverer.",
              nn: "Last opp refleksjonsoppgåva som PDF eller DOCX før du leverer.",
              en: "Upload your essay as PDF or DOCX before you hand it in.",
            }
          : {
              nb: `En mappe har ${least} til ${most} praksisdokumenter. Du har ${ready}.`,
              nn: `Ei mappe har ${least} til ${most} praksisdokument. Du har ${ready}.`,
              en: `A portfolio has ${least} to ${most} practice documents. You have ${ready}.`,
            },
  },
  "too-many-documents": {
    status: 409,
    text: ({ most }) => ({
      nb: `Mappen har alt ${most} dokumenter. Ta ut ett før du legger til et nytt.`,
      nn: `Mappa har alt ${most} dokument. Ta ut eitt før du legg til eit nytt.`,
      en: `The portfolio has ${most} documents already. Take one out before you add another.`,
    }),
  },
  "document-date-not-in-cohort": {
    status: 422,
    text: ({ first, last }) => ({
      nb: `Et praksisdokument er fra kullets tid, og ikke fram i tid. Velg en dato fra ${formatDate(first, "nb")} til ${formatDate(last, "nb")}.`,
      nn: `Eit praksisdokument er frå tida til kullet, og ikkje fram i tid. Vel ein dato frå ${formatDate(first, "nn")} til ${formatDate(last, "nn")}.`,
      en: `A practice document is from the cohort's time, and not from the future. Choose a date from ${formatDate(first, "en")} to ${formatDate(last, "en")}.`,
    }),
  },
  "cohort-not-begun": {
    status: 409,
    text: ({ first }) => ({
      nb: `Kullet begynner ${formatDate(first, "nb")}. Vent med refleksjonsoppgaven til da.`,
      nn: `Kullet byrjar ${formatDate(first, "nn")}. Vent med refleksjonsoppgåva til då.`,
      en: `The cohort starts on ${formatDate(first, "en")}. Wait with the essay until then.`,
    }),
  },
  "hand-in-time-over": {
    status: 409,
    text: ({ since }) => ({
      nb: `Mapper og oppgaver fra dette kullet ble slettet ${formatDate(since, "nb")}, og nye tas ikke imot. Ta kontakt med senteret.`,
      nn: `Mapper og oppgåver frå dette kullet vart sletta ${formatDate(since, "nn")}, og nye blir ikkje tekne imot. Ta kontakt med senteret.`,
      en: `This cohort's portfolios and essays were deleted on ${formatDate(since, "en")}, and no new ones are taken. Contact the centre.`,
    }),
  },
  "child-consent-missing": {
    status: 422,
    text: () => ({
      nb: "Bekreft at ingen barn kan kjennes igjen uten samtykke. Ta ellers ut navn og ansikter, og prøv på nytt.",
      nn: "Stadfest at ingen barn kan kjennast att utan samtykke. Ta elles ut namn og ansikt, og prøv på nytt.",
      en: "Confirm that no child can be recognised without consent. Else take out names and faces, and try again.",
    }),
  },
  "file-too-large": {
    status: 422,
    text: ({ most }) => ({
      nb: `Filen er for stor. Den kan være på ${most / 1_000_000} MB. Lagre den mindre, og prøv på nytt.`,
      nn: `Fila er for stor. Ho kan vere på ${most / 1_000_000} MB. Lagre ho mindre, og prøv på nytt.`,
      en: `The file is too large: at most ${most / 1_000_000} MB. Save it smaller, and try again.`,
    }),
  },
  "file-type-not-allowed": {
    status: 422,
    text: ({ allowed }) => {
      const types = allowed.map((type) => FILE_TYPES[type] ?? type).join(", ");
      return {
        nb: `Filen er av en type vi ikke tar imot. Lagre den som en av disse: ${types}.`,
        nn: `Fila er av ein type vi ikkje tek imot. Lagre ho som ein av desse: ${types}.`,
        en: `The file is of a type we don't take. Save it as one of these: ${types}.`,
      };
    },
  },
  "own-portfolio": {
    status: 403,
    text: () => ({
      nb: "Du kan ikke vurdere din egen mappe eller oppgave. Be en annen om å gjøre det.",
      nn: "Du kan ikkje vurdere di eiga mappe eller oppgåve. Be ein annan om å gjere det.",
      en: "You can't review your own portfolio or essay. Ask somebody else to.",
    }),
  },
};

const FILE_TYPES: Readonly<Record<string, string>> = {
  "image/jpeg": "JPEG",
  "image/png": "PNG",
  "image/webp": "WebP",
  "application/pdf": "PDF",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
};

/** What stands in the way of what was asked, by the status of what is handed in. */
const HAND_IN_STATUS = {
  nb: {
    draft: "Den er ikke levert ennå, så det er ingenting å vurdere.",
    submitted: "Den er levert. Trekk den tilbake hvis du vil endre noe.",
    returned: "Den er sendt tilbake til deltakeren og må leveres på nytt først.",
    approved: "Den er godkjent og kan ikke endres.",
  },
  nn: {
    draft: "Ho er ikkje levert enno, så det er ingenting å vurdere.",
    submitted: "Ho er levert. Trekk ho tilbake om du vil endre noko.",
    returned: "Ho er send tilbake til deltakaren og må leverast på nytt først.",
    approved: "Ho er godkjend og kan ikkje endrast.",
  },
  en: {
    draft: "It is not handed in yet, so there is nothing to review.",
    submitted: "It is handed in. Take it back if you want to change something.",
    returned: "It was returned to the participant, and has to be handed in again first.",
    approved: "It is approved and can't be changed.",
  },
} as const;
