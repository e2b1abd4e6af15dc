import * as z from "zod";
import { systemClock } from "#kernel/clock";
import { EmailAddress } from "#kernel/contact";
import { confirmErasureUseCase } from "#people/app/confirm-erasure";
import { giveRolesUseCase } from "#people/app/give-roles";
import { openAccountUseCase } from "#people/app/open-account";
import { proveMailUseCase } from "#people/app/prove-mail";
import { readPersonalDataUseCase } from "#people/app/read-personal-data";
import { requestMailCodeUseCase } from "#people/app/request-mail-code";
import { requestPersonalDataUseCase } from "#people/app/request-personal-data";
import { routes } from "#people/http/routes";
import { callerLimit, personalDataLimit } from "#people/store/caller-limit";
import { mailCodes, mailProofParts } from "#people/store/mail-codes";
import { people } from "#people/store/people";
import { personalDataRequests } from "#people/store/personal-data";
import { personBySubject } from "#people/store/persons";
import { openTable } from "#platform/dynamo/open-table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { wrongKeys } from "#platform/dynamo/wrong-keys";
import { environment } from "#platform/environment";
import { authenticator } from "#platform/http/authenticate";
import { httpHandler } from "#platform/http/handler";
import { systemRandom } from "#platform/random";

const env = environment(
  { TABLE_NAME: z.string(), OIDC_ISSUER: z.url(), OIDC_AUDIENCE: z.string(), FIRST_ADMINISTRATOR: EmailAddress },
  process.env,
);
const table = openTable(env.TABLE_NAME);
const ports = {
  unitOfWork: unitOfWork(table, { clock: systemClock, random: systemRandom }),
  mailCodes: mailCodes(table),
  callerLimit: callerLimit(table),
  personalDataLimit: personalDataLimit(table),
  personalDataRequests: personalDataRequests(table),
  people: people(table),
  mailProofs: mailProofParts(),
  firstAdministrator: env.FIRST_ADMINISTRATOR,
};

export const handler = httpHandler(
  routes,
  {
    requestMailCode: requestMailCodeUseCase(ports),
    proveMail: proveMailUseCase(ports),
    openAccount: openAccountUseCase(ports),
    giveRoles: giveRolesUseCase(ports),
    listAccounts: ports.people.list,
    requestPersonalData: requestPersonalDataUseCase(ports),
    confirmErasure: confirmErasureUseCase(ports),
    readPersonalData: readPersonalDataUseCase(ports.personalDataRequests),
  },
  authenticator({ issuer: env.OIDC_ISSUER, audience: env.OIDC_AUDIENCE, findPerson: personBySubject(table) }),
  { wrongKeys: wrongKeys(table) },
);
