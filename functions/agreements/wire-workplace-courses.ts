import { answerWorkplaceCourseUseCase } from "#agreements/app/workplace-course-answer";
import { changeWorkplaceParticipantUseCase } from "#agreements/app/workplace-course-change-participant";
import { orderWorkplaceCourseUseCase, turnDownWorkplaceCourseUseCase } from "#agreements/app/workplace-course-order";
import { listWorkplaceParticipantsUseCase } from "#agreements/app/workplace-course-participants";
import { readWorkplaceCoursesUseCase } from "#agreements/app/workplace-course-read";
import { requestWorkplaceCourseUseCase } from "#agreements/app/workplace-course-request";
import type { WorkplaceCourseApp } from "#agreements/http/workplace-course-routes";
import { workplaceCourses } from "#agreements/store/workplace-courses";
import type { Seller } from "#kernel/seller";
import type { Table } from "#platform/dynamo/table";
import { placesOfOffering } from "#registration/store/places-of-offering";
import { wireOfferingEdits } from "../catalogue/wire.ts";
import { wireArrangedOrders } from "../ordering/wire.ts";
import { wireTakePlaces } from "../registration/wire.ts";
import { wireAgreements } from "./wire.ts";

/** The use cases behind the routes of courses at workplaces. */
export function wireWorkplaceCourses(
  table: Table,
  from: { readonly municipalityDomain: string; readonly seller: Seller },
): WorkplaceCourseApp {
  const ports = {
    ...wireAgreements(table),
    ...wireArrangedOrders(table, from),
    workplaceCourses: workplaceCourses(table),
    edits: wireOfferingEdits(table),
    takePlaces: wireTakePlaces(table, from.municipalityDomain),
    placesOfOffering: placesOfOffering(table),
  };
  return {
    requestWorkplaceCourse: requestWorkplaceCourseUseCase(ports),
    answerWorkplaceCourse: answerWorkplaceCourseUseCase(ports),
    orderWorkplaceCourse: orderWorkplaceCourseUseCase(ports),
    turnDownWorkplaceCourse: turnDownWorkplaceCourseUseCase(ports),
    listWorkplaceParticipants: listWorkplaceParticipantsUseCase(ports),
    changeWorkplaceParticipant: changeWorkplaceParticipantUseCase(ports),
    readWorkplaceCourses: readWorkplaceCoursesUseCase(ports),
  };
}
