import type { Locale } from "#kernel/locale";
import type { Group } from "../../domain/publication.ts";

/** What the results' pages and files say. */
const nb = {
  title: (study: string) => `Resultater: ${study}`,
  groups: { all: "Hele kullet", A: "Skjema A (barn og unge)", C: "Skjema C (personale og organisasjon)" } as Record<
    Group,
    string
  >,
  chooseGroup: "Velg hvem resultatene gjelder",
  none: "Ingen resultater er publisert ennå. De kommer når det første skjemaet er lukket.",
  howRead:
    "Hver påstand er gitt et tall fra 1 (stemmer ikke i det hele tatt) til 10 (stemmer helt). Tabellene viser gjennomsnittet ved hver samling, og n er antall svar. Endringen er regnet fra det første til det siste gjennomsnittet som vises.",
  stress: "For stress er et lavere tall bedre.",
  notShown: {
    heading: "Hva som ikke vises, og hvorfor",
    limit: (limit: number) =>
      `Gjennomsnitt av færre enn ${limit} svar vises ikke (–), så ingen kan kjennes igjen. Det gjelder også tall som ville gjort at slike kunne regnes ut.`,
    lower: (reason: string) => `Grensen er satt lavere enn vanlig. Begrunnelse: ${reason}`,
    shared: "For hele kullet vises påstandene som står i både skjema A og skjema C.",
    frozen:
      "Hvert resultat ble regnet ut da skjemaet ble lukket, og endres ikke. Trekker noen seg, gjelder det fra neste samling.",
  },
  byValue: "Utvikling for hver verdi",
  extra: "Livskvalitet, mestring og stress",
  byValueWhat: "Gjennomsnittet av påstandene som vises for verdien.",
  chart: (of: string) => `Gjennomsnitt ved hver samling: ${of}`,
  line: (value: string, from: string, to: string) => `${value} gikk fra ${from} til ${to}.`,
  flat: (value: string, at: string) => `${value} var ${at}.`,
  statements: "Påstand for påstand",
  statement: "Påstand",
  value: "Verdi",
  change: "Endring",
  span: (from: number, to: number) => `samling ${from}–${to}`,
  dash: "vises ikke",
  csv: "Last ned som CSV, for Excel",
  group: "Gruppe",
  mean: "gjennomsnitt",
  n: "n",
  changePercent: "Endring i prosent",
  comparison: "Sammenligning av kull",
  comparisonHow:
    "For hvert kull vises det første og det siste gjennomsnittet som er publisert, og endringen mellom dem. Bare publiserte gjennomsnitt er brukt.",
  comparisonChart: "Fra det første til det siste gjennomsnittet, for hver verdi og hvert kull",
  first: "Første",
  last: "Siste",
};

export type ResultsText = typeof nb;

const nn: ResultsText = {
  title: (study) => `Resultat: ${study}`,
  groups: { all: "Heile kullet", A: "Skjema A (barn og unge)", C: "Skjema C (personale og organisasjon)" },
  chooseGroup: "Vel kven resultata gjeld",
  none: "Ingen resultat er publiserte enno. Dei kjem når det første skjemaet er lukka.",
  howRead:
    "Kvar påstand er gitt eit tal frå 1 (stemmer ikkje i det heile) til 10 (stemmer heilt). Tabellane viser gjennomsnittet ved kvar samling, og n er talet på svar. Endringa er rekna frå det første til det siste gjennomsnittet som blir vist.",
  stress: "For stress er eit lågare tal betre.",
  notShown: {
    heading: "Kva som ikkje blir vist, og kvifor",
    limit: (limit) =>
      `Gjennomsnitt av færre enn ${limit} svar blir ikkje vist (–), så ingen kan kjennast att. Det gjeld òg tal som ville gjort at slike kunne reknast ut.`,
    lower: (reason) => `Grensa er sett lågare enn vanleg. Grunngiving: ${reason}`,
    shared: "For heile kullet blir påstandane som står i både skjema A og skjema C, viste.",
    frozen:
      "Kvart resultat vart rekna ut då skjemaet vart lukka, og blir ikkje endra. Trekkjer nokon seg, gjeld det frå neste samling.",
  },
  byValue: "Utvikling for kvar verdi",
  extra: "Livskvalitet, meistring og stress",
  byValueWhat: "Gjennomsnittet av påstandane som blir viste for verdien.",
  chart: (of) => `Gjennomsnitt ved kvar samling: ${of}`,
  line: (value, from, to) => `${value} gjekk frå ${from} til ${to}.`,
  flat: (value, at) => `${value} var ${at}.`,
  statements: "Påstand for påstand",
  statement: "Påstand",
  value: "Verdi",
  change: "Endring",
  span: (from, to) => `samling ${from}–${to}`,
  dash: "blir ikkje vist",
  csv: "Last ned som CSV, for Excel",
  group: "Gruppe",
  mean: "gjennomsnitt",
  n: "n",
  changePercent: "Endring i prosent",
  comparison: "Samanlikning av kull",
  comparisonHow:
    "For kvart kull blir det første og det siste gjennomsnittet som er publisert vist, og endringa mellom dei. Berre publiserte gjennomsnitt er brukte.",
  comparisonChart: "Frå det første til det siste gjennomsnittet, for kvar verdi og kvart kull",
  first: "Første",
  last: "Siste",
};

const en: ResultsText = {
  title: (study) => `Results: ${study}`,
  groups: { all: "The whole cohort", A: "Form A (children and young people)", C: "Form C (staff and organisation)" },
  chooseGroup: "Choose whose results",
  none: "No results have been published yet. They come when the first form is closed.",
  howRead:
    "Each statement is given a number from 1 (not true at all) to 10 (entirely true). The tables show the mean at each gathering, and n is the number of answers. The change is reckoned from the first to the last mean that is shown.",
  stress: "For stress a lower number is better.",
  notShown: {
    heading: "What isn't shown, and why",
    limit: (limit) =>
      `Means of fewer than ${limit} answers are not shown (–), so that nobody can be recognised. Nor are numbers from which such means could be worked out.`,
    lower: (reason) => `The limit is lower than usual. Reason: ${reason}`,
    shared: "For the whole cohort, the statements are shown that are in both form A and form C.",
    frozen:
      "Each result was worked out when its form closed, and does not change. If somebody withdraws, that counts from the next gathering.",
  },
  byValue: "How each value changes",
  extra: "Life quality, coping and stress",
  byValueWhat: "The mean of the value's statements that are shown.",
  chart: (of) => `Mean at each gathering: ${of}`,
  line: (value, from, to) => `${value} went from ${from} to ${to}.`,
  flat: (value, at) => `${value} was ${at}.`,
  statements: "Statement by statement",
  statement: "Statement",
  value: "Value",
  change: "Change",
  span: (from, to) => `gathering ${from}–${to}`,
  dash: "not shown",
  csv: "Download as CSV, for Excel",
  group: "Group",
  mean: "mean",
  n: "n",
  changePercent: "Change in per cent",
  comparison: "Comparison of cohorts",
  comparisonHow:
    "For each cohort the first and the last published mean are shown, and the change between them. Only published means are used.",
  comparisonChart: "From the first to the last mean, for each value and each cohort",
  first: "First",
  last: "Last",
};

export const RESULTS_TEXT: Readonly<Record<Locale, ResultsText>> = { nb, nn, en };
