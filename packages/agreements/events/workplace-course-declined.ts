import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { WorkplaceCourseId } from "#kernel/ids";

/** The centre can't hold it; why is on the course. */
export const workplaceCourseDeclined = defineEvent(
  "agreements.workplace-course-declined.v1",
  z.object({ courseId: WorkplaceCourseId }),
  [{ courseId: "wpc_4z8m1kq7w2n9p3r5t6v0xa" }],
);
