import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId } from "#kernel/ids";
import { StudyId } from "../domain/study.ts";

/** A cohort's study was opened. */
export const studyOpened = defineEvent("survey.study-opened.v1", z.object({ studyId: StudyId, cohortId: OfferingId }), [
  { studyId: "sty_4z8m1kq7w2n9p3r5t6v0xa", cohortId: "off_9w3k1mq7z2n8p4r6t5v0xa" },
]);
