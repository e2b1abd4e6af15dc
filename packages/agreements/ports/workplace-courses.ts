import type { WorkplaceCourseId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { WorkplaceCourse } from "../domain/workplace-course.ts";

export type { WorkplaceCourse } from "../domain/workplace-course.ts";

/** What the mails about a course at a workplace read. */
export interface WorkplaceCourseReads {
  get(courseId: WorkplaceCourseId): Promise<WorkplaceCourse | undefined>;
}

/** Courses at workplaces as this context keeps them. */
export interface WorkplaceCourses extends WorkplaceCourseReads {
  create(course: WorkplaceCourse): TransactionPart;
  /** Writes `after` if the course still is as it was read as `before`; else the command loads again. */
  replace(before: WorkplaceCourse, after: WorkplaceCourse): TransactionPart;
  /** The course is as it was read, and whoever read it as this too loads again: one list of participants after another. */
  inTurn(course: WorkplaceCourse): TransactionPart;
  forget(course: WorkplaceCourse): TransactionPart;
  /** The newest first. For people to look at: an index is behind the table. */
  list(page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<{
    readonly items: readonly WorkplaceCourse[];
    readonly cursor?: string;
  }>;
}
