import type { EducationErrors } from "#kernel/errors/education";
import type { Problems } from "./problem-row.ts";

export const educationProblems: Problems<EducationErrors> = {
  "participant-withdrawn": {
    status: 409,
    text: () => ({
      nb: "Deltakeren har sluttet på kullet. Velg en deltaker som fortsatt er med.",
      nn: "Deltakaren har slutta på kullet. Vel ein deltakar som framleis er med.",
      en: "The participant has left the cohort. Choose one who is still in it.",
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
      nb: "Det er ført oppmøte på denne dagen. Da kan den ikke tas bort, avlyses eller flyttes til en annen dato.",
      nn: "Det er ført oppmøte på denne dagen. Då kan han ikkje takast bort, avlysast eller flyttast til ein annan dato.",
      en: "Attendance is registered on this day, so it can't be removed, called off or moved to another date.",
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
};
