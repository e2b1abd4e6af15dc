import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId } from "#kernel/ids";
import { StudyId } from "../domain/study.ts";

/** A study was closed: whose answers are whose can't be told any more. */
export const studyClosed = defineEvent("survey.study-closed.v1", z.object({ studyId: StudyId, cohortId: OfferingId }), [
  { studyId: "sty_4z8m1kq7w2n9p3r5t6v0xa", cohortId: "off_9w3k1mq7z2n8p4r6t5v0xa" },
]);
