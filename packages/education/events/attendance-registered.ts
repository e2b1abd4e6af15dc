import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId } from "#kernel/ids";

/** Attendance on a course day was registered or corrected, for so many participants. */
export const attendanceRegistered = defineEvent(
  "education.attendance-registered.v1",
  z.object({ cohortId: OfferingId, dayId: z.string(), marks: z.int().min(1) }),
  [{ cohortId: "off_4z8m1kq7w2n9p3r5t6v0xa", dayId: "d1", marks: 36 }],
);
