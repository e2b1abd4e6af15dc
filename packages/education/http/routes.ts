import type { Route } from "#platform/http/route";
import { type AttendanceApp, attendanceRoutes } from "./attendance-routes.ts";
import { type CohortApp, cohortRoutes } from "./cohort-routes.ts";
import { type GroupsApp, groupRoutes } from "./group-routes.ts";

export interface EducationApp extends CohortApp, AttendanceApp, GroupsApp {}

export const routes: readonly Route<EducationApp>[] = [...cohortRoutes, ...attendanceRoutes, ...groupRoutes];
