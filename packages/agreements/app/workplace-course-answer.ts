import * as z from "zod";
import type { WorkplaceCourses } from "#agreements/ports/workplace-courses";
import { refusal } from "#kernel/domain-error";
import type { Fact } from "#kernel/event";
import { WorkplaceCourseId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { declineCourse, type QuoteDetails, quoteCourse, type WorkplaceCourse } from "../domain/workplace-course.ts";
import { workplaceCourseDeclined } from "../events/workplace-course-declined.ts";
import { workplaceCourseQuoted } from "../events/workplace-course-quoted.ts";

/** Names no person: it is kept as the answer to a repeated request. */
export const WorkplaceCourseAnswered = z.object({ courseId: WorkplaceCourseId, status: z.string() });
type Answered = z.infer<typeof WorkplaceCourseAnswered>;

export interface AnswerWorkplaceCourse {
  /** Offers a price and a date, or others than before. @throws DomainError `workplace-course-settled`, `date-is-past` */
  quote(origin: Origin, courseId: WorkplaceCourseId, details: QuoteDetails): Promise<Answered>;
  /** @throws DomainError `workplace-course-settled` */
  decline(origin: Origin, courseId: WorkplaceCourseId, reason: string): Promise<Answered>;
}

/** What an administrator answers an organisation that asked for a course; its contact gets a mail with the link. */
export function answerWorkplaceCourseUseCase(ports: {
  readonly unitOfWork: UnitOfWork;
  readonly workplaceCourses: WorkplaceCourses;
}): AnswerWorkplaceCourse {
  const { unitOfWork, workplaceCourses } = ports;
  const answer = (
    origin: Origin,
    courseId: WorkplaceCourseId,
    to: (before: WorkplaceCourse) => { readonly after: WorkplaceCourse; readonly fact: Fact },
  ) =>
    unitOfWork.run(origin, WorkplaceCourseAnswered, async () => {
      const before = await workplaceCourses.get(courseId);
      if (!before) throw refusal("not-found", {});
      const { after, fact } = to(before);
      return {
        parts: [workplaceCourses.replace(before, after), record(fact)],
        answer: { courseId, status: after.status },
      };
    });
  return {
    quote: (origin, courseId, details) =>
      answer(origin, courseId, (before) => {
        const after = quoteCourse(before, details, unitOfWork.clock());
        return { after, fact: workplaceCourseQuoted.of({ courseId, quote: after.quote.number }) };
      }),
    decline: (origin, courseId, reason) =>
      answer(origin, courseId, (before) => ({
        after: declineCourse(before, reason, unitOfWork.clock()),
        fact: workplaceCourseDeclined.of({ courseId }),
      })),
  };
}
