import type { PersonalData } from "#kernel/personal-data";

const SEALED = "in a table of its own that no walk reads, sealed: nobody can tell whose it is (rule 7)";

/** A survey's rows name nobody: no export has them, and who takes part withdraws by the survey's own page. */
export const surveyData: PersonalData = {
  context: "survey",
  kinds: [],
  nothing: [
    { rows: { pk: "STUDY#", sk: "STUDY" }, because: "a cohort's survey" },
    { rows: { pk: "STUDY#", sk: "WAVE#" }, because: "a round's times" },
    { rows: { pk: "STUDY#", sk: "CONSENT#" }, because: "a place's id, a day and the text agreed to: without a name" },
    { rows: { pk: "STUDY#", sk: "PUBLICATION#" }, because: "means of five answers or more" },
    { rows: { pk: "STUDY#", sk: "RESEARCH#" }, because: "answers by random numbers, five or more alike" },
    { rows: { pk: "COHORT-STUDY#", sk: "STUDY" }, because: "an id" },
    { rows: { pk: "SURVEY-FORM#", sk: "VERSION#" }, because: "questions" },
    { rows: { pk: "CALLER#", sk: "SURVEY-LINKS" }, because: "a hash with the hour in it, for two hours" },
    { rows: { pk: "KEY#", sk: "KEY" }, because: SEALED },
    { rows: { pk: "MEMBERS#", sk: "MEMBER#" }, because: SEALED },
    { rows: { pk: "ANSWERS#", sk: "CANDIDATE#" }, because: SEALED },
  ],
};
