import { changeAgreementUseCase } from "#agreements/app/change-agreement";
import { declineEnquiryUseCase } from "#agreements/app/decline-enquiry";
import { findCohortsUseCase } from "#agreements/app/find-cohorts";
import { findMaterialsUseCase } from "#agreements/app/find-materials";
import { getAgreementUseCase } from "#agreements/app/get-agreement";
import { getSeatFormUseCase } from "#agreements/app/get-seat-form";
import { giveBackTrainerSeatUseCase } from "#agreements/app/give-back-trainer-seat";
import { makeAgreementUseCase } from "#agreements/app/make-agreement";
import { moveTrainerSeatUseCase } from "#agreements/app/move-trainer-seat";
import { orderMaterialsUseCase } from "#agreements/app/order-materials";
import { planMeetingsUseCase } from "#agreements/app/plan-meetings";
import { readAgreementsUseCase } from "#agreements/app/read-agreements";
import { replaceParticipantUseCase } from "#agreements/app/replace-participant";
import { sendEnquiryUseCase } from "#agreements/app/send-enquiry";
import { takeTrainerSeatUseCase } from "#agreements/app/take-trainer-seat";
import type { AgreementApp } from "#agreements/http/agreement-routes";
import type { Seller } from "#kernel/seller";
import type { Table } from "#platform/dynamo/table";
import { wireArrangedOrders } from "../ordering/wire.ts";
import { wireNamePlace, wireTakePlaces } from "../registration/wire.ts";
import { wireAgreements } from "./wire.ts";

/** The use cases behind agreements' own routes. */
export function wireAgreementApp(
  table: Table,
  from: { readonly municipalityDomain: string; readonly seller: Seller },
): AgreementApp {
  const ports = {
    ...wireAgreements(table),
    ...wireArrangedOrders(table, from),
    takePlaces: wireTakePlaces(table, from.municipalityDomain),
    namePlace: wireNamePlace(from.municipalityDomain),
  };
  return {
    sendEnquiry: sendEnquiryUseCase(ports),
    declineEnquiry: declineEnquiryUseCase(ports),
    makeAgreement: makeAgreementUseCase(ports),
    changeAgreement: changeAgreementUseCase(ports),
    readAgreements: readAgreementsUseCase(ports),
    planMeetings: planMeetingsUseCase(ports),
    getAgreement: getAgreementUseCase(ports),
    findCohorts: findCohortsUseCase(ports),
    takeTrainerSeat: takeTrainerSeatUseCase(ports),
    replaceParticipant: replaceParticipantUseCase(ports),
    giveBackTrainerSeat: giveBackTrainerSeatUseCase(ports),
    moveTrainerSeat: moveTrainerSeatUseCase(ports),
    orderMaterials: orderMaterialsUseCase(ports),
    getSeatForm: getSeatFormUseCase(ports),
    findMaterials: findMaterialsUseCase(ports),
  };
}
