import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { StudyId } from "../domain/study.ts";

/** A wave's form closed and its result was published. How many had answered isn't said. */
export const wavePublished = defineEvent(
  "survey.wave-published.v1",
  z.object({ studyId: StudyId, wave: z.int().min(1) }),
  [{ studyId: "sty_4z8m1kq7w2n9p3r5t6v0xa", wave: 1 }],
);
