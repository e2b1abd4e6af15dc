import * as z from "zod";
import { forgetEnquiryUseCase } from "#agreements/app/forget-enquiry";
import { warnOfUnusedSeatsUseCase } from "#agreements/app/warn-of-unused-seats";
import { forgetWorkplaceCourseUseCase } from "#agreements/app/workplace-course-forget";
import { dueOf } from "#agreements/store/due";
import { workplaceCourses } from "#agreements/store/workplace-courses";
import { openTable } from "#platform/dynamo/open-table";
import { environment } from "#platform/environment";
import { sweep } from "#platform/sweep";
import { wireAgreements } from "./wire.ts";

const env = environment({ TABLE_NAME: z.string() }, process.env);
const table = openTable(env.TABLE_NAME);
const ports = wireAgreements(table);
const warnOfUnusedSeats = warnOfUnusedSeatsUseCase(ports);
const forgetEnquiry = forgetEnquiryUseCase(ports);
const forgetWorkplaceCourse = forgetWorkplaceCourseUseCase({ ...ports, workplaceCourses: workplaceCourses(table) });

export const handler = sweep({
  context: "agreements",
  table,
  clock: ports.clock,
  settle(origin, key) {
    const due = dueOf(key);
    if (due.kind === "workplace-course") return forgetWorkplaceCourse(origin, due.courseId);
    if (due.kind === "enquiry") return forgetEnquiry(origin, due.enquiryId);
    return warnOfUnusedSeats(origin, due.agreementId);
  },
});
