import type { Table } from "#platform/dynamo/table";
import { countNeedsUseCase } from "#registration/app/count-needs";
import { getEntryUseCase } from "#registration/app/get-entry";
import { getEntryDetailsUseCase } from "#registration/app/get-entry-details";
import { getNamingUseCase } from "#registration/app/get-naming";
import { joinWaitingListUseCase } from "#registration/app/join-waiting-list";
import { leaveWaitingListUseCase } from "#registration/app/leave-waiting-list";
import { listParticipantsUseCase } from "#registration/app/list-participants";
import { listWaitingListUseCase } from "#registration/app/list-waiting-list";
import { nameParticipantUseCase } from "#registration/app/name-participant";
import type { RegistrationApp } from "#registration/http/routes";
import { wireRegistration } from "./wire.ts";

/** The use cases behind registration's routes. */
export function wireApi(table: Table, municipalityDomain: string): RegistrationApp {
  const ports = { ...wireRegistration(table), municipalityDomain };
  const getEntry = getEntryUseCase(ports.waitingLists);
  return {
    joinWaitingList: joinWaitingListUseCase(ports),
    getEntry,
    getEntryDetails: getEntryDetailsUseCase({ ...ports, getEntry }),
    leaveWaitingList: leaveWaitingListUseCase(ports),
    listWaitingList: listWaitingListUseCase(ports),
    getNaming: getNamingUseCase(ports),
    nameParticipant: nameParticipantUseCase(ports),
    countNeeds: countNeedsUseCase(ports.healthRows),
    listParticipants: listParticipantsUseCase(ports),
  };
}
