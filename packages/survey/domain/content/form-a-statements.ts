import type { Statement } from "../form.ts";

/** What only those who work with children and young people are asked. */
export const WITH_CHILDREN: readonly Statement[] = [
  {
    statementId: "strengths-of-each-child",
    value: "strengths",
    text: {
      nb: "Jeg kan nevne styrker hos hvert barn jeg arbeider med.",
      nn: "Eg kan nemne styrkar hos kvart barn eg arbeider med.",
      en: "I can name strengths in each child I work with.",
    },
  },
  {
    statementId: "strengths-child-uses-own",
    value: "strengths",
    text: {
      nb: "Jeg hjelper barn å bruke styrkene sine når noe er vanskelig.",
      nn: "Eg hjelper barn å bruke styrkane sine når noko er vanskeleg.",
      en: "I help children use their strengths when something is hard.",
    },
  },
  {
    statementId: "participation-child-decides",
    value: "participation",
    text: {
      nb: "Barna er med og bestemmer i hverdagen.",
      nn: "Barna er med og bestemmer i kvardagen.",
      en: "The children take part in everyday decisions.",
    },
  },
  {
    statementId: "participation-child-changes-plans",
    value: "participation",
    text: {
      nb: "Jeg endrer planene når barn kommer med gode forslag.",
      nn: "Eg endrar planane når barn kjem med gode framlegg.",
      en: "I change my plans when children make good suggestions.",
    },
  },
  {
    statementId: "recognition-child-is-heard",
    value: "recognition",
    text: {
      nb: "Barna jeg arbeider med, merker at jeg lytter til dem.",
      nn: "Barna eg arbeider med, merkar at eg lyttar til dei.",
      en: "The children I work with can tell that I listen to them.",
    },
  },
  {
    statementId: "recognition-child-feelings",
    value: "recognition",
    text: {
      nb: "Jeg møter barns følelser med respekt, også når jeg setter grenser.",
      nn: "Eg møter kjenslene til barn med respekt, også når eg set grenser.",
      en: "I meet children's feelings with respect, also when I set limits.",
    },
  },
  {
    statementId: "relation-each-child",
    value: "relation",
    text: {
      nb: "Jeg har en god relasjon til hvert barn jeg arbeider med.",
      nn: "Eg har ein god relasjon til kvart barn eg arbeider med.",
      en: "I have a good relationship with each child I work with.",
    },
  },
  {
    statementId: "relation-child-friendships",
    value: "relation",
    text: {
      nb: "Jeg hjelper barn å bygge vennskap.",
      nn: "Eg hjelper barn å byggje vennskap.",
      en: "I help children build friendships.",
    },
  },
  {
    statementId: "training-child-social-skills",
    value: "training",
    text: {
      nb: "Jeg øver jevnlig på sosiale ferdigheter sammen med barna.",
      nn: "Eg øver jamleg på sosiale ferdigheiter saman med barna.",
      en: "I regularly practise social skills together with the children.",
    },
  },
  {
    statementId: "training-child-safe-to-practise",
    value: "training",
    text: {
      nb: "Barna får øve i trygge rammer på det som er vanskelig for dem.",
      nn: "Barna får øve i trygge rammer på det som er vanskeleg for dei.",
      en: "The children can safely practise what is hard for them.",
    },
  },
];
