import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { WorkplaceCourseId } from "#kernel/ids";

/** An organisation asks for a course at its workplace; nothing is agreed yet. */
export const workplaceCourseRequested = defineEvent(
  "agreements.workplace-course-requested.v1",
  z.object({ courseId: WorkplaceCourseId }),
  [{ courseId: "wpc_4z8m1kq7w2n9p3r5t6v0xa" }],
);
