import type { WorkplaceCourses } from "#agreements/ports/workplace-courses";
import type { WorkplaceCourseId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { courseForgottenAt } from "../domain/workplace-course.ts";

export type ForgetWorkplaceCourse = (origin: Origin, courseId: WorkplaceCourseId) => Promise<void>;

/** What led to no order is deleted once its time is up. */
export function forgetWorkplaceCourseUseCase(ports: {
  readonly unitOfWork: UnitOfWork;
  readonly workplaceCourses: WorkplaceCourses;
}): ForgetWorkplaceCourse {
  const { unitOfWork, workplaceCourses } = ports;
  return (origin, courseId) =>
    unitOfWork.handle(origin, async () => {
      const course = await workplaceCourses.get(courseId);
      const at = course && courseForgottenAt(course);
      return course && at && at <= unitOfWork.clock() ? [workplaceCourses.forget(course)] : [];
    });
}
