import * as z from "zod";
import { forSale } from "#catalogue/store/for-sale";
import { systemClock } from "#kernel/clock";
import { personBySubject } from "#people/store/persons";
import { openTable } from "#platform/dynamo/open-table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { environment } from "#platform/environment";
import { authenticator } from "#platform/http/authenticate";
import { httpHandler } from "#platform/http/handler";
import { systemRandom } from "#platform/random";
import { getEntryUseCase } from "#registration/app/get-entry";
import { joinWaitingListUseCase } from "#registration/app/join-waiting-list";
import { leaveWaitingListUseCase } from "#registration/app/leave-waiting-list";
import { listWaitingListUseCase } from "#registration/app/list-waiting-list";
import { routes } from "#registration/http/routes";
import { waitingListParts } from "#registration/store/waiting-list-parts";
import { waitingLists } from "#registration/store/waiting-lists";

const env = environment({ TABLE_NAME: z.string(), OIDC_ISSUER: z.url(), OIDC_AUDIENCE: z.string() }, process.env);
const table = openTable(env.TABLE_NAME);
const ports = {
  clock: systemClock,
  unitOfWork: unitOfWork(table, { clock: systemClock, random: systemRandom }),
  forSale: forSale(table),
  waitingLists: waitingLists(table),
  waitingListParts: waitingListParts(),
};

const app = {
  joinWaitingList: joinWaitingListUseCase(ports),
  getEntry: getEntryUseCase(ports.waitingLists),
  leaveWaitingList: leaveWaitingListUseCase(ports),
  listWaitingList: listWaitingListUseCase(ports),
};

export const handler = httpHandler(
  routes,
  app,
  authenticator({ issuer: env.OIDC_ISSUER, audience: env.OIDC_AUDIENCE, findPerson: personBySubject(table) }),
);
