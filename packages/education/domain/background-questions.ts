import { TextLine } from "#kernel/contact";
import { Background } from "./participation.ts";

/**
 * What everybody in a cohort is asked when they sign up, as questions of its offering: what learning groups are mixed by.
 * Nobody must answer: a head teacher who signs up five colleagues may not know, and an administrator fills it in later.
 */
export const backgroundQuestions = [
  {
    questionId: "profession",
    text: {
      nb: "Hva er yrket ditt? For eksempel barnehagelærer eller helsesykepleier.",
      nn: "Kva er yrket ditt? Til dømes barnehagelærar eller helsesjukepleiar.",
      en: "What is your profession? Such as kindergarten teacher or public health nurse.",
    },
    kind: "text" as const,
    required: false,
  },
  {
    questionId: "service",
    text: {
      nb: "Hvilken tjeneste jobber du i? For eksempel skole, SFO eller barnevern.",
      nn: "Kva teneste jobbar du i? Til dømes skule, SFO eller barnevern.",
      en: "Which service do you work in? Such as school, after-school care or child welfare.",
    },
    kind: "text" as const,
    required: false,
  },
  {
    questionId: "municipality",
    text: {
      nb: "Hvilken kommune jobber du i?",
      nn: "Kva kommune jobbar du i?",
      en: "Which municipality do you work in?",
    },
    kind: "text" as const,
    required: false,
  },
  {
    questionId: "workplace",
    text: { nb: "Hva heter arbeidsplassen din?", nn: "Kva heiter arbeidsplassen din?", en: "Where do you work?" },
    kind: "text" as const,
    required: false,
  },
] satisfies readonly { readonly questionId: keyof Background; readonly [field: string]: unknown }[];

/** What a participant has answered to those questions, each on one line. */
export function backgroundOf(answers: readonly { readonly questionId: string; readonly answer: string }[]): Background {
  const known = new Map(answers.map(({ questionId, answer }) => [questionId, answer]));
  const told = backgroundQuestions.flatMap(({ questionId }) => {
    const line = TextLine.safeParse((known.get(questionId) ?? "").replace(/[\p{C}\p{Z}]+/gu, " ").slice(0, 200));
    return line.success ? [[questionId, line.data] as const] : [];
  });
  return Background.parse(Object.fromEntries(told));
}
