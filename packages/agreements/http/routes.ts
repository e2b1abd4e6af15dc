import type { Route } from "#platform/http/route";
import { type AgreementApp, agreementRoutes } from "./agreement-routes.ts";
import { type WorkplaceCourseApp, workplaceCourseRoutes } from "./workplace-course-routes.ts";

export interface AgreementsApp extends AgreementApp, WorkplaceCourseApp {}

export const routes: readonly Route<AgreementsApp>[] = [...agreementRoutes, ...workplaceCourseRoutes];
