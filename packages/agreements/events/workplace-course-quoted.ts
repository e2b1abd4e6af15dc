import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { WorkplaceCourseId } from "#kernel/ids";

/** The centre offers a date and a price; `quote` is which of its offers. */
export const workplaceCourseQuoted = defineEvent(
  "agreements.workplace-course-quoted.v1",
  z.object({ courseId: WorkplaceCourseId, quote: z.int().min(1) }),
  [{ courseId: "wpc_4z8m1kq7w2n9p3r5t6v0xa", quote: 1 }],
);
