import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { WorkplaceCourseId } from "#kernel/ids";

/** The organisation doesn't want it so. */
export const workplaceCourseTurnedDown = defineEvent(
  "agreements.workplace-course-turned-down.v1",
  z.object({ courseId: WorkplaceCourseId, quote: z.int().min(1) }),
  [{ courseId: "wpc_4z8m1kq7w2n9p3r5t6v0xa", quote: 1 }],
);
