import type { Statement } from "../form.ts";

/** What only those who work with staff and organisation are asked. */
export const WITH_STAFF: readonly Statement[] = [
  {
    statementId: "strengths-of-each-colleague",
    value: "strengths",
    text: {
      nb: "Jeg kan nevne styrker hos hver kollega jeg arbeider tett med.",
      nn: "Eg kan nemne styrkar hos kvar kollega eg arbeider tett med.",
      en: "I can name strengths in each colleague I work closely with.",
    },
  },
  {
    statementId: "strengths-colleague-uses-own",
    value: "strengths",
    text: {
      nb: "Jeg hjelper kolleger å bruke styrkene sine når noe er vanskelig.",
      nn: "Eg hjelper kollegaer å bruke styrkane sine når noko er vanskeleg.",
      en: "I help colleagues use their strengths when something is hard.",
    },
  },
  {
    statementId: "participation-colleague-shapes-change",
    value: "participation",
    text: {
      nb: "Medarbeiderne er med på å forme endringer hos oss.",
      nn: "Medarbeidarane er med på å forme endringar hos oss.",
      en: "The staff take part in shaping change where I work.",
    },
  },
  {
    statementId: "participation-colleague-changes-plans",
    value: "participation",
    text: {
      nb: "Jeg endrer planene når kolleger kommer med gode forslag.",
      nn: "Eg endrar planane når kollegaer kjem med gode framlegg.",
      en: "I change my plans when colleagues make good suggestions.",
    },
  },
  {
    statementId: "recognition-colleague-is-heard",
    value: "recognition",
    text: {
      nb: "Kollegene mine merker at jeg lytter til dem.",
      nn: "Kollegaene mine merkar at eg lyttar til dei.",
      en: "My colleagues can tell that I listen to them.",
    },
  },
  {
    statementId: "recognition-colleague-feedback",
    value: "recognition",
    text: {
      nb: "Jeg gir tilbakemeldinger som kolleger kan bruke.",
      nn: "Eg gir tilbakemeldingar som kollegaer kan bruke.",
      en: "I give feedback that colleagues can use.",
    },
  },
  {
    statementId: "relation-colleague-trust",
    value: "relation",
    text: {
      nb: "Jeg bygger tillit i gruppene jeg arbeider med.",
      nn: "Eg byggjer tillit i gruppene eg arbeider med.",
      en: "I build trust in the groups I work with.",
    },
  },
  {
    statementId: "relation-colleague-disagreement",
    value: "relation",
    text: {
      nb: "Jeg hjelper kolleger å løse uenighet på en god måte.",
      nn: "Eg hjelper kollegaer å løyse usemje på ein god måte.",
      en: "I help colleagues settle disagreements well.",
    },
  },
  {
    statementId: "training-colleague-together",
    value: "training",
    text: {
      nb: "Vi setter av tid til å øve på nye arbeidsmåter sammen.",
      nn: "Vi set av tid til å øve på nye arbeidsmåtar saman.",
      en: "We set aside time to practise new ways of working together.",
    },
  },
  {
    statementId: "training-colleague-processes",
    value: "training",
    text: {
      nb: "Jeg leder prosesser som bygger på det vi får til.",
      nn: "Eg leier prosessar som byggjer på det vi får til.",
      en: "I lead processes that build on what we do well.",
    },
  },
];
