import * as z from "zod";
import { personBySubject } from "#people/store/persons";
import { openTable } from "#platform/dynamo/open-table";
import { environment } from "#platform/environment";
import { authenticator } from "#platform/http/authenticate";
import { httpHandler } from "#platform/http/handler";
import { countNeedsUseCase } from "#registration/app/count-needs";
import { getEntryUseCase } from "#registration/app/get-entry";
import { getEntryDetailsUseCase } from "#registration/app/get-entry-details";
import { getNamingUseCase } from "#registration/app/get-naming";
import { joinWaitingListUseCase } from "#registration/app/join-waiting-list";
import { leaveWaitingListUseCase } from "#registration/app/leave-waiting-list";
import { listWaitingListUseCase } from "#registration/app/list-waiting-list";
import { nameParticipantUseCase } from "#registration/app/name-participant";
import { routes } from "#registration/http/routes";
import { wireRegistration } from "./wire.ts";

const env = environment(
  { TABLE_NAME: z.string(), MUNICIPALITY_DOMAIN: z.string(), OIDC_ISSUER: z.url(), OIDC_AUDIENCE: z.string() },
  process.env,
);
const table = openTable(env.TABLE_NAME);
const ports = { ...wireRegistration(table), municipalityDomain: env.MUNICIPALITY_DOMAIN };

const getEntry = getEntryUseCase(ports.waitingLists);

const app = {
  joinWaitingList: joinWaitingListUseCase(ports),
  getEntry,
  getEntryDetails: getEntryDetailsUseCase({ ...ports, getEntry }),
  leaveWaitingList: leaveWaitingListUseCase(ports),
  listWaitingList: listWaitingListUseCase(ports),
  getNaming: getNamingUseCase(ports),
  nameParticipant: nameParticipantUseCase(ports),
  countNeeds: countNeedsUseCase(ports.healthRows),
};

export const handler = httpHandler(
  routes,
  app,
  authenticator({ issuer: env.OIDC_ISSUER, audience: env.OIDC_AUDIENCE, findPerson: personBySubject(table) }),
);
