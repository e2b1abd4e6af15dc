import * as z from "zod";
import type { WorkplaceCourses } from "#agreements/ports/workplace-courses";
import type { CallerLimit } from "#kernel/caller-limit";
import { mint, mintAccessKey } from "#kernel/id";
import { WorkplaceCourseId } from "#kernel/ids";
import type { Locale } from "#kernel/locale";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { requestCourse, type WorkplaceCourseRequest } from "../domain/workplace-course.ts";
import { workplaceCourseRequested } from "../events/workplace-course-requested.ts";

/** Without the key: it goes to the contact's address only, which nobody has proved yet. */
export const WorkplaceCourseRequested = z.object({ courseId: WorkplaceCourseId });

export interface RequestWorkplaceCoursePorts {
  readonly unitOfWork: UnitOfWork;
  readonly workplaceCourses: WorkplaceCourses;
  readonly enquiryLimit: CallerLimit;
}

export type RequestWorkplaceCourse = (
  origin: Origin,
  request: WorkplaceCourseRequest,
  asked: { readonly locale: Locale; readonly sourceIp: string },
) => Promise<z.infer<typeof WorkplaceCourseRequested>>;

/** Takes an organisation's wish for a course at its own place. @throws DomainError `date-is-past`, `too-many-enquiries` */
export function requestWorkplaceCourseUseCase(ports: RequestWorkplaceCoursePorts): RequestWorkplaceCourse {
  const { unitOfWork, workplaceCourses, enquiryLimit } = ports;
  return (origin, request, { locale, sourceIp }) =>
    unitOfWork.run(origin, WorkplaceCourseRequested, async () => {
      const { random } = unitOfWork;
      const now = unitOfWork.clock();
      const courseId = mint(WorkplaceCourseId, random);
      const course = requestCourse(request, { courseId, key: mintAccessKey(random), locale, now });
      return {
        parts: [
          workplaceCourses.create(course),
          await enquiryLimit.count(sourceIp, now),
          record(workplaceCourseRequested.of({ courseId })),
        ],
        answer: { courseId },
      };
    });
}
