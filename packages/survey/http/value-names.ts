import type { Locale } from "#kernel/locale";
import type { Value } from "../domain/form.ts";

/** What the groups of statements are called. */
export const VALUE_NAMES: Readonly<Record<Locale, Readonly<Record<Value, string>>>> = {
  nb: {
    strengths: "Styrkefokus",
    participation: "Medvirkning",
    recognition: "Anerkjennelse",
    relation: "Relasjon",
    training: "Trening",
    "work-environment": "Arbeidsmiljø",
    "life-quality": "Livskvalitet",
    coping: "Mestring",
    stress: "Stress",
  },
  nn: {
    strengths: "Styrkefokus",
    participation: "Medverknad",
    recognition: "Anerkjenning",
    relation: "Relasjon",
    training: "Trening",
    "work-environment": "Arbeidsmiljø",
    "life-quality": "Livskvalitet",
    coping: "Meistring",
    stress: "Stress",
  },
  en: {
    strengths: "Strengths",
    participation: "Participation",
    recognition: "Recognition",
    relation: "Relation",
    training: "Training",
    "work-environment": "Work environment",
    "life-quality": "Life quality",
    coping: "Coping",
    stress: "Stress",
  },
};
