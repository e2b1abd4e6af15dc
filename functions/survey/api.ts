import * as z from "zod";
import { participationReads } from "#education/store/participations";
import { systemClock } from "#kernel/clock";
import { personBySubject } from "#people/store/persons";
import { openTable } from "#platform/dynamo/open-table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { environment } from "#platform/environment";
import { authenticator } from "#platform/http/authenticate";
import { httpHandler } from "#platform/http/handler";
import { systemRandom } from "#platform/random";
import { changeFormsUseCase } from "#survey/app/change-forms";
import { closeStudyUseCase } from "#survey/app/close-study";
import { openStudyUseCase } from "#survey/app/open-study";
import { readResultsUseCase } from "#survey/app/read-results";
import { readStudiesUseCase } from "#survey/app/read-studies";
import { routes } from "#survey/http/routes";
import { forms } from "#survey/store/forms";
import { publications } from "#survey/store/publications";
import { studies } from "#survey/store/studies";

const env = environment({ TABLE_NAME: z.string(), OIDC_ISSUER: z.url(), OIDC_AUDIENCE: z.string() }, process.env);
const table = openTable(env.TABLE_NAME);
const ports = {
  unitOfWork: unitOfWork(table, { clock: systemClock, random: systemRandom }),
  studies: studies(table, systemClock),
  forms: forms(table),
  publications: publications(table),
  participations: participationReads(table),
};

export const handler = httpHandler(
  routes,
  {
    changeForms: changeFormsUseCase(ports),
    openStudy: openStudyUseCase(ports),
    closeStudy: closeStudyUseCase(ports),
    readStudies: readStudiesUseCase(ports),
    readResults: readResultsUseCase(ports),
  },
  authenticator({ issuer: env.OIDC_ISSUER, audience: env.OIDC_AUDIENCE, findPerson: personBySubject(table) }),
);
