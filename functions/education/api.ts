import * as z from "zod";
import { arrangeGroupsUseCase } from "#education/app/arrange-groups";
import { changeCohortUseCase } from "#education/app/change-cohort";
import { changeParticipationUseCase } from "#education/app/change-participation";
import { getOwnParticipationUseCase } from "#education/app/get-own-participation";
import { listEligibilityUseCase } from "#education/app/list-eligibility";
import { readCohortsUseCase } from "#education/app/read-cohorts";
import { registerAttendanceUseCase } from "#education/app/register-attendance";
import { routes } from "#education/http/routes";
import { personBySubject } from "#people/store/persons";
import { openTable } from "#platform/dynamo/open-table";
import { wrongKeys } from "#platform/dynamo/wrong-keys";
import { environment } from "#platform/environment";
import { authenticator } from "#platform/http/authenticate";
import { httpHandler } from "#platform/http/handler";
import { wireEducation } from "./wire.ts";
import { wireHandIns } from "./wire-hand-ins.ts";

const env = environment(
  {
    TABLE_NAME: z.string(),
    OIDC_ISSUER: z.url(),
    OIDC_AUDIENCE: z.string(),
    QUARANTINE_BUCKET: z.string(),
    FILES_BUCKET: z.string(),
  },
  process.env,
);
const table = openTable(env.TABLE_NAME);
const ports = wireEducation(table);

export const handler = httpHandler(
  routes,
  {
    changeCohort: changeCohortUseCase(ports),
    readCohorts: readCohortsUseCase(ports),
    changeParticipation: changeParticipationUseCase(ports),
    registerAttendance: registerAttendanceUseCase(ports),
    listEligibility: listEligibilityUseCase(ports),
    arrangeGroups: arrangeGroupsUseCase(ports),
    getOwnParticipation: getOwnParticipationUseCase(ports),
    ...wireHandIns(table, { quarantine: env.QUARANTINE_BUCKET, files: env.FILES_BUCKET }),
  },
  authenticator({ issuer: env.OIDC_ISSUER, audience: env.OIDC_AUDIENCE, findPerson: personBySubject(table) }),
  { wrongKeys: wrongKeys(table) },
);
