import type { Statement } from "../form.ts";

/** What forms A and C both ask, in the same words, so that the whole cohort can be seen as one. */
export const SHARED: readonly Statement[] = [
  {
    statementId: "strengths-own-used",
    value: "strengths",
    text: {
      nb: "Jeg bruker styrkene mine i jobben.",
      nn: "Eg bruker styrkane mine i jobben.",
      en: "I use my strengths in my work.",
    },
  },
  {
    statementId: "strengths-what-goes-well",
    value: "strengths",
    text: {
      nb: "På jobb legger jeg merke til det som går bra.",
      nn: "På jobb legg eg merke til det som går bra.",
      en: "At work I notice what goes well.",
    },
  },
  {
    statementId: "participation-asks-first",
    value: "participation",
    text: {
      nb: "Jeg spør andre hva de mener, før jeg bestemmer meg.",
      nn: "Eg spør andre kva dei meiner, før eg bestemmer meg.",
      en: "I ask others what they think before I decide.",
    },
  },
  {
    statementId: "participation-own-influence",
    value: "participation",
    text: {
      nb: "Jeg får påvirke beslutninger på arbeidsplassen min.",
      nn: "Eg får påverke avgjerder på arbeidsplassen min.",
      en: "I have a say in decisions at my workplace.",
    },
  },
  {
    statementId: "recognition-understands-why",
    value: "recognition",
    text: {
      nb: "Jeg prøver å forstå hvorfor andre handler som de gjør.",
      nn: "Eg prøver å forstå kvifor andre handlar som dei gjer.",
      en: "I try to understand why others act as they do.",
    },
  },
  {
    statementId: "recognition-says-what",
    value: "recognition",
    text: {
      nb: "Jeg sier konkret hva jeg setter pris på hos andre.",
      nn: "Eg seier konkret kva eg set pris på hos andre.",
      en: "I tell others exactly what I value in them.",
    },
  },
  {
    statementId: "relation-takes-responsibility",
    value: "relation",
    text: {
      nb: "Jeg tar ansvar for relasjonen når et samarbeid er vanskelig.",
      nn: "Eg tek ansvar for relasjonen når eit samarbeid er vanskeleg.",
      en: "I take responsibility for the relationship when working together is hard.",
    },
  },
  {
    statementId: "relation-asks-for-help",
    value: "relation",
    text: {
      nb: "Jeg ber om hjelp når jeg trenger det.",
      nn: "Eg bed om hjelp når eg treng det.",
      en: "I ask for help when I need it.",
    },
  },
  {
    statementId: "training-tries-new-ways",
    value: "training",
    text: {
      nb: "Jeg prøver ut nye arbeidsmåter, også når jeg er usikker.",
      nn: "Eg prøver ut nye arbeidsmåtar, også når eg er usikker.",
      en: "I try new ways of working, also when I am unsure.",
    },
  },
  {
    statementId: "training-reflects",
    value: "training",
    text: {
      nb: "Jeg tar meg tid til å tenke over hvordan jeg arbeider.",
      nn: "Eg tek meg tid til å tenkje over korleis eg arbeider.",
      en: "I take time to think about how I work.",
    },
  },
  {
    statementId: "environment-enjoys-work",
    value: "work-environment",
    text: {
      nb: "Jeg trives på arbeidsplassen min.",
      nn: "Eg trivst på arbeidsplassen min.",
      en: "I enjoy being at my workplace.",
    },
  },
  {
    statementId: "environment-help-when-busy",
    value: "work-environment",
    text: {
      nb: "Vi hjelper hverandre når noen har mye å gjøre.",
      nn: "Vi hjelper kvarandre når nokon har mykje å gjere.",
      en: "We help each other when somebody has much to do.",
    },
  },
  {
    statementId: "environment-safe-to-speak",
    value: "work-environment",
    text: {
      nb: "Det er trygt å si fra om feil hos oss.",
      nn: "Det er trygt å seie frå om feil hos oss.",
      en: "It is safe to speak up about mistakes where I work.",
    },
  },
  {
    statementId: "environment-talks-of-what-works",
    value: "work-environment",
    text: {
      nb: "Vi snakker jevnlig om det vi får til.",
      nn: "Vi snakkar jamleg om det vi får til.",
      en: "We often talk about what we do well.",
    },
  },
];
