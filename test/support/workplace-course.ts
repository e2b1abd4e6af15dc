import { answerWorkplaceCourseUseCase } from "#agreements/app/workplace-course-answer";
import { changeWorkplaceParticipantUseCase } from "#agreements/app/workplace-course-change-participant";
import { orderWorkplaceCourseUseCase, turnDownWorkplaceCourseUseCase } from "#agreements/app/workplace-course-order";
import { listWorkplaceParticipantsUseCase } from "#agreements/app/workplace-course-participants";
import { readWorkplaceCoursesUseCase } from "#agreements/app/workplace-course-read";
import { requestWorkplaceCourseUseCase } from "#agreements/app/workplace-course-request";
import { QuoteDetails, WorkplaceCourseRequest } from "#agreements/domain/workplace-course";
import { enquiryLimit } from "#agreements/store/enquiry-limit";
import { workplaceCourses } from "#agreements/store/workplace-courses";
import type { Caller } from "#kernel/caller";
import { OrderNumber } from "#kernel/ids";
import { kroner } from "#kernel/money";
import { newOrderNumber } from "#kernel/order-number";
import { arrangeOrderUseCase } from "#ordering/app/arrange-order";
import { systemRandom } from "#platform/random";
import { takePlacesUseCase } from "#registration/app/take-places";
import { openShop, SCHOOL } from "./shop.ts";

/** What a school asks for, in the shop's year. */
export const workplaceRequest = WorkplaceCourseRequest.parse({
  what: "Styrkespotting for hele personalet",
  venue: { name: "Eksempel skole", address: "Eksempelveien 1, 5003 Bergen" },
  wishedOn: "2027-01-11",
  participants: 25,
  contact: { name: "Rut Eksempel", email: "rut@skole.example.no" },
  organisation: SCHOOL,
});

/** What the centre offers: an afternoon in January, for 12,000 kroner. */
export const quoteDetails = QuoteDetails.parse({
  title: { nb: "Styrkespotting" },
  price: kroner(12_000),
  vatAllocation: { version: "2026-1", shares: [{ what: "teaching", category: "E", weight: 1 }] },
  startsAt: "2027-01-11T12:00:00.000Z",
  endsAt: "2027-01-11T15:00:00.000Z",
  capacity: 30,
  answerBy: "2026-12-01T11:00:00.000Z",
});

/** A shop that holds courses at workplaces. */
export async function openWorkplaceCourses() {
  const shop = await openShop();
  const ports = {
    ...shop.ports,
    clock: shop.clock,
    workplaceCourses: workplaceCourses(shop.table),
    enquiryLimit: enquiryLimit(shop.table),
    arrangeOrder: arrangeOrderUseCase({ ...shop.ports, random: systemRandom }),
    newOrderNumber: () => OrderNumber.parse(newOrderNumber(systemRandom)),
    takePlaces: takePlacesUseCase({ ...shop.ports, random: systemRandom }),
  };
  const app = {
    request: requestWorkplaceCourseUseCase(ports),
    answer: answerWorkplaceCourseUseCase(ports),
    order: orderWorkplaceCourseUseCase(ports),
    turnDown: turnDownWorkplaceCourseUseCase(ports),
    list: listWorkplaceParticipantsUseCase(ports),
    change: changeWorkplaceParticipantUseCase(ports),
    read: readWorkplaceCoursesUseCase(ports),
  };

  /** Asks for a course, and answers it with its contact. */
  async function requested() {
    const { courseId } = await app.request(shop.origin(), workplaceRequest, { locale: "nb", sourceIp: "192.0.2.1" });
    const course = await ports.workplaceCourses.get(courseId);
    if (!course) throw new Error("The course is there.");
    const contact: Caller = { kind: "guest", key: course.key };
    return { courseId, contact };
  }

  /** Ordered, as it was first offered. */
  async function ordered() {
    const { courseId, contact } = await requested();
    await app.answer.quote(shop.origin(), courseId, quoteDetails);
    const order = await app.order(shop.origin(), courseId, { quote: 1 }, contact);
    return { courseId, contact, order };
  }
  return { shop, ports, app, requested, ordered };
}
