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
};
