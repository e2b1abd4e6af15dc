import type { WorkplaceCourses } from "#agreements/ports/workplace-courses";
import type { WorkplaceCourseId } from "#kernel/ids";
import { type Guard, part } from "#kernel/transaction-part";
import { getItem, queryList, type Table } from "#platform/dynamo/table";
import { courseForgottenAt, WorkplaceCourse } from "../domain/workplace-course.ts";

const LIST = "workplace-courses";

/** What the key of a course's row begins with. */
export const WORKPLACE_COURSE = "WORKPLACE-COURSE#";
const workplaceCourseKey = (courseId: WorkplaceCourseId) => ({
  pk: `${WORKPLACE_COURSE}${courseId}`,
  sk: "WORKPLACE-COURSE",
});

export function workplaceCourses(table: Table): WorkplaceCourses {
  return {
    get: (courseId) => getItem(table, workplaceCourseKey(courseId), WorkplaceCourse),
    create: (course) =>
      part([{ kind: "create", key: workplaceCourseKey(course.courseId), item: row(course), guards: [] }]),
    replace: (before, after) =>
      part([{ kind: "replace", key: workplaceCourseKey(before.courseId), item: row(after), guards: [asRead(before)] }]),
    inTurn: (course) =>
      part([
        { kind: "change", key: workplaceCourseKey(course.courseId), add: { version: 1 }, guards: [asRead(course)] },
      ]),
    forget: (course) => part([{ kind: "delete", key: workplaceCourseKey(course.courseId), guards: [asRead(course)] }]),
    list: (page) => queryList(table, { partition: LIST }, WorkplaceCourse, { ...page, newestFirst: true }),
  };
}

function asRead({ version }: WorkplaceCourse): Guard {
  return { is: "equal", attribute: "version", value: version, otherwise: "reload" };
}

/** What led to no order is due to be forgotten. */
function row(course: WorkplaceCourse) {
  const dueAt = courseForgottenAt(course);
  return {
    ...course,
    listPartition: LIST,
    listSort: `${course.requestedAt}#${course.courseId}`,
    ...(dueAt && { duePartition: "agreements", dueAt }),
  };
}
