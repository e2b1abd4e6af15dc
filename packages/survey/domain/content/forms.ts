import type { FormContent, FormKind, Statement, Value } from "../form.ts";
import { EXTRA } from "./extra-statements.ts";
import { WITH_CHILDREN } from "./form-a-statements.ts";
import { WITH_STAFF } from "./form-c-statements.ts";
import { SHARED } from "./shared-statements.ts";

const ORDER: readonly Value[] = [
  "strengths",
  "participation",
  "recognition",
  "relation",
  "training",
  "work-environment",
];

/** Value by value: what everybody is asked, then what only this form asks. */
function mainForm(own: readonly Statement[]): Statement[] {
  return ORDER.flatMap((value) => [...SHARED, ...own].filter((each) => each.value === value));
}

/**
 * The forms to begin with: an administrator takes them over as they are, or changes them first. Four statements a group:
 * 24 of them are read and answered in about two minutes.
 */
export const FIRST_FORMS: Readonly<Record<FormKind, FormContent>> = {
  A: {
    title: {
      nb: "Jeg arbeider mest med barn og unge",
      nn: "Eg arbeider mest med barn og unge",
      en: "I mostly work with children and young people",
    },
    statements: mainForm(WITH_CHILDREN),
  },
  C: {
    title: {
      nb: "Jeg arbeider mest med personale og organisasjon",
      nn: "Eg arbeider mest med personale og organisasjon",
      en: "I mostly work with staff and organisation",
    },
    statements: mainForm(WITH_STAFF),
  },
  extra: {
    title: {
      nb: "Livskvalitet, mestring og stress",
      nn: "Livskvalitet, meistring og stress",
      en: "Life quality, coping and stress",
    },
    statements: [...EXTRA],
  },
};
