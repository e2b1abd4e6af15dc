import type { Route } from "#platform/http/route";
import { type AttendanceApp, attendanceRoutes } from "./attendance-routes.ts";
import { type CohortApp, cohortRoutes } from "./cohort-routes.ts";
import { type GroupsApp, groupRoutes } from "./group-routes.ts";
import { type HandInApp, handInRoutes } from "./hand-in-routes.ts";
import { type ReviewApp, reviewRoutes } from "./review-routes.ts";

export interface EducationApp extends CohortApp, AttendanceApp, GroupsApp, HandInApp, ReviewApp {}

export const routes: readonly Route<EducationApp>[] = [
  ...cohortRoutes,
  ...attendanceRoutes,
  ...groupRoutes,
  ...handInRoutes,
  ...reviewRoutes,
];
