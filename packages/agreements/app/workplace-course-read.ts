import type { WorkplaceCourse, WorkplaceCourses } from "#agreements/ports/workplace-courses";
import type { Caller } from "#kernel/caller";
import type { Clock, Instant } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import type { WorkplaceCourseId } from "#kernel/ids";
import type { Order, OrderReads } from "#ordering/ports/orders";
import type { PlacesOfOffering } from "#registration/ports/places-of-offering";
import { maySeeCourse } from "../domain/workplace-course.ts";
import { type Listed, listedParticipants } from "./workplace-course-participants.ts";

export type { WorkplaceCourse } from "../domain/workplace-course.ts";

/** A course as its contact's page tells of it: with its order and its list, once it is ordered. */
export interface WorkplaceCourseDetails {
  readonly course: WorkplaceCourse;
  readonly order: Order | undefined;
  readonly participants: readonly Listed[];
  readonly at: Instant;
}

export interface ReadWorkplaceCourses {
  /** @throws DomainError `not-found`, also for a course that isn't the caller's to know of */
  one(courseId: WorkplaceCourseId, caller: Caller): Promise<WorkplaceCourseDetails>;
  /** All requests, the newest first, for administrators. */
  list: WorkplaceCourses["list"];
}

export function readWorkplaceCoursesUseCase(ports: {
  readonly clock: Clock;
  readonly workplaceCourses: WorkplaceCourses;
  readonly orders: OrderReads;
  readonly placesOfOffering: PlacesOfOffering;
}): ReadWorkplaceCourses {
  const { clock, workplaceCourses, orders, placesOfOffering } = ports;
  return {
    async one(courseId, caller) {
      const course = await workplaceCourses.get(courseId);
      if (!course || !maySeeCourse(course, caller)) throw refusal("not-found", {});
      const at = clock();
      if (course.status !== "ordered") return { course, order: undefined, participants: [], at };
      const [order, participants] = await Promise.all([
        orders.get(course.orderNumber),
        listedParticipants(placesOfOffering, course.offeringId),
      ]);
      return { course, order, participants, at };
    },
    list: (page) => workplaceCourses.list(page),
  };
}
