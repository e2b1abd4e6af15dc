import * as z from "zod";
import type { WorkplaceCourses } from "#agreements/ports/workplace-courses";
import type { OfferingEdits } from "#catalogue/ports/offering-edits";
import type { Caller } from "#kernel/caller";
import { invariant, refusal } from "#kernel/domain-error";
import { AccessKey, mint } from "#kernel/id";
import { OfferingId, OrderNumber, WorkplaceCourseId } from "#kernel/ids";
import { Money } from "#kernel/money";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { ArrangeOrder, NewOrderNumber } from "#ordering/ports/arranged-orders";
import type { OrderReads } from "#ordering/ports/orders";
import { isContact, maySeeCourse, orderCourse, quoteToAnswer, turnDownCourse } from "../domain/workplace-course.ts";
import { workplaceCourseOrdered } from "../events/workplace-course-ordered.ts";
import { workplaceCourseTurnedDown } from "../events/workplace-course-turned-down.ts";
import { WorkplaceCourseAnswered } from "./workplace-course-answer.ts";
import { offeringOf } from "./workplace-course-offering.ts";

/** Which of the offers is answered: one that changed meanwhile needs an answer of its own. */
export const AnswerQuoteCommand = z.strictObject({ quote: z.int().min(1) });

/** Names no person: it is kept as the answer to a repeated request. */
export const WorkplaceCourseOrdered = z.object({
  courseId: WorkplaceCourseId,
  offeringId: OfferingId,
  orderNumber: OrderNumber,
  /** Opens the order. */
  key: AccessKey,
  total: Money,
});

export interface OrderWorkplaceCoursePorts {
  readonly unitOfWork: UnitOfWork;
  readonly workplaceCourses: WorkplaceCourses;
  readonly edits: OfferingEdits;
  readonly orders: OrderReads;
  readonly arrangeOrder: ArrangeOrder;
  readonly newOrderNumber: NewOrderNumber;
}

type Answering<Answer> = (
  origin: Origin,
  courseId: WorkplaceCourseId,
  command: z.infer<typeof AnswerQuoteCommand>,
  caller: Caller,
) => Promise<Answer>;

export type OrderWorkplaceCourse = Answering<z.infer<typeof WorkplaceCourseOrdered>>;
export type TurnDownWorkplaceCourse = Answering<z.infer<typeof WorkplaceCourseAnswered>>;

/**
 * The contact accepts the offer: the course becomes an offering of its own and an invoice order, in one transaction.
 * Accepted again, it is the same order.
 *
 * @throws DomainError `not-found`, also for a course that isn't the caller's to know of; `forbidden` for an administrator,
 *   who doesn't order in the organisation's name; `workplace-course-not-quoted`, `workplace-course-settled`,
 *   `quote-changed`, `quote-expired`
 */
export function orderWorkplaceCourseUseCase(ports: OrderWorkplaceCoursePorts): OrderWorkplaceCourse {
  const { unitOfWork, workplaceCourses, edits, orders, arrangeOrder, newOrderNumber } = ports;
  return (origin, courseId, command, caller) =>
    unitOfWork.run(origin, WorkplaceCourseOrdered, async () => {
      const found = await contactsCourse(workplaceCourses, courseId, caller);
      if (found.status === "ordered") {
        if (found.quote.number !== command.quote) throw refusal("quote-changed", { quote: found.quote.number });
        const { offeringId, orderNumber } = found;
        const order = await orders.get(orderNumber);
        invariant(order !== undefined, "an ordered course has its order");
        return { parts: [], answer: { courseId, offeringId, orderNumber, key: order.key, total: order.total } };
      }
      const now = unitOfWork.clock();
      const before = quoteToAnswer(found, command.quote, now);
      const { quote, contact, organisation, locale, venue } = before;
      const offeringId = mint(OfferingId, unitOfWork.random);
      const orderNumber = newOrderNumber();
      const { title, startsAt, price, vatAllocation } = quote;
      const { order, parts } = arrangeOrder({
        orderNumber,
        now,
        locale,
        contact,
        organisation,
        goods: [],
        places: [],
        services: [{ title, offeringId, startsAt, venue: `${venue.name}, ${venue.address}`, price, vatAllocation }],
      });
      return {
        parts: [
          workplaceCourses.replace(before, orderCourse(before, { offeringId, orderNumber, now })),
          ...edits.create(offeringId, offeringOf(before, now), "published").parts,
          ...parts,
          record(workplaceCourseOrdered.of({ courseId, offeringId, orderNumber })),
        ],
        answer: { courseId, offeringId, orderNumber, key: order.key, total: order.total },
      };
    });
}

/** The contact doesn't want the course so. @throws DomainError as `orderWorkplaceCourseUseCase` */
export function turnDownWorkplaceCourseUseCase(
  ports: Pick<OrderWorkplaceCoursePorts, "unitOfWork" | "workplaceCourses">,
): TurnDownWorkplaceCourse {
  const { unitOfWork, workplaceCourses } = ports;
  return (origin, courseId, command, caller) =>
    unitOfWork.run(origin, WorkplaceCourseAnswered, async () => {
      const found = await contactsCourse(workplaceCourses, courseId, caller);
      const before = quoteToAnswer(found, command.quote, unitOfWork.clock());
      const after = turnDownCourse(before, unitOfWork.clock());
      const fact = workplaceCourseTurnedDown.of({ courseId, quote: command.quote });
      return {
        parts: [workplaceCourses.replace(before, after), record(fact)],
        answer: { courseId, status: after.status },
      };
    });
}

/** @throws DomainError `not-found`, `forbidden` */
async function contactsCourse(workplaceCourses: WorkplaceCourses, courseId: WorkplaceCourseId, caller: Caller) {
  const found = await workplaceCourses.get(courseId);
  if (!found || !maySeeCourse(found, caller)) throw refusal("not-found", {});
  if (!isContact(found, caller)) throw refusal("forbidden", {});
  return found;
}
