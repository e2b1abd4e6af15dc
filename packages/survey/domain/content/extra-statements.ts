import type { Statement } from "../form.ts";

/** The extra form: asked three times, at the start, in the middle and at the end. */
export const EXTRA: readonly Statement[] = [
  {
    statementId: "life-satisfied",
    value: "life-quality",
    text: {
      nb: "Jeg er stort sett fornøyd med livet mitt.",
      nn: "Eg er stort sett nøgd med livet mitt.",
      en: "On the whole I am satisfied with my life.",
    },
  },
  {
    statementId: "life-meaningful",
    value: "life-quality",
    text: {
      nb: "Det jeg gjør, kjennes meningsfylt.",
      nn: "Det eg gjer, kjennest meiningsfylt.",
      en: "What I do feels meaningful.",
    },
  },
  {
    statementId: "life-support",
    value: "life-quality",
    text: {
      nb: "Jeg har mennesker rundt meg som støtter meg.",
      nn: "Eg har menneske rundt meg som støttar meg.",
      en: "I have people around me who support me.",
    },
  },
  {
    statementId: "coping-solves-problems",
    value: "coping",
    text: {
      nb: "Jeg klarer som regel å løse problemer som dukker opp.",
      nn: "Eg klarer som regel å løyse problem som dukkar opp.",
      en: "I can usually solve the problems that come up.",
    },
  },
  {
    statementId: "coping-knows-what-to-do",
    value: "coping",
    text: {
      nb: "Jeg vet hva jeg kan gjøre når det røyner på.",
      nn: "Eg veit kva eg kan gjere når det røyner på.",
      en: "I know what to do when things get tough.",
    },
  },
  {
    statementId: "coping-recovers",
    value: "coping",
    text: {
      nb: "Jeg henter meg inn igjen etter en tung periode.",
      nn: "Eg hentar meg inn att etter ein tung periode.",
      en: "I recover after a hard time.",
    },
  },
  {
    statementId: "stress-often",
    value: "stress",
    text: {
      nb: "Den siste måneden har jeg ofte kjent meg stresset.",
      nn: "Den siste månaden har eg ofte kjent meg stressa.",
      en: "In the last month I have often felt stressed.",
    },
  },
  {
    statementId: "stress-too-much",
    value: "stress",
    text: {
      nb: "Jeg har mer å gjøre enn jeg rekker.",
      nn: "Eg har meir å gjere enn eg rekk.",
      en: "I have more to do than I have time for.",
    },
  },
  {
    statementId: "stress-after-work",
    value: "stress",
    text: {
      nb: "Jeg har vanskelig for å legge fra meg jobben når jeg har fri.",
      nn: "Eg har vanskeleg for å leggje frå meg jobben når eg har fri.",
      en: "I find it hard to let go of work when I am off.",
    },
  },
];
